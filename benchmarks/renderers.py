"""The same place drawn by our renderer, by simplepbr, and unlit by bare Panda3D: mono, neither smoothed.

simplepbr draws with one light and its shadow and one texture; bare Panda3D with the texture alone. Both get the
triangles that ours gets, in the same Geoms. Stereo stands beside two pictures one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from assets.sets import PlaceSet, place_set
from benchmarks.figures import Effort, Figure, Tell, peer, side_by_side, timed
from common.errors import EnvironmentLacks
from sim.display.set_stills import set_state, set_view
from sim.render.camera import View, perspective
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture, level_eyes
from sim.render.tiers import Tier
from sim.render.upload import chunks, geom, vertex_format
from sim.world.bake import BakedLight, baked_light
from sim.world.compose import World, compose_set
from sim.world.figures import pose_matrices, posed_triangles

SET = "construction-yard"
SIZE = (960, 540)
SHADOW_SIZE, SHADOW_SPAN, SHADOW_FAR = 2048, 30.0, 120.0
EYES_APART = 0.064
Draw = Callable[[], None]


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Milliseconds for a picture that is ready in memory.

    Raises:
        EnvironmentLacks: simplepbr, an extra for measuring, is not installed.
    """
    try:
        import simplepbr  # noqa: F401  (an extra: said before anything is built)
    except ImportError as fault:
        raise EnvironmentLacks("benchmarks.no_peer", peer="panda3d-simplepbr") from fault
    graphics = Graphics()
    try:
        shown = place_set(SET)
        world = compose_set(shown)
        light = baked_light(world, progress=lambda share: tell(0.4 * share, SET))
        yield from _beside_peers(graphics, shown, world, light, effort, tell)
        tell(0.9, SET)
        yield _stereo(graphics, shown, world, light, effort)
    finally:
        graphics.close()


def _beside_peers(
    graphics: Graphics, shown: PlaceSet, world: World, light: BakedLight, effort: Effort, tell: Tell
) -> Iterator[Figure]:
    view = set_view(world, shown.views[0])
    peers: dict[str, Callable[..., Draw]] = {"simplepbr": simplepbr_picture, "unlit": unlit_picture}
    for done, (tier, name) in enumerate((tier, name) for tier in ("full", "lean") for name in peers):
        tell(0.4 + 0.1 * done, SET)
        stage, draw = _ours(graphics, shown, world, light, view, tier)
        root = _plain_scene(world, shown)
        theirs = peers[name](graphics, root, world, view)
        ours, beside = side_by_side(partial(timed, draw, "ms"), partial(timed, theirs, "ms"), effort.repeats)
        stage.close()
        root.removeNode()
        _close_buffers(graphics)
        yield Figure(f"renderers.{tier}", SET, "ms", ours, peer(name, beside), graphics.gsg.getDriverRenderer())


def _ours(
    graphics: Graphics, shown: PlaceSet, world: World, light: BakedLight, view: View, tier: Tier
) -> tuple[Stage, Draw]:
    stage = Stage(graphics, world, light, tier)
    picture = WholePicture(stage, SIZE, samples=0)
    state = set_state(shown, view)
    return stage, lambda: picture.draw(state, view)


def _stereo(graphics: Graphics, shown: PlaceSet, world: World, light: BakedLight, effort: Effort) -> Figure:
    """Both eyes from one cull, beside two pictures."""
    head = set_view(world, shown.views[0])
    stage, one = _ours(graphics, shown, world, light, head, "lean")
    state = set_state(shown, head)
    both = StereoPicture(stage, SIZE, samples=0, read_back=True)
    upright = 2 * np.degrees(np.arctan(np.tan(np.radians(head.field / 2)) * SIZE[1] / SIZE[0]))
    eyes = level_eyes(EYES_APART, head.field, upright)
    ours, theirs = side_by_side(
        lambda: timed(lambda: both.draw(state, head, eyes), "ms"), lambda: timed(one, "ms", 2) * 2, effort.repeats
    )
    both.remove()
    stage.close()
    _close_buffers(graphics)
    return Figure("renderers.stereo", SET, "ms", ours, peer("two_pictures", theirs), graphics.gsg.getDriverRenderer())


def _close_buffers(graphics: Graphics) -> None:
    for window in [graphics.engine.getWindow(k) for k in range(graphics.engine.getNumWindows())]:
        if window != graphics.host:
            graphics.engine.removeWindow(window)


# --- peers ------------------------------------------------------------------------------------------


def _plain_scene(world: World, shown: PlaceSet) -> core.NodePath:
    """Everything of a set, with colours at its vertices and one texture."""
    root = core.NodePath("plain")
    for mesh in [*world.static_model.meshes.values(), world.place.ground.mesh]:
        for faces in chunks(mesh):
            root.attachNewNode(_plain_node(mesh, faces))
    state = set_state(shown, set_view(world, shown.views[0]))
    for name, thing in world.things(state).items():
        if world.is_person(name):
            mesh = world.person(name)
            matrices = pose_matrices(world.library.clips(), thing, mesh)
            node = root.attachNewNode(_triangles_node(posed_triangles(mesh, matrices)))
            node.setPosHpr(*world.base(thing.position), thing.heading, 0, 0)
    names, images = world.library.layers()
    texture = core.Texture("layer")
    image = images[names.index("concrete")][..., [2, 1, 0, 3]]
    texture.setup2dTexture(image.shape[1], image.shape[0], core.Texture.TUnsignedByte, core.Texture.FRgba)
    texture.setRamImage(np.ascontiguousarray(image).tobytes())
    texture.setMinfilter(core.SamplerState.FTLinearMipmapLinear)
    root.setTexture(texture)
    return root


def _plain_node(mesh: Mesh, faces: np.ndarray) -> core.GeomNode:
    used, local = np.unique(mesh.faces[faces], return_inverse=True)
    return _node(mesh.position[used], mesh.normal[used], mesh.colour[used], mesh.uvl[used, :2], local.reshape(-1, 3))


def _triangles_node(triangles: np.ndarray) -> core.GeomNode:
    normals = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    points = triangles.reshape(-1, 3)
    count = len(points)
    grey, flat = np.full((count, 3), 0.5), np.zeros((count, 2))
    return _node(points, np.repeat(normals, 3, axis=0), grey, flat, np.arange(count).reshape(-1, 3))


def _node(
    points: np.ndarray, normals: np.ndarray, colours: np.ndarray, uv: np.ndarray, faces: np.ndarray
) -> core.GeomNode:
    kind = core.Geom
    form = vertex_format(
        (
            ("vertex", 3, kind.NTFloat32, kind.CPoint),
            ("normal", 3, kind.NTFloat32, kind.CNormal),
            ("texcoord", 2, kind.NTFloat32, kind.CTexcoord),
            ("color", 4, kind.NTUint8, kind.CColor),
        )
    )
    rows = np.zeros(len(points), np.dtype([("v", "3f4"), ("n", "3f4"), ("t", "2f4"), ("c", "4u1")]))
    rows["v"], rows["n"], rows["t"] = points, normals, uv
    rows["c"][:, :3], rows["c"][:, 3] = np.clip(colours * 255, 0, 255), 255
    node = core.GeomNode("plain")
    node.addGeom(geom(form, rows, faces))
    return node


def _camera(root: core.NodePath, view: View) -> core.NodePath:
    camera = root.attachNewNode(core.Camera("peer", perspective(view.field, SIZE[0] / SIZE[1])))
    camera.setPosHpr(*view.eye, view.heading, view.pitch, 0)
    return camera


def _buffer(graphics: Graphics, camera: core.NodePath) -> core.GraphicsOutput:
    buffer = graphics.buffer("peer", SIZE, sort=0)
    buffer.addRenderTexture(core.Texture("peer"), core.GraphicsOutput.RTMCopyRam)
    buffer.makeDisplayRegion().setCamera(camera)
    return buffer


def unlit_picture(graphics: Graphics, root: core.NodePath, world: World, view: View) -> Draw:
    """Panda3D's own default program: texture and colour, nothing else."""
    buffer = _buffer(graphics, _camera(root, view))
    buffer.setActive(False)

    def draw() -> None:
        buffer.setActive(True)
        graphics.draw()
        buffer.setActive(False)

    return draw


def simplepbr_picture(graphics: Graphics, root: core.NodePath, world: World, view: View) -> Draw:
    """simplepbr with the sun as its one light, which throws shadows."""
    import simplepbr
    from direct.task.Task import TaskManager

    camera = _camera(root, view)
    buffer = _buffer(graphics, camera)
    sun = core.DirectionalLight("sun")
    sun.setColor(core.Vec4(*world.place.light.sun, 1))
    sun.setShadowCaster(True, SHADOW_SIZE, SHADOW_SIZE)
    sun.getLens().setFilmSize(SHADOW_SPAN, SHADOW_SPAN)
    sun.getLens().setNearFar(1, SHADOW_FAR)
    lamp = root.attachNewNode(sun)
    x0, y0, x1, y1 = world.place.extent
    middle = core.Point3((x0 + x1) / 2, (y0 + y1) / 2, 0)
    lamp.setPos(middle + core.Vec3(*world.place.light.sun_direction) * SHADOW_FAR / 2)
    lamp.lookAt(middle)
    root.setLight(lamp)
    tasks = TaskManager()
    tasks.remove(tasks.getAllTasks())  # those of an earlier simplepbr, whose scene is gone
    pipeline = simplepbr.init(
        render_node=root, window=buffer, camera_node=camera, taskmgr=tasks, msaa_samples=0, max_lights=1,
        enable_shadows=True, use_330=True,
    )  # fmt: skip

    _set_active(graphics, False)

    def draw() -> None:
        _set_active(graphics, True)
        tasks.step()
        graphics.draw()
        _set_active(graphics, False)

    draw.pipeline = pipeline  # kept alive as long as it draws
    return draw


def _set_active(graphics: Graphics, active: bool) -> None:
    """Let everything draw that simplepbr opened, or rest."""
    for output in [graphics.engine.getWindow(k) for k in range(graphics.engine.getNumWindows())]:
        if output != graphics.host and output.getName() not in OURS:
            output.setActive(active)


OURS = frozenset({"whole", "mirror", "shadow", "stereo"})
"""Names of our own buffers, which rest while a peer draws."""

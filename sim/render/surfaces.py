"""Which program and which state each pass of a mesh is drawn with."""

from __future__ import annotations

from dataclasses import replace

from panda3d import core

from assets.mesh import Pass
from sim.render import layers as see
from sim.render.programs import Look

FRAGMENTS: dict[Pass, str] = {
    "opaque": "opaque.frag", "sign": "sign.frag", "veil": "veil.frag", "glow": "glow.frag", "glass": "glass.frag",
}  # fmt: skip
PROBED = "-probed"
"""Ends the kinds of what changes."""
KINDS = {
    **{name: ("surface.vert", fragment) for name, fragment in FRAGMENTS.items()},
    **{f"{name}{PROBED}": ("surface.vert", fragment) for name, fragment in FRAGMENTS.items()},
    "ground": ("surface.vert", "ground.frag"), "sky": ("sky.vert", "sky.frag"),
    "person": ("person.vert", "person.frag"),
}  # fmt: skip
"""The programs' files for every kind of surface."""
NEAREST_FIRST, BENEATH_ALL, BEHIND_ALL = "nearest first", "beneath all", "behind all"
"""Bins: what is solid, so that little is drawn that something nearer covers, after it the ground, then the sky."""
PASS_TAG = "pass"
"""The tag by which a camera that draws surfaces with other options knows their passes."""
OVERRIDE = 1000
_BLEND = core.ColorBlendAttrib


def add_bins() -> None:
    """Make the bins known to Panda3D; its own ones begin with a background and end with what is see-through."""
    bins = core.CullBinManager.getGlobalPtr()
    for name, kind, sort in (
        (NEAREST_FIRST, core.CullBinManager.BTFrontToBack, 20),
        (BENEATH_ALL, core.CullBinManager.BTFrontToBack, 23),
        (BEHIND_ALL, core.CullBinManager.BTFixed, 25),
    ):
        if bins.findBin(name) < 0:
            bins.addBin(name, kind, sort)


def dress_as(node: core.NodePath, kind: str, look: Look) -> None:
    """Set the program of ``node``, one of ``KINDS``."""
    node.setShader(_program_of(kind, look))
    node.setTag(PASS_TAG, kind)


def dress(node: core.NodePath, name: Pass, look: Look, probed: bool = False) -> None:
    """Set program and state of ``node``; ``probed`` for what changes."""
    dress_as(node, f"{name}{PROBED}" if probed else name, look)
    if name == "opaque":
        node.setBin(NEAREST_FIRST, 0)
        return
    if name == "glow":
        node.setShaderInput("level", 1.0)
    else:
        _blend_over(node)
    if name == "sign":
        node.setDepthOffset(1)
        node.setBin("transparent", 1)
        node.setDepthWrite(False)
    elif name in ("veil", "glass"):
        node.setTwoSided(True)
        node.setBin("transparent", 2 if name == "veil" else 3)
        node.setDepthWrite(name == "veil")
    node.hide(see.union(see.SUN, see.MOVER_SUN))


def dress_anew(root: core.NodePath, look: Look) -> None:
    """Give every surface under ``root`` the program that it has by another look."""
    for node in root.findAllMatches(f"**/={PASS_TAG};+s"):
        node.setShader(_program_of(node.getTag(PASS_TAG), look))


def _program_of(kind: str, look: Look, **options: bool) -> core.Shader:
    vertex, fragment = KINDS[kind]
    return look.program(vertex, fragment, PROBED=kind.endswith(PROBED), **options)


def show_shares(camera: core.Camera, look: Look) -> None:
    """Let a camera draw in alpha how bright each pixel would be without the sun, as a share."""
    _draw_with(camera, look, SHARED=True)


def show_reflecting(camera: core.Camera, look: Look) -> None:
    """Let a camera draw the colours that surfaces reflect (as roots), and in alpha how far they face the eye."""
    _draw_with(camera, look, REFLECTED=True)


def show_leanly(camera: core.Camera, look: Look) -> None:
    """Let a camera draw only what its picture cannot do without."""
    _draw_with(camera, replace(look, lean=True))


def _draw_with(camera: core.Camera, look: Look, **all_options: bool) -> None:
    """Let a camera draw every pass with other options of its program."""
    for kind in KINDS:
        state = core.NodePath("options")
        state.setShader(_program_of(kind, look, **all_options), OVERRIDE)
        camera.setTagState(kind, state.getState())
    camera.setTagStateKey(PASS_TAG)


def _blend_over(node: core.NodePath) -> None:
    """Colour over colour by alpha; the alpha that is there stays, since it says how sunny the picture is."""
    node.setAttrib(
        _BLEND.make(
            _BLEND.MAdd, _BLEND.OIncomingAlpha, _BLEND.OOneMinusIncomingAlpha,
            _BLEND.MAdd, _BLEND.OZero, _BLEND.OOne,
        )
    )  # fmt: skip


def add_light(node: core.NodePath) -> None:
    """Colour added to what is there, alpha left."""
    node.setAttrib(
        _BLEND.make(_BLEND.MAdd, _BLEND.OOne, _BLEND.OOne, _BLEND.MAdd, _BLEND.OZero, _BLEND.OOne)
    )  # fmt: skip
    node.setDepthWrite(False)
    node.setTwoSided(True)


def card(half: float = 1.0) -> core.GeomNode:
    """A square in x and y, with uvl from -1 to 1."""
    import numpy as np

    from assets.mesh import Mesh
    from sim.render.upload import mesh_node

    corners = np.array([(-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)], np.float32)
    faces = np.array([(0, 1, 2), (0, 2, 3)], np.int32)
    up = np.tile(np.array([0, 0, 1], np.float32), (4, 1))
    mesh = Mesh(faces, corners * half, up, corners, np.ones((4, 3), np.float32), np.zeros((4, 4), np.float32))
    return mesh_node("card", mesh, np.ones((4, 3), np.float32))

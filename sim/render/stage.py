"""The scene graph of one world: what stands still, what changes, sky, light. Cameras look into it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
from panda3d import core

from assets.mesh import Mesh
from assets.place import Light
from sim.render import layers as see
from sim.render.camera import View
from sim.render.contact import ContactShade
from sim.render.effects import Effects
from sim.render.graphics import Graphics
from sim.render.lamps import Lamps
from sim.render.marks import Marks
from sim.render.movers import Mover, build_movers, regard
from sim.render.people import PersonFigure
from sim.render.programs import Look
from sim.render.shadows import ShadowMap, mover_map, static_map
from sim.render.surfaces import BEHIND_ALL, BENEATH_ALL, add_bins, dress, dress_anew, dress_as
from sim.render.textures import NOISE, Textures
from sim.render.tiers import Tier
from sim.render.upload import chunked_node, image_texture, mesh_node, rooted
from sim.state import SceneState, ThingState, Vec3
from sim.world.bake import BakedLight
from sim.world.compose import World

SHADOW_AHEAD = 6.0
"""The movers' shadow map lies round a point so many metres before the eye."""


POLISH = {"epoxy": 0.55, "floor_tile": 0.45, "tile": 0.45, "parquet": 0.35}
"""How much layers of the ground mirror what stands on them."""
LEAST_SUN = 0.001
SAME_LIGHT = 0.01
"""Metres that the eye may move before the light round it is looked up anew."""
OPEN_OUTDOORS = 0.75
"""The light, as irradiance over pi, of a surface outdoors that lies open."""
ROOM_AIR = 0.35
"""The brightness of the air in a room, as a share of the light there, where its place names none."""
BRIGHT_ROOM = 0.8
"""The light that an adapted eye takes for that of a bright room."""
Configuration = dict[str, str | None]
"""For each standing prop the state that it stands there in, None when it has left its place."""


def adapted(light: Light, baked: BakedLight) -> float:
    """What the exposure is multiplied with for an eye that is used to the light of a place."""
    return (BRIGHT_ROOM / max(float(baked.room.mean()), 1e-3)) ** light.adaptation


def configuration_of(world: World, things: dict[str, ThingState]) -> Configuration:
    return {
        name: world.state_name(name, things[name].state) if world.stands(name, things[name]) else None
        for name in world.standing_props
    }


@dataclass
class Stage:
    """A world ready to be drawn. Keep one per scenario; ``close`` gives its memory back.

    ``opened`` False: made without the graphics, so that another thread than theirs can do it while pictures of
    another stage go on; ``open`` it there before anything of it is drawn, and ``arrange`` it before it is shown.
    """

    graphics: Graphics
    world: World
    light: BakedLight
    tier: Tier = "full"
    root: core.NodePath = field(default_factory=lambda: core.NodePath("world"))
    opened: bool = True

    def __post_init__(self) -> None:
        add_bins()
        # Anisotropic sampling in software takes minutes for a grazing ground.
        self._textures = self._new_textures(1 if self.graphics.in_software else 8)
        self.look = self._look()
        self.root.setShaderInput("layers", self._textures.layers)
        self.root.setShaderInput("signs", self._textures.signs)
        self.static = self.root.attachNewNode("static")
        self.moving = self.root.attachNewNode("moving")
        self.standing = self.root.attachNewNode("standing")
        self._set_air()
        self._add_static()
        self._add_ground()
        self._add_sky()
        self.movers: dict[str, Mover] = build_movers(self.world, self.moving, self.look, self._textures)
        self._contacts = {name: ContactShade(self.moving) for name in self.movers}
        self.lamps = Lamps(self.world, self.root)
        self.effects = Effects(self.moving, self.look.noise, self.light.probes)
        self.marks = Marks(self.root)
        self.moving.hide(see.union(see.STATIC, see.SUN, see.STATIC_MIRROR))
        self.standing.hide(see.union(see.MOVING, see.MOVER_SUN))
        self.configuration: Configuration | None = None
        self._arranged: dict[str, ThingState] = {}
        self._lamp_count = self.look.lamps
        if self.opened:
            self.open()
            self.arrange({name: self.world.first_state(name) for name in self.world.changing})

    def open(self) -> None:
        """Make what only the thread of the graphics can: the maps of the sun's shadows."""
        self._shadows()
        self.opened = True

    @property
    def lit_live(self) -> bool:
        """Whether lamps that move or change are much of this place's light."""
        light = self.world.place.light
        return light.helmet_lamp > 0 or light.night > 0

    def _new_textures(self, anisotropy: int) -> Textures:
        return Textures(self.world, anisotropy, self.tier == "lean")

    def _look(self) -> Look:
        place = self.world.place
        return Look(
            self._textures.number(NOISE), dust=place.light.dust > 0, lean=self.tier == "lean",
            wet=place.light.wetness > 0, third=bool(place.ground.splat[..., 1].any()),
            polished=any(name in POLISH for name in place.ground.layers),
        )  # fmt: skip

    # --- building ---------------------------------------------------------------------------------

    def _set_air(self) -> None:
        light = self.world.place.light
        vectors = {
            "sun_direction": light.sun_direction, "sun_colour": light.sun, "sky_horizon": light.horizon,
            "sky_middle": light.middle, "sky_zenith": light.zenith, "sky_haze": light.haze,
            "sky_bounce": light.bounce, "mean_irradiance": self.light.mean,
        }  # fmt: skip
        for name, value in vectors.items():
            self.root.setShaderInput(name, core.Vec3(*(float(part) for part in value)))
        self._add_changing_inputs()
        self.set_eye((0.0, 0.0, 0.0))
        self._exposure = light.exposure * adapted(light, self.light)
        self.set_exposure(1.0)
        room, closed = self.light.room, 1.0 - self.light.sky_share
        bright = OPEN_OUTDOORS * self.light.sky_share + float(room.mean()) * closed
        own = 1.0 if light.air else closed
        self.root.setShaderInput("indoors", core.Vec4(closed, bright, light.dust, own))
        self.root.setShaderInput("air_colour", core.Vec3(*(float(part) for part in light.air or room * ROOM_AIR)))
        self.root.setShaderInput("brightest", self.light.largest)
        self.root.setShaderInput("clouds", light.clouds)
        self.root.setShaderInput("wetness", light.wetness)

    def _add_changing_inputs(self) -> None:
        """Inputs that change with every picture, as arrays: what is written into them needs no new state of the
        root, after which the states of everything under it would be put together anew."""
        self._eye, self._air = core.PTA_LVecBase3f.emptyArray(1), core.PTA_LVecBase4f.emptyArray(1)
        self._surroundings = core.PTA_LVecBase3f.emptyArray(6)
        self._mover_matrix = core.PTA_LMatrix4f.emptyArray(1)
        self._lit_from: Vec3 | None = None
        for name, array in (
            ("eye", self._eye), ("air", self._air), ("surroundings", self._surroundings),
            ("mover_matrix", self._mover_matrix),
        ):  # fmt: skip
            self.root.setShaderInput(name, array)

    def set_exposure(self, level: float) -> None:
        """Brighten or dim everything that is drawn from now on; 1 is the place's own light."""
        light = self.world.place.light
        self._air.setElement(0, (light.fog_start, light.fog_density, self._exposure * level, light.night))

    def set_eye(self, eye: Vec3) -> None:
        """From where everything is seen from now on."""
        self._eye.setElement(0, eye)
        if self._lit_from is None or math.dist(eye, self._lit_from) > SAME_LIGHT:
            self._lit_from = eye
            self._surroundings.setData(np.ascontiguousarray(self.light.probes.at(eye), np.float32).tobytes())

    def _add_static(self) -> None:
        for name, mesh in self.world.static_model.meshes.items():
            irradiance = self.light.vertices.get(name)
            if irradiance is None:
                irradiance = np.tile(self.light.mean, (len(mesh.position), 1))
            node = chunked_node(name, self._textures.laid(name, mesh), irradiance, self.light.largest)
            dress(node, name, self.look)
            node.reparentTo(self.static)
            node.hide(see.union(see.MOVING, see.MOVER_SUN))

    def _add_ground(self) -> None:
        ground = self.world.place.ground
        flat = np.tile(self.light.mean, (len(ground.mesh.position), 1))
        node = chunked_node("ground", ground.mesh, flat, self.light.largest)
        splat = ground.splat
        has_water = bool((splat[..., 2] > 100).any())
        polish = [POLISH.get(name, 0.0) for name in ground.layers]
        dress_as(node, "ground", self.look)
        node.setBin(BENEATH_ALL, 0)
        baked = rooted(self.light.ground, self.light.largest)
        inputs = {
            "splat": image_texture(splat),
            "ground_light": image_texture(baked, mipmaps=False),
            "ground_square": core.Vec3(*ground.origin, ground.size),
            "ground_layers": core.Vec3(*(self._textures.number(name) for name in ground.layers)),
            "open_ground": core.Vec3(*(float(part) for part in self._light_of_the_open())),
            "mirror": image_texture(np.zeros((1, 1, 3), np.uint8), mipmaps=False),
            "picture_size": core.Vec2(1, 1),
            "has_mirror": 0.0,
            "polish": core.Vec3(*polish),
        }
        for name, value in inputs.items():
            node.setShaderInput(name, value)
        node.reparentTo(self.static)
        node.hide(see.union(see.MOVING, see.MOVER_SUN, see.MIRROR, see.STATIC_MIRROR))
        self.ground = node
        self.mirrors = self.tier == "full" and (has_water or self.look.polished)
        x0, y0, x1, y1 = self.world.place.extent
        self.mirror_level = ground.water_level if has_water else self.world.ground((x0 + x1) / 2, (y0 + y1) / 2)

    def _light_of_the_open(self) -> np.ndarray:
        """The irradiance at the edge of the ground's map, which goes on beyond it."""
        lit = self.light.ground
        edge = np.concatenate([lit[0], lit[-1], lit[:, 0], lit[:, -1]])
        return np.quantile(edge, 0.8, axis=0)

    def _add_sky(self) -> None:
        node = core.NodePath(mesh_node("sky", _cube(), np.zeros((8, 3), np.float32)))
        dress_as(node, "sky", self.look)
        node.setTwoSided(True)
        node.setDepthWrite(False)
        node.setBin(BEHIND_ALL, 0)
        node.node().setBounds(core.OmniBoundingVolume())
        node.node().setFinal(True)
        node.reparentTo(self.static)
        node.hide(see.union(see.MOVING, see.SUN, see.MOVER_SUN))

    def _shadows(self) -> None:
        place = self.world.place
        x0, y0, x1, y1 = place.extent
        centre = ((x0 + x1) / 2, (y0 + y1) / 2, 2.0)
        self._still: ShadowMap = static_map(self.graphics, self.root, place.light, place.extent)
        self._passing: ShadowMap = mover_map(self.graphics, self.root, place.light)
        self.root.setShaderInput("sun_matrix", self._still.aim(centre))
        self.root.setShaderInput("sun_shadow", self._still.texture)
        self._mover_matrix.setElement(0, self._passing.aim(centre))
        self.root.setShaderInput("mover_shadow", self._passing.texture)
        self.root.setShaderInput("movers_cast", float(self.sunny))
        self._passing.set_active(False)
        self._still.set_active(False)

    # --- showing ----------------------------------------------------------------------------------

    def show(self, state: SceneState, view: View, *, still_drawn: bool = False) -> None:
        """Bring everything that changes to ``state``, seen from ``view``.

        ``still_drawn``: the still lamps' light is in the faces of a standpoint already.
        """
        eye = view.eye
        self.set_eye(eye)
        regard(self.movers, state.session_time, eye)
        self.arrange(self.world.things(state))
        self._show_contacts()
        self.lamps.show(state, self.movers, view, still_drawn=still_drawn)
        self.light_by_lamps(self.lamps.count)
        self.effects.show(state, eye)
        self.marks.show(state, self.world, eye)
        turn = np.radians(view.heading)
        ahead = (eye[0] - np.sin(turn) * SHADOW_AHEAD, eye[1] + np.cos(turn) * SHADOW_AHEAD, eye[2] - 1.0)
        self._mover_matrix.setElement(0, self._passing.aim(ahead))

    def light_by_lamps(self, count: int) -> None:
        """Draw with programs for so many lamps."""
        if count != self._lamp_count:
            dress_anew(self.root, replace(self.look, lamps=count))
            self._lamp_count = count

    def arrange(self, things: dict[str, ThingState]) -> None:
        """Bring the things that change where they are. ``configuration`` tells then what stands."""
        stood = self.configuration is not None
        for name, mover in self.movers.items():
            thing = things[name]
            if thing != self._arranged.get(name) or isinstance(mover, PersonFigure):
                self._arranged[name] = thing
                mover.show(thing, self.world.base(thing.position), self.light.probes)
                stood = stood and name not in self.world.standing_props
        if stood:
            return  # nothing has changed of what stands
        configuration = configuration_of(self.world, things)
        if configuration == self.configuration:
            return
        for name in self.world.standing_props:
            self.movers[name].node.reparentTo(self.moving if configuration[name] is None else self.standing)
        self.configuration = configuration
        self._shade_again()

    def _shade_again(self) -> None:
        """Let what stands throw its shadows as it stands now."""
        self._still.set_active(True)
        self.graphics.draw()
        self._still.set_active(False)

    def _show_contacts(self) -> None:
        for name, mover in self.movers.items():
            shade = self._contacts[name]
            if self.configuration.get(name) is not None:
                shade.hide()  # its shade is part of what stands still
            elif not shade.lies_under(mover):
                x, y, z = mover.node.getPos()
                shade.lie_under(mover, z if self.world.is_person(name) else self.world.ground(x, y))

    def bend_people_at(self, rate: float | None) -> None:
        """Bend people anew at most so often a second; None: in every picture. They go their way in between."""
        for mover in self.movers.values():
            if isinstance(mover, PersonFigure):
                mover.rate = rate

    def passing(self) -> list[Mover]:
        """The movers that are drawn anew in every picture now."""
        return [mover for name, mover in self.movers.items() if self.configuration.get(name) is None]

    @property
    def sunny(self) -> bool:
        """Whether the sun comes to where people are, so that what moves throws a shadow."""
        return self.light.sun_share > LEAST_SUN

    def cast_moving_shadows(self, active: bool) -> None:
        """Draw the movers' shadow map again in the pictures that follow, or leave it as it is."""
        self._passing.set_active(active and self.sunny)

    def close(self) -> None:
        if self.opened:
            self._still.remove(self.graphics)
            self._passing.remove(self.graphics)
        self.root.removeNode()


def _cube() -> Mesh:
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32)
    faces = np.array(
        [(0, 2, 1), (1, 2, 3), (4, 5, 6), (5, 7, 6), (0, 1, 4), (1, 5, 4),
         (2, 6, 3), (3, 6, 7), (0, 4, 2), (2, 4, 6), (1, 3, 5), (3, 7, 5)], np.int32,
    )  # fmt: skip
    return Mesh(faces, corners, corners, corners, np.abs(corners), np.zeros((8, 4), np.float32))

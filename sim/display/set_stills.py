"""Still pictures of a set: a place with its props and people, from the set's views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from numpy.typing import NDArray

from assets.sets import PlaceSet, SetView
from sim.display.stills import save_jpeg
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.picture import WholePicture
from sim.render.stage import Stage
from sim.session.clock import micros
from sim.session.stance import EYE_HEIGHT
from sim.session.things import things_of
from sim.state import EffectState, SceneState, TraineeState, Vec3
from sim.world.bake import BakedLight, baked_light
from sim.world.compose import World, compose_set
from sim.world.plain_light import plain_light

SIZE, LEAFLET = (960, 540), (1280, 720)


class SetStills:
    """Draws the pictures of one set. Keep one per set; ``close`` gives its memory back."""

    def __init__(
        self,
        graphics: Graphics,
        shown: PlaceSet,
        size: tuple[int, int] = SIZE,
        *,
        samples: int = 4,
        light: Callable[[World], BakedLight] = baked_light,
    ) -> None:
        """``light`` finds the light of the set's world: baked, or ``plain_light`` for a quick look."""
        self._shown = shown
        self.world: World = compose_set(shown)
        self._stage = Stage(graphics, self.world, light(self.world))
        self._picture = WholePicture(self._stage, size, samples)

    def picture(self, index: int = 0, at: float | None = None) -> NDArray:
        """The view of that number as (h, w, 3) RGB, the top row first; ``at`` seconds, or the set's moment."""
        view = set_view(self.world, self._shown.views[index])
        return self._picture.image(set_state(self._shown, view, at), view)

    def close(self) -> None:
        self._picture.remove()
        self._stage.close()


def draw_set(graphics: Graphics, shown: PlaceSet, folder: Path, name: str, *, quick: bool = False) -> None:
    """Write every view of a set as ``name-1.jpg``, ``name-2.jpg``... into ``folder``; ``quick``: without shades."""
    folder.mkdir(parents=True, exist_ok=True)
    stills = SetStills(graphics, shown, LEAFLET, light=plain_light if quick else baked_light)
    try:
        for index in range(len(shown.views)):
            save_jpeg(stills.picture(index), folder / f"{name}-{index + 1}.jpg")
    finally:
        stills.close()


def set_view(world: World, view: SetView) -> View:
    """A set's view as the renderer takes it."""
    x, y, *z = view.at
    eye = (x, y, z[0]) if z else (x, y, world.ground(x, y) + EYE_HEIGHT)
    return View(eye, view.heading, view.pitch, view.field)


def set_state(shown: PlaceSet, view: View, at: float | None = None) -> SceneState:
    """What a set shows ``at`` seconds, seen from ``view``."""
    moment = shown.moment if at is None else at
    things = {name: thing.at(micros(moment)) for name, thing in things_of(shown).items()}
    effects = tuple(
        EffectState(
            effect.name, _point(shown, effect.at), tuple(_vec3(p) for p in effect.along or ()),
            effect.age + moment - shown.moment, effect.seconds, number, effect.size, effect.colour,
        )
        for number, effect in enumerate(shown.effects)
    )  # fmt: skip
    trainee = TraineeState(0, view.eye, view.heading, view.pitch)
    return SceneState(moment, moment, "scene", False, trainee, things, effects=effects)


def _point(shown: PlaceSet, at: str | list[float] | None) -> Vec3 | None:
    if isinstance(at, str):
        return _vec3((shown.props.get(at) or shown.actors[at].path[0]).at)
    return _vec3(at) if at is not None else None


def _vec3(point: list[float]) -> Vec3:
    x, y, *z = point
    return (x, y, z[0] if z else 0.0)

"""A stage on which things are set up while they are being written: the place stays, its things are exchanged."""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.render.contact import ContactShade
from sim.render.movers import new_mover
from sim.render.stage import Stage
from sim.render.textures import Textures, UnknownSign
from sim.world.compose import World

Looks = tuple[str | None, ...]
"""What a figure is made from; while that stays the same the figure does."""


def looks_of(world: World, name: str) -> Looks:
    """What the figure of a changing thing is made from."""
    owner = world.owner(name)
    if world.is_person(name):
        return (owner.character, owner.variant)
    return (owner.prop, owner.variant, getattr(owner, "sign", None), *world.states(name))


@dataclass
class Rehearsal(Stage):
    """A stage whose world may be another of the same place, in which everything changes.

    The shadows of what stands cost as much as a picture: they follow when ``shade`` is called.
    """

    _shade_due: bool = False
    _looks: dict[str, Looks] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self._looks = {name: looks_of(self.world, name) for name in self.world.changing}

    def _new_textures(self, anisotropy: int) -> Textures:
        return Textures(self.world, anisotropy, self.tier == "lean", every_layer=True)

    def _shade_again(self) -> None:
        self._shade_due = True

    def shade(self) -> None:
        """Let everything throw its shadow from where it was shown last."""
        if self._shade_due:
            self._shade_due = False
            super()._shade_again()

    def take_up(self, world: World) -> bool:
        """Show the things of another world of the same place; figures that look the same are kept.

        False when that cannot be: a sign is new, which the picture of all signs does not hold.
        """
        wanted = {name: looks_of(world, name) for name in world.changing}
        try:
            new = {
                name: new_mover(world, name, self.moving, self.look, self._textures)
                for name in sorted(world.changing)
                if self._looks.get(name) != wanted[name]
            }
        except UnknownSign:
            return False
        for name in [name for name in self.movers if name not in wanted or name in new]:
            self.movers.pop(name).node.removeNode()
            self._contacts.pop(name).remove()
        self.movers |= new
        self._contacts |= {name: ContactShade(self.moving) for name in new}
        self.world, self._looks = world, wanted
        self.configuration = None  # what is shown next is arranged anew
        self._arranged.clear()
        return True

"""A course as its package describes it: blocks, units and objectives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from common.text import Lang
from ledger.classroom.cmi5.vocabulary import course_activity, part_activity

MoveOn = Literal["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]
LaunchMethod = Literal["AnyWindow", "OwnWindow"]
Texts = dict[str, str]
"""A text by language tag, in the order of the file; ``und`` where none was named."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    """The publisher's."""
    title: Texts
    description: Texts


class Objective(_Part):
    """What is to be learnt."""


class Unit(_Part):
    """An assignable unit (AU): what is launched and reckoned."""

    url: str
    """Where it starts: within the package, or fully qualified."""
    launch_method: LaunchMethod = "AnyWindow"
    move_on: MoveOn = "NotApplicable"
    mastery_score: float | None = None
    launch_parameters: str | None = None
    entitlement_key: str | None = None
    activity_type: str | None = None
    objectives: list[str] = []

    @property
    def in_package(self) -> bool:
        """Whether it starts at a file of the package, not at an address elsewhere."""
        return "://" not in self.url.partition("?")[0]


class _Group(_Part):
    parts: list[Unit | Block]

    def units(self) -> Iterator[Unit]:
        """Its units, those of inner blocks too, in the order of the file."""
        for part in self.parts:
            if isinstance(part, Unit):
                yield part
            else:
                yield from part.units()

    def blocks(self) -> Iterator[Block]:
        """Its inner blocks, the innermost first."""
        for part in self.parts:
            if isinstance(part, Block):
                yield from part.blocks()
                yield part


class Block(_Group):
    """Units and blocks that belong together."""

    objectives: list[str] = []


class Structure(_Group):
    """A whole course, with the objectives that blocks and units refer to."""

    objectives: list[Objective] = []

    @property
    def activity(self) -> str:
        """The course's activity id."""
        return course_activity(self.id)

    def unit_activity(self, unit: Unit) -> str:
        """A unit's activity id."""
        return part_activity("au", self.id, unit.id)

    def block_activity(self, block: Block) -> str:
        """A block's activity id."""
        return part_activity("block", self.id, block.id)


def said(texts: Texts, lang: Lang) -> str:
    """A text in ``lang`` if it is there, else in the first language that is."""
    wanted = [text for tag, text in texts.items() if tag.lower().split("-")[0] == lang]
    return (wanted or list(texts.values()))[0]

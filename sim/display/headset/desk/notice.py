"""A panel that is to stand in the scene: what it says, where it belongs, and what its buttons ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sim.display.headset.shown import Button, Panel, PanelKind, Style
from sim.display.intents import Intent
from sim.display.offers import Option
from sim.state import Vec3
from sim.xr.tracked import Side

Where = Literal["ahead", "hint", "caption", "beside", "wrist", "belt", "there"]
"""``ahead`` in front of the trainee, with ``hint`` over it and ``caption`` under it; ``beside`` what was pointed at;
at the ``wrist`` of a hand, or at the ``belt``; ``there``: at a place of the world."""


@dataclass(frozen=True)
class Notice:
    key: str
    """Unique among what is shown; a panel that is another question has another key."""
    panel: Panel
    where: Where = "ahead"
    intents: dict[str, Intent] = field(default_factory=dict)
    """What each button asks for, by its id."""
    towards: Vec3 | None = None
    """``beside``: the direction in which it is seen; ``there``: the point."""
    left: bool = False
    """``beside``: on the left of it rather than on the right."""
    side: Side | None = None
    """``wrist``: whose."""
    thing: str = ""
    """The panel stands for a thing of this name: it is not chosen from but pointed at and held."""


def notice(
    key: str,
    title: str,
    lines: Sequence[str] = (),
    options: Sequence[tuple[Option, Style]] = (),
    *,
    kind: PanelKind = "panel",
    where: Where = "ahead",
    share: float | None = None,
    width: float = 0.9,
    **more: object,
) -> Notice:
    """A notice with a button for each option, in their order; ``more`` are further fields of ``Notice``."""
    buttons = tuple(Button(str(number), option.text, style) for number, (option, style) in enumerate(options))
    panel = Panel(kind, title, tuple(lines), buttons, share, width)
    intents = {str(number): option.intent for number, (option, _) in enumerate(options)}
    return Notice(key, panel, where, intents, **more)

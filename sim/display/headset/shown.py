"""What stands in the scene beside the scene itself: panels, rays, the way to the next place, shades.

Computed for every frame from what the headset tells and from the session; free of any graphics. Positions are
in the world's frame: x east, y north, z up, metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sim.state import Vec3
from sim.xr.tracked import Quaternion, Side

Style = Literal["plain", "choice", "good", "warning", "round"]
PanelKind = Literal["panel", "caption", "wheel", "wrist", "hint"]
PointedAt = Literal["nothing", "thing", "button", "place"]
HandKind = Literal["controller", "hand"]


@dataclass(frozen=True, slots=True)
class Button:
    id: str
    """What is asked for when it is chosen; unique in its panel."""
    text: str
    style: Style = "choice"
    swell: float = 0.0
    """0..1, a round button that shows a rhythm swells so much now."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What a panel says. Two panels that are equal look the same, so that one is painted once."""

    kind: PanelKind
    title: str = ""
    lines: tuple[str, ...] = ()
    """Paragraphs; they are broken to the panel's width when it is laid out."""
    buttons: tuple[Button, ...] = ()
    share: float | None = None
    """A bar under the text that is so full, 0..1: time left, steps done."""
    width: float = 0.9
    """Metres."""


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    key: str
    """Unique among what is shown, and the same from frame to frame."""
    panel: Panel
    centre: Vec3
    turned: Quaternion
    """From the panel's frame (x right, z up, its face towards -y) to the world's."""
    hovered: str = ""
    """Id of the button that is pointed at."""
    pressed: float = 0.0
    """0..1, how far a dwell or a press on it has come."""


@dataclass(frozen=True, slots=True)
class Ray:
    """What a hand points along; without controllers the head or the eyes have one that is not drawn."""

    side: Side | None
    start: Vec3
    end: Vec3
    on: PointedAt
    held: float = 0.0
    """0..1, how far holding or dwelling on it has come, shown round the reticle at its end."""


@dataclass(frozen=True, slots=True)
class Leap:
    """The arc of a teleport, and where it ends."""

    arc: tuple[Vec3, ...]
    landing: Vec3
    standpoint: int | None
    """The standpoint it leads to; None where nobody may go."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A ring that spreads once round what was just found."""

    at: Vec3
    spread: float
    """0..1, how far it has come; about a second from one to the other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All of it for one frame."""

    panels: tuple[PlacedPanel, ...] = ()
    rays: tuple[Ray, ...] = ()
    hands: tuple[tuple[Side, Vec3, Quaternion, HandKind], ...] = ()
    """Where to draw controllers or hands: the grip."""
    leap: Leap | None = None
    places: tuple[tuple[int, Vec3], ...] = ()
    """Standpoints one can go to, marked on the ground while a leap is aimed: index and position."""
    vignette: float = 0.0
    """0..1, how far the view is narrowed while moving."""
    dark: float = 0.0
    """0..1 black over everything but panels."""
    wall: float = 0.0
    """0..1, how near the edge of the free area is; it is shown round the feet and as a grid."""
    pulses: tuple[Pulse, ...] = ()
    bounds: tuple[Vec3, Vec3, Vec3, Vec3] | None = None
    """The corners of the free area on the ground, where the runtime knows it."""

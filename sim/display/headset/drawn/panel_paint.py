"""Puts a panel's words and buttons into a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PIL import Image, ImageDraw

from sim.display.headset.drawn.panel_layout import Box, Field, Ink, PanelLayout
from sim.display.headset.shown import PanelKind, Style
from sim.display.lettering import font

Colour = tuple[int, int, int, int]
GLASS: Colour = (29, 26, 23, 236)
"""So dense that white letters on it keep a contrast of seven to one even before the sun."""
EDGE: Colour = (255, 244, 226, 46)
HINT: Colour = (233, 180, 88, 255)
FILLS: dict[Style, Colour] = {
    "plain": (41, 37, 33, 255), "choice": (70, 62, 54, 255), "good": (36, 86, 57, 255), "warning": (122, 47, 36, 255),
    "round": (132, 62, 25, 255),
}  # fmt: skip
OUTLINES: dict[Style, Colour] = {
    "plain": (140, 128, 112, 255), "choice": (112, 100, 86, 255), "good": (127, 199, 150, 255),
    "warning": (240, 180, 160, 255), "round": (243, 201, 138, 255),
}  # fmt: skip
INKS: dict[Ink, Colour] = {
    "title": (255, 250, 240, 255), "text": (246, 240, 229, 255), "speaker": (243, 201, 138, 255),
    "button": (255, 252, 246, 255),
}  # fmt: skip
MARGIN = 4
"""Empty pixels round a panel, so that its edge is smooth from every side."""
RADIUS, BUTTON_RADIUS = 36, 24
FINER = 4
"""Corners and marks are drawn so much larger first."""


def _go_on() -> None:
    """What is done between two strokes of the brush when nobody else waits."""


def paint(laid: PanelLayout, kind: PanelKind, breathe: Callable[[], None] = _go_on) -> Image.Image:
    """The picture of a panel, ``MARGIN`` wider to all sides than laid out, RGBA; what is empty has the glass's colour.

    ``breathe`` is called after every stroke of the brush.
    """
    wide, high = laid.pixels
    image = Image.new("RGBA", (wide + 2 * MARGIN, high + 2 * MARGIN), (*GLASS[:3], 0))
    whole = (MARGIN, MARGIN, wide + MARGIN, high + MARGIN)
    _rounded(image, whole, RADIUS, GLASS, EDGE, 3)
    breathe()
    if kind == "hint":
        _rounded(image, (MARGIN + 12, MARGIN + 26, MARGIN + 20, MARGIN + high - 26), 4, HINT)
    pen = ImageDraw.Draw(image)
    for line in laid.words:
        # A thin stroke more makes the one weight of the font a bold one.
        pen.text(
            (line.x + MARGIN, line.y + MARGIN), line.text, INKS[line.ink], font(line.size),
            anchor="mm" if line.centred else "lm", stroke_width=1 if line.ink in ("title", "speaker") else 0,
        )  # fmt: skip
        breathe()
    for field in laid.fields:
        _button(image, pen, field)
        breathe()
    return image


def _button(image: Image.Image, pen: ImageDraw.ImageDraw, field: Field) -> None:
    style = field.button.style
    left, top, right, bottom = (part + MARGIN for part in field.box)
    radius = (right - left) // 2 if style == "round" else BUTTON_RADIUS
    _rounded(image, (left, top, right, bottom), radius, FILLS[style], OUTLINES[style], 6 if style == "round" else 3)
    if field.icon is not None:
        mark = _tick() if style == "good" else _caution()
        x, y = (round(part + MARGIN - mark.width / 2) for part in field.icon)
        image.paste(INKS["button"], (x, y), mark)
    for line in field.words:
        pen.text((line.x + MARGIN, line.y + MARGIN), line.text, INKS[line.ink], font(line.size), anchor="mm")


def _rounded(
    image: Image.Image, box: Box, radius: int, fill: Colour, outline: Colour | None = None, edge: int = 0
) -> None:
    """A filled rectangle with round corners; its outline lies inside the box."""
    left, top, right, bottom = box
    radius = min(radius, (right - left) // 2, (bottom - top) // 2)
    if outline is not None:
        # The part of an outline that lets light through lies over the filling's colour.
        share = outline[3] / 255
        mixed = tuple(round(of * share + under * (1 - share)) for of, under in zip(outline[:3], fill[:3], strict=True))
        _fill(image, box, radius, (*mixed, max(fill[3], outline[3])))
        left, top, right, bottom, radius = left + edge, top + edge, right - edge, bottom - edge, max(1, radius - edge)
    _fill(image, (left, top, right, bottom), radius, fill)


def _fill(image: Image.Image, box: Box, radius: int, colour: Colour) -> None:
    """A plain rectangle with round corners. Only the corners are blended, which takes long."""
    left, top, right, bottom = box
    image.paste(colour, (left + radius, top, right - radius, bottom))
    image.paste(colour, (left, top + radius, left + radius, bottom - radius))
    image.paste(colour, (right - radius, top + radius, right, bottom - radius))
    corner, turned = _corner(radius), Image.Transpose
    image.paste(colour, (left, top), corner)
    image.paste(colour, (right - radius, top), corner.transpose(turned.FLIP_LEFT_RIGHT))
    image.paste(colour, (left, bottom - radius), corner.transpose(turned.FLIP_TOP_BOTTOM))
    image.paste(colour, (right - radius, bottom - radius), corner.transpose(turned.ROTATE_180))


@lru_cache(maxsize=64)
def _corner(radius: int) -> Image.Image:
    """The upper left quarter of a disc, with smooth edges."""
    large = Image.new("L", (radius * FINER, radius * FINER), 0)
    ImageDraw.Draw(large).ellipse((0, 0, 2 * radius * FINER, 2 * radius * FINER), 255)
    return large.reduce(FINER)


@lru_cache(maxsize=1)
def _tick() -> Image.Image:
    large = Image.new("L", (40 * FINER, 40 * FINER), 0)
    points = [(x * FINER, y * FINER) for x, y in ((6, 22), (16, 32), (35, 8))]
    ImageDraw.Draw(large).line(points, 255, 6 * FINER, joint="curve")
    return large.reduce(FINER)


@lru_cache(maxsize=1)
def _caution() -> Image.Image:
    """A triangle with an exclamation mark."""
    large = Image.new("L", (40 * FINER, 40 * FINER), 0)
    pen = ImageDraw.Draw(large)
    pen.polygon([(x * FINER, y * FINER) for x, y in ((20, 3), (39, 37), (1, 37))], 255)
    pen.rounded_rectangle((18 * FINER, 14 * FINER, 22 * FINER, 26 * FINER), 2 * FINER, 0)
    pen.ellipse((17.5 * FINER, 28.5 * FINER, 22.5 * FINER, 33.5 * FINER), 0)
    return large.reduce(FINER)

"""A pen that draws signs four times too large and reduces them: smooth edges, sharp text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

Ink = tuple[int, int, int] | tuple[int, int, int, int]
Point = tuple[float, float]
OVERSIZE = 4

# The safety colours of GB 2893, and inks.
YELLOW: Ink = (249, 196, 20)
RED: Ink = (196, 22, 28)
BLUE: Ink = (16, 82, 160)
GREEN: Ink = (0, 122, 74)
BLACK: Ink = (22, 22, 23)
WHITE: Ink = (244, 244, 240)
PAPER: Ink = (243, 240, 226)
GREY: Ink = (128, 130, 132)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans SC, ``size`` pixels high."""
    stored = resources.files("pylopdf_fonts_zh_cn").joinpath("NotoSansSC-Regular.otf")
    with resources.as_file(stored) as path:
        return ImageFont.truetype(str(path), size)


class Pen:
    """Draws on a sheet of ``w`` x ``h``; all coordinates in its pixels from the upper left, y down."""

    def __init__(self, w: int, h: int) -> None:
        self.w = w
        self.h = h
        self._sheet = Image.new("RGBA", (w * OVERSIZE, h * OVERSIZE), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self._sheet)

    def picture(self) -> Image.Image:
        """What was drawn, reduced to ``w`` x ``h``."""
        return self._sheet.reduce(OVERSIZE)

    def fill(self, ink: Ink, radius: float = 0, margin: float = 0) -> None:
        """The whole sheet in one ink, with round corners."""
        self.rect(margin, margin, self.w - margin, self.h - margin, ink, radius)

    def rect(
        self, x0: float, y0: float, x1: float, y1: float, ink: Ink | None, radius: float = 0,
        outline: Ink | None = None, width: float = 1,
    ) -> None:  # fmt: skip
        box = [value * OVERSIZE for value in (x0, y0, x1, y1)]
        self._draw.rounded_rectangle(box, radius * OVERSIZE, ink, outline, max(1, round(width * OVERSIZE)))

    def line(self, points: Sequence[Point], ink: Ink, width: float) -> None:
        """A line with round joints and ends."""
        scaled = self._scaled(points)
        thick = max(1, round(width * OVERSIZE))
        self._draw.line(scaled, ink, thick, joint="curve")
        for x, y in (scaled[0], scaled[-1]):
            r = thick / 2
            self._draw.ellipse((x - r, y - r, x + r, y + r), ink)

    def polygon(self, points: Sequence[Point], ink: Ink) -> None:
        self._draw.polygon(self._scaled(points), ink)

    def round_polygon(self, points: Sequence[Point], ink: Ink, radius: float) -> None:
        """A filled polygon whose corners are rounded outward by ``radius``."""
        self.polygon(points, ink)
        self.line([*points, points[0], points[1]], ink, 2 * radius)

    def disc(self, x: float, y: float, radius: float, ink: Ink, squash: float = 1.0) -> None:
        box = [v * OVERSIZE for v in (x - radius, y - radius * squash, x + radius, y + radius * squash)]
        self._draw.ellipse(box, ink)

    def circle(self, x: float, y: float, radius: float, ink: Ink, width: float) -> None:
        box = [v * OVERSIZE for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, None, ink, max(1, round(width * OVERSIZE)))

    def wedge(self, x: float, y: float, radius: float, start: float, end: float, ink: Ink) -> None:
        """A sector of a disc, degrees clockwise from three o'clock."""
        box = [v * OVERSIZE for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.pieslice(box, start, end, ink)

    def text(
        self, x: float, y: float, words: str, size: float, ink: Ink, *, bold: float = 0.0, anchor: str = "mm",
        fit: float | None = None,
    ) -> None:  # fmt: skip
        """Words at (x, y), ``size`` pixels high; ``bold`` thickens the strokes by that share of the size.

        ``anchor`` as Pillow names it (``mm`` middle, ``lm`` left middle). Smaller when wider than ``fit``.
        """
        face = font(round(size * OVERSIZE))
        if fit is not None:
            wide = face.getlength(words) / OVERSIZE
            if wide > fit:
                size *= fit / wide
                face = font(round(size * OVERSIZE))
        stroke = round(size * bold * OVERSIZE)
        self._draw.text((x * OVERSIZE, y * OVERSIZE), words, ink, face, anchor, stroke_width=stroke, stroke_fill=ink)

    def stripes(self, x0: float, y0: float, x1: float, y1: float, pitch: float, ink: Ink) -> None:
        """Slanting stripes of ``ink`` over what is there: half the pitch inked, leaning right."""
        high = y1 - y0
        layer = Image.new("RGBA", self._sheet.size, (0, 0, 0, 0))
        draw = ImageDraw.Draw(layer)
        x = x0 - high - pitch
        while x < x1 + pitch:
            corners = [(x, y1), (x + pitch / 2, y1), (x + pitch / 2 + high, y0), (x + high, y0)]
            draw.polygon(self._scaled(corners), ink)
            x += pitch
        window = tuple(round(v * OVERSIZE) for v in (x0, y0, x1, y1))
        self._sheet.alpha_composite(layer.crop(window), window[:2])

    @staticmethod
    def _scaled(points: Sequence[Point]) -> list[Point]:
        return [(x * OVERSIZE, y * OVERSIZE) for x, y in points]

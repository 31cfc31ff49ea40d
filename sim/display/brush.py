"""Puts controls into a picture."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sim.display.controls import LEADING, Control
from sim.display.lettering import font

Ink = tuple[int, int, int, int]
LOOKS: dict[str, tuple[Ink, Ink, Ink]] = {
    "panel": ((24, 27, 31, 214), (255, 255, 255, 40), (250, 248, 242, 255)),
    "caption": ((12, 13, 15, 178), (0, 0, 0, 0), (255, 255, 255, 255)),
    "button": ((248, 244, 234, 240), (190, 170, 130, 255), (38, 34, 28, 255)),
    "round": ((154, 74, 31, 240), (255, 240, 220, 255), (255, 255, 255, 255)),
    "good": ((26, 122, 82, 245), (18, 92, 62, 255), (255, 255, 255, 255)),
}
"""Fill, outline and letters, RGBA."""
RADIUS = 12


@lru_cache(maxsize=64)
def patch(wide: int, high: int, lines: tuple[str, ...], look: str, size: int) -> NDArray[np.uint8]:
    """A control alone, (high, wide, 4) RGBA."""
    fill, outline, ink = LOOKS[look]
    image = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    radius = min(wide, high) / 2 if look == "round" else RADIUS
    draw.rounded_rectangle((0, 0, wide - 1, high - 1), radius, fill, outline, 2)
    middle = look != "panel" or len(lines) == 1
    y = 12.0 if look == "panel" and len(lines) > 1 else (high - len(lines) * size * LEADING) / 2
    for line in lines:
        at = (wide / 2, y + size * LEADING / 2) if middle else (24, y + size * LEADING / 2)
        draw.text(at, line, ink, font(size), anchor="mm" if middle else "lm")
        y += size * LEADING
    return np.asarray(image)


def put(picture: NDArray[np.uint8], control: Control) -> None:
    """Lay a control over a picture (h, w, 3 or 4) BGR(A), in place; what reaches outside is left out."""
    left, top, right, bottom = control.rect
    drawn = patch(right - left, bottom - top, control.lines, control.look, control.size)
    high, wide = picture.shape[:2]
    x0, y0, x1, y1 = max(0, left), max(0, top), min(wide, right), min(high, bottom)
    if x0 >= x1 or y0 >= y1:
        return
    part = drawn[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.uint16)
    alpha = part[..., 3:]
    under = picture[y0:y1, x0:x1, :3].astype(np.uint16)
    picture[y0:y1, x0:x1, :3] = (part[..., 2::-1] * alpha + under * (255 - alpha)) // 255

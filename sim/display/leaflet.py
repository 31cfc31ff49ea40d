"""One sheet that shows a scenario: its start, what it is about, every hazard in its own picture, the accident."""

from __future__ import annotations

from PIL import Image, ImageDraw

from common.text import LANGS
from scenarios.model import Text
from scenarios.registry import registry
from sim.display.lettering import broken, font
from sim.display.stills import Picture, Stills
from sim.words import both

WIDTH, MARGIN, GAP = 1200, 24, 14
START = (720, 405)
COLUMNS = 4
CELL = ((WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) // COLUMNS, 158)
LABEL = 58
PAPER, INK, FAINT, WARM = (250, 247, 241), (34, 32, 29), (116, 110, 102), (168, 84, 28)
REPLAY_SHOWN = 1
"""Of the replay's moments: the one at which the accident is under way."""


def leaflet(stills: Stills) -> Image.Image:
    """The sheet, RGB, ``WIDTH`` pixels wide."""
    scenario = stills.world.scenario
    cells = [(hazard.label, stills.hazard(name)) for name, hazard in scenario.hazards.items()]
    cells.append((both("engine.leaflet.accident"), stills.replay()[REPLAY_SHOWN]))
    rows = -(-len(cells) // COLUMNS)
    height = 2 * MARGIN + START[1] + rows * (GAP + CELL[1] + LABEL)
    sheet = Image.new("RGB", (WIDTH, height), PAPER)
    sheet.paste(_fitted(stills.start(), START), (MARGIN, MARGIN))
    _tell(ImageDraw.Draw(sheet), stills)
    for index, (label, picture) in enumerate(cells):
        row, column = divmod(index, COLUMNS)
        x = MARGIN + column * (CELL[0] + GAP)
        y = MARGIN + START[1] + GAP + row * (GAP + CELL[1] + LABEL)
        sheet.paste(_fitted(picture, CELL), (x, y))
        _caption(ImageDraw.Draw(sheet), label, (x, y + CELL[1] + 4))
    return sheet


def _tell(pen: ImageDraw.ImageDraw, stills: Stills) -> None:
    """Title, industry and objective, beside the start."""
    scenario = stills.world.scenario
    x, y = MARGIN + START[0] + 2 * GAP, MARGIN
    width = WIDTH - MARGIN - x
    industry = registry().industries[scenario.industry]
    said = [
        (scenario.title.zh, 30, INK),
        (scenario.title.en, 18, FAINT),
        (f"{industry.zh} {industry.en}", 17, WARM),
        (scenario.objective.zh, 19, INK),
        (scenario.objective.en, 15, FAINT),
    ]
    for words, size, colour in said:
        for line in broken(words, size, width):
            pen.text((x, y), line, colour, font(size))
            y += round(size * 1.4)
        y += 9


def _caption(pen: ImageDraw.ImageDraw, label: Text, at: tuple[int, int]) -> None:
    x, y = at
    for lang, size, colour in zip(LANGS, (16, 12), (INK, FAINT), strict=True):
        line = broken(getattr(label, lang), size, CELL[0])[0]
        pen.text((x, y), line, colour, font(size))
        y += round(size * 1.5)


def _fitted(picture: Picture, size: tuple[int, int]) -> Image.Image:
    """A picture cut to a size's shape round its middle, and scaled to it."""
    height, width = picture.shape[:2]
    wanted = min(height, round(width * size[1] / size[0]))
    top = (height - wanted) // 2
    return Image.fromarray(picture[top : top + wanted]).resize(size, Image.Resampling.LANCZOS)

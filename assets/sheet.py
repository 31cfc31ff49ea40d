"""Contact sheets: one picture for each group of the library, with every exhibit, its names and facts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw

from assets.exhibits import Exhibit
from assets.textures.pen import font
from assets.thumbnails import SIZE
from assets.workers import worked
from common.text import Lang, text

Progress = Callable[[float, str], None]

GAP, HEADING, CAPTION = 10, 72, 58
PAPER, INK, FAINT = (246, 246, 244), (30, 32, 35), (110, 114, 120)
LARGEST = 600_000
"""Bytes of a sheet: it is committed with the documents."""
QUALITIES = (84, 76, 68, 60)
CELL_WIDTHS = (320, 280, 240, 200, 168)
COLUMNS = 8
FEW = 24
FEW_COLUMNS = 6


@dataclass(frozen=True)
class Cell:
    picture: bytes
    title: str
    name: str
    facts: str


def cell_of(lang: Lang, exhibit: Exhibit) -> Cell:
    """What a sheet shows of an exhibit."""
    name = ".".join(filter(None, (exhibit.name, exhibit.look)))
    return Cell(exhibit.picture(), exhibit.title(lang), name, exhibit.facts(lang))


def draw_sheets(
    out: Path,
    groups: Mapping[str, Sequence[Exhibit]],
    lang: Lang = "zh",
    progress: Progress | None = None,
    workers: int | None = None,
) -> list[Path]:
    """Write one JPEG for each of ``groups`` into the folder ``out``; what is not built yet is built.

    Several processes draw the exhibits; ``progress`` is told how much is done. Gives the files written.
    """
    tell = progress or (lambda done, what: None)
    shown = [exhibit for exhibits in groups.values() for exhibit in exhibits]
    cells: dict[int, Cell] = {}
    for number, cell in worked(partial(cell_of, lang), shown, workers):
        cells[number] = cell
        tell(len(cells) / len(shown), cell.name)
    ordered = [cells[number] for number in range(len(shown))]
    out.mkdir(parents=True, exist_ok=True)
    return [
        _write(out / f"{group}.jpg", text(f"assets.groups.{group}", lang), own)
        for group, own in zip(groups, _parted(ordered, [len(exhibits) for exhibits in groups.values()]), strict=True)
    ]


def _parted(cells: list[Cell], counts: list[int]) -> Iterator[list[Cell]]:
    start = 0
    for count in counts:
        yield cells[start : start + count]
        start += count


def _write(path: Path, title: str, cells: list[Cell]) -> Path:
    """Write a sheet with cells as large and as little squeezed as its size in bytes allows."""
    for width in CELL_WIDTHS:
        sheet = _composed(title, cells, width)
        for quality in QUALITIES:
            packed = io.BytesIO()
            sheet.save(packed, "JPEG", quality=quality, optimize=True, progressive=True)
            if packed.tell() <= LARGEST:
                break
        if packed.tell() <= LARGEST:
            break
    path.write_bytes(packed.getvalue())
    return path


def _composed(title: str, cells: list[Cell], width: int) -> Image.Image:
    """All cells in rows under the title, each picture ``width`` pixels wide."""
    columns = FEW_COLUMNS if len(cells) <= FEW else COLUMNS
    height = width * SIZE[1] // SIZE[0]
    w, h = width + GAP, height + CAPTION + GAP
    sheet = Image.new("RGB", (columns * w + GAP, HEADING + -(-len(cells) // columns) * h), PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.text((GAP, 16), f"{title} ({len(cells)})", INK, font(34))
    for k, cell in enumerate(cells):
        x, y = GAP + k % columns * w, HEADING + k // columns * h
        with Image.open(io.BytesIO(cell.picture)) as picture:
            sheet.paste(picture.resize((width, height), Image.Resampling.LANCZOS), (x, y))
        for down, size, ink, words in (
            (3, 15, INK, cell.title),
            (23, 12, FAINT, cell.name),
            (39, 12, FAINT, cell.facts),
        ):
            draw.text((x, y + height + down), _shortened(words, size, width), ink, font(size))
    return sheet


def _shortened(words: str, size: int, width: int) -> str:
    """The words, cut to the width of a cell."""
    if font(size).getlength(words) <= width:
        return words
    while font(size).getlength(words + "…") > width:
        words = words[:-1]
    return words + "…"

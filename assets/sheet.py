"""The contact sheet: every prop in every state, every sign, with names, sizes and triangles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from assets.build import Piece, pieces
from assets.mesh import Mesh, Model
from assets.people import PersonMesh, person
from assets.portrait import framing, portrait
from assets.props_cache import prop_model
from assets.textures.names import layer_index
from assets.textures.pen import font
from assets.textures.signs import draw_sign, sign_names
from common.text import Lang, text
from scenarios.registry import registry

CELL = (280, 210)
CAPTION = 64
COLUMNS = 6
PAPER, INK, FAINT = (246, 246, 244), (30, 32, 35), (110, 114, 120)


@dataclass(frozen=True)
class Cell:
    picture: Image.Image
    title: str
    name: str
    facts: str


def draw_sheet(path: Path, names: Iterable[str] | None = None, lang: Lang = "zh") -> None:
    """Write the sheet of all assets (or those called ``names``) as a PNG, building what is not there yet.

    Raises:
        UsageError: a name is not in the registry.
    """
    wanted = pieces(names)
    sections = [
        ("assets.sheet.props", [_prop_cell(piece, lang) for piece in _looks(wanted)]),
        ("assets.sheet.people", [_person_cell(piece, lang) for piece in wanted if piece.kind == "person"]),
    ]
    if names is None or "signs" in names:
        sections.append(("assets.sheet.signs", [_sign_cell(name) for name in sign_names()]))
    _compose([(text(key, lang), cells) for key, cells in sections if cells], lang).save(path)


def _looks(wanted: list[Piece]) -> list[Piece]:
    """Props, those that carry a sign only once."""
    seen: set[tuple] = set()
    found = []
    for piece in wanted:
        if piece.kind != "prop" or piece.request is None:
            continue
        look = (piece.name, piece.request.variant, piece.request.state)
        if look not in seen:
            seen.add(look)
            found.append(piece)
    return found


def _prop_cell(piece: Piece, lang: Lang) -> Cell:
    assert piece.request is not None
    entry = registry().props[piece.name]
    model = prop_model(piece.name, piece.request)
    state = getattr(entry.state_labels[piece.request.state], lang)
    kind = entry.variant_entries[piece.variant].label if piece.variant else entry.label
    title = f"{getattr(kind, lang)} · {state}"
    name = ".".join(filter(None, (piece.name, piece.request.variant, piece.request.state)))
    return Cell(_picture(model), title, name, _facts(model, lang))


def _person_cell(piece: Piece, lang: Lang) -> Cell:
    entry = registry().characters[piece.name]
    model = _standing(person(piece.name, piece.variant))
    title = getattr(entry.label, lang)
    if piece.variant:
        title += " · " + getattr(entry.variant_labels[piece.variant], lang)
    return Cell(_picture(model), title, f"{piece.name}.{piece.variant}", _facts(model, lang))


def _standing(body: PersonMesh) -> Model:
    """A person in the rest pose as a plain model."""
    count = len(body.position)
    shade = np.asarray(body.ambient_occlusion, np.float32).reshape(count, 1)
    mesh = Mesh(
        body.faces.astype(np.int32),
        body.position.astype(np.float32),
        body.normal.astype(np.float32),
        np.tile(np.array([0, 0, layer_index("paint")], np.float32), (count, 1)),
        (np.asarray(body.colour, np.float32)[:, :3] ** 2.2 * (0.4 + 0.6 * shade)).astype(np.float32),
        np.tile(np.array([0.7, 0, 0, 0], np.float32), (count, 1)),
    )
    return Model({"opaque": mesh})


def _picture(model: Model) -> Image.Image:
    return Image.fromarray(portrait(model, framing(model, aspect=CELL[0] / CELL[1]), CELL))


def _facts(model: Model, lang: Lang) -> str:
    points = np.concatenate([mesh.position for mesh in model.meshes.values()])
    w, d, h = (f"{side:.2f}" for side in points.max(0) - points.min(0))
    return (
        text("assets.sheet.size", lang, w=w, d=d, h=h)
        + "  "
        + text("assets.sheet.triangles", lang, count=model.triangles)
    )


def _sign_cell(name: str) -> Cell:
    drawn = draw_sign(name)
    fitted = drawn.copy()
    fitted.thumbnail((CELL[0] - 24, CELL[1] - 24))
    picture = Image.new("RGB", CELL, (150, 156, 160))
    picture.paste(fitted, ((CELL[0] - fitted.width) // 2, (CELL[1] - fitted.height) // 2), fitted)
    return Cell(picture, name, "", f"{drawn.width} × {drawn.height} px")


def _compose(sections: list[tuple[str, list[Cell]]], lang: Lang) -> Image.Image:
    """All cells in rows under their headings."""
    gap, heading, top = 12, 56, 84
    w, h = CELL[0] + gap, CELL[1] + CAPTION + gap
    rows = [-(-len(cells) // COLUMNS) for _, cells in sections]
    size = (COLUMNS * w + gap, top + sum(rows) * h + heading * len(sections) + gap)
    sheet = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.text((gap, 22), text("assets.sheet.title", lang), INK, font(40))
    y = top
    for title, cells in sections:
        draw.text((gap, y + 8), title, INK, font(28))
        y += heading
        for k, cell in enumerate(cells):
            x, line = gap + k % COLUMNS * w, y + k // COLUMNS * h
            sheet.paste(cell.picture, (x, line))
            for down, size, ink, words in (
                (4, 17, INK, cell.title),
                (27, 13, FAINT, cell.name),
                (44, 13, FAINT, cell.facts),
            ):
                draw.text((x, line + CELL[1] + down), _shortened(words, size), ink, font(size))
        y += -(-len(cells) // COLUMNS) * h
    return sheet


def _shortened(words: str, size: int) -> str:
    """The words, cut to the width of a cell."""
    if font(size).getlength(words) <= CELL[0]:
        return words
    while font(size).getlength(words + "…") > CELL[0]:
        words = words[:-1]
    return words + "…"

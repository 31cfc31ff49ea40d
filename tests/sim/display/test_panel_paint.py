"""Painted panels: letters that stand out from whatever is behind, marks that are told by more than their colour."""

from __future__ import annotations

import numpy as np
import pytest
from panda3d import core

from sim.display.headset.backstage import MOST_LEFT, Backstage
from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.drawn.panel_paint import FILLS, GLASS, INKS, MARGIN, paint
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.shown import Button, Panel

LEAST_CONTRAST = 7.0


def luminance(colour: tuple[int, ...]) -> float:
    shares = np.array(colour[:3]) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def contrast(ink: tuple[int, ...], ground: tuple[int, ...]) -> float:
    return (luminance(ink) + 0.05) / (luminance(ground) + 0.05)


def test_letters_stand_out_also_before_the_brightest_scene() -> None:
    share = GLASS[3] / 255
    before_the_sun = tuple(round(part * share + 255 * (1 - share)) for part in GLASS[:3])
    for name, ink in INKS.items():
        assert contrast(ink, before_the_sun) >= LEAST_CONTRAST, name
    for style, fill in FILLS.items():
        assert fill[3] == 255
        assert contrast(INKS["button"], fill) >= LEAST_CONTRAST, style


def test_what_is_good_and_what_is_a_warning_differ_in_more_than_their_colour() -> None:
    shapes = []
    for style in ("good", "warning"):
        laid = layout(Panel("panel", "", (), (Button("a", "走", style),)))
        seen = np.asarray(paint(laid, "panel").convert("L")).astype(int)
        x, y = (round(part) + MARGIN for part in laid.fields[0].icon)
        shapes.append(seen[y - 22 : y + 22, x - 22 : x + 22] > 190)
    assert all(40 < shape.sum() < 1700 for shape in shapes)
    assert (shapes[0] != shapes[1]).sum() > 300


def test_words_are_where_they_were_laid_out_and_corners_are_empty() -> None:
    laid = layout(Panel("panel", "事故发生了", ("先断电，再救人。",)))
    seen = np.asarray(paint(laid, "panel"))
    assert seen.shape == (laid.pixels[1] + 2 * MARGIN, laid.pixels[0] + 2 * MARGIN, 4)
    assert seen[0, :, 3].max() == 0 and seen[MARGIN + 1, MARGIN + 1, 3] < 60
    for line in laid.words:
        row = round(line.y) + MARGIN
        band = seen[row - line.size // 2 : row + line.size // 2, :, :3].min(-1)
        assert band[:, round(line.x) + MARGIN : round(line.x) + MARGIN + 4 * line.size].max() > 215
        assert band[:, : round(line.x) + MARGIN - 2].max() < 90


def test_every_stroke_lets_a_frame_through() -> None:
    panel = Panel("panel", "标题", ("一", "二"), (Button("a", "好"), Button("b", "不")))
    strokes: list[int] = []
    paint(layout(panel), "panel", lambda: strokes.append(1))
    assert len(strokes) >= 6


def test_pictures_are_painted_beside_the_frames_and_kept() -> None:
    pictures = PanelPictures()
    panel = Panel("hint", "", ("扣动扳机",))
    assert pictures.of(panel) is None
    pictures.backstage.settle()
    texture = pictures.of(panel)
    assert isinstance(texture, core.Texture) and texture.getXSize() == layout(panel).pixels[0] + 2 * MARGIN
    assert pictures.of(Panel("hint", "", ("扣动扳机",))) is texture
    pictures.close()


def test_what_fails_backstage_is_told_to_who_asked() -> None:
    backstage: Backstage[int] = Backstage()

    def fail() -> int:
        raise ZeroDivisionError

    assert backstage.ask("a", fail) is None
    backstage.settle()
    with pytest.raises(ZeroDivisionError):
        backstage.ask("a", fail)
    backstage.close()


def test_what_nobody_came_for_does_not_pile_up() -> None:
    backstage: Backstage[int] = Backstage()
    for number in range(3 * MOST_LEFT):
        backstage.ask(number, lambda: 1)
    backstage.settle()
    assert backstage.ask(0, lambda: 2) is None, "the first were let go"
    assert backstage.ask(3 * MOST_LEFT - 1, lambda: 2) == 1
    backstage.close()

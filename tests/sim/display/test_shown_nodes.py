"""What a headset shows over a scene, as both eyes see it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import cos, radians, sin, tan

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from sim.display.headset.drawn.panel_layout import layout
from sim.display.headset.drawn.panel_paint import MARGIN, paint
from sim.display.headset.drawn.panel_pictures import PanelPictures
from sim.display.headset.drawn.shown_nodes import ShownNodes
from sim.display.headset.shown import Button, Leap, Panel, PlacedPanel, Pulse, Ray, Shown
from sim.render.camera import View
from sim.render.graphics import Graphics
from sim.render.stage import Stage
from sim.render.stereo import StereoPicture, level_eyes
from sim.world.bake import bake
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, box, moment, small_scenario

Picture = NDArray[np.int_]
SIZE, FIELD, APART = 256, 40.0, 0.064
NEAR_FIELD = 20.0
"""A field in which there are 13 pixels a degree, half as many as in a headset."""
HEAD = View((0.0, 0.0, 1.62), 0.0, 0.0, FIELD)
AHEAD = (1.0, 0.0, 0.0, 0.0)
CAPTION = Panel("caption", "班长", ("当心触电",))
ASKED = Panel("panel", "怎么办？", (), (Button("first", "断电"), Button("second", "拉电缆")), width=0.6)


class Eyes:
    """Two eyes that look north at a dark wall four metres away; another one, on the left, is a metre away."""

    def __init__(self, graphics: Graphics) -> None:
        wall = box(1.0, 0.1, 3.0, (0.5, 0.5, 0.5)).placed(-0.9, 1.0, 0)
        far = box(12.0, 0.1, 2.6, (0.05, 0.05, 0.05)).placed(0, 3.8, 0)
        world = compose(small_scenario(), SmallLibrary([wall, far]))
        self._stage = Stage(graphics, world, bake(world, rays=8))
        self._nodes = ShownNodes(self._stage, PanelPictures(1, at_once=True))
        self._picture = StereoPicture(self._stage, (SIZE, SIZE), samples=4, read_back=True)

    def see(self, shown: Shown, head: View = HEAD) -> tuple[Picture, Picture]:
        self._nodes.show(shown, head.eye)
        self._picture.draw(moment(), head, level_eyes(APART, head.field, head.field))
        left, right = (eye.astype(int) for eye in self._picture.images())
        assert min(left.std(), right.std()) > 3, "one colour is no picture"
        return left, right

    def close(self) -> None:
        self._picture.remove()
        self._nodes.pictures.close()
        self._nodes.close()
        self._stage.close()


@pytest.fixture(scope="module")
def eyes(graphics: Graphics) -> Iterator[Eyes]:
    made = Eyes(graphics)
    yield made
    made.close()


def placed(panel: Panel, at: tuple[float, float, float] = (0.0, 1.5, 1.62), **more: object) -> PlacedPanel:
    return PlacedPanel("panel", panel, at, AHEAD, **more)


def only(*panels: PlacedPanel, **more: object) -> Shown:
    return Shown(panels=panels, **more)


def pixels_a_tangent(field: float) -> float:
    return SIZE / 2 / tan(radians(field / 2))


def on_eye(point: tuple[float, float, float], side: int, field: float = FIELD) -> tuple[int, int]:
    """Column and row of a point of the world in the picture of the left (-1) or right (1) eye."""
    x, y, z = point[0] - side * APART / 2, point[1], point[2] - HEAD.eye[2]
    scale = pixels_a_tangent(field) / y
    return round(SIZE / 2 + x * scale), round(SIZE / 2 - z * scale)


def window(picture: Picture, point: tuple[float, float, float], half: int = 3, side: int = -1) -> Picture:
    column, row = on_eye(point, side)
    return picture[row - half : row + half + 1, column - half : column + half + 1]


def likeness(seen: Picture, expected: Picture) -> float:
    """The correlation of two grey pictures, at the best of a few shifts."""
    best = -1.0
    for down in range(-2, 3):
        for across in range(-2, 3):
            moved = np.roll(expected, (down, across), (0, 1))[3:-3, 3:-3]
            best = max(best, float(np.corrcoef(moved.ravel(), seen[3:-3, 3:-3].ravel())[0, 1]))
    return best


def letters(panel: Panel, wide: int, high: int) -> Picture:
    laid = layout(panel)
    inner = (MARGIN, MARGIN, MARGIN + laid.pixels[0], MARGIN + laid.pixels[1])
    painted = paint(laid, panel.kind).crop(inner)
    return np.asarray(painted.convert("L").resize((wide, high), Image.Resampling.BOX)).astype(int)


@pytest.mark.parametrize("side", [-1, 1])
def test_each_eye_reads_the_painted_letters(eyes: Eyes, side: int) -> None:
    laid = layout(CAPTION)
    near = View(HEAD.eye, 0.0, 0.0, NEAR_FIELD)
    seen = eyes.see(only(placed(CAPTION)), near)[(side + 1) // 2].mean(-1)
    left, top = on_eye((-laid.size[0] / 2, 1.5, 1.62 + laid.size[1] / 2), side, NEAR_FIELD)
    right, bottom = on_eye((laid.size[0] / 2, 1.5, 1.62 - laid.size[1] / 2), side, NEAR_FIELD)
    crop = seen[top:bottom, left:right]
    others = Panel("caption", "班长", ("注意坠落",))
    assert likeness(crop, letters(CAPTION, right - left, bottom - top)) > 0.93
    assert likeness(crop, letters(others, right - left, bottom - top)) < 0.8


def test_a_panel_shifts_between_the_eyes_as_far_as_it_is_away(eyes: Eyes) -> None:
    seen, bare = eyes.see(only(placed(CAPTION, (0.0, 1.2, 1.62)))), eyes.see(Shown())
    changed = [np.abs(one - other).max(-1) > 20 for one, other in zip(seen, bare, strict=True)]
    middles = [float(np.nonzero(each)[1].mean()) for each in changed]
    assert middles[0] - middles[1] == pytest.approx(APART / 1.2 * pixels_a_tangent(FIELD), abs=1.5)


def test_the_button_that_is_pointed_at_is_brighter_and_fills_while_it_is_held(eyes: Eyes) -> None:
    laid = layout(ASKED)
    middles = {name: (0.0, 1.5, 1.62 + (rect.low + rect.high) / 2) for name, rect in laid.buttons.items()}
    plain, pointed, held = (
        eyes.see(only(placed(ASKED, hovered=name, pressed=share)))[0]
        for name, share in (("", 0.0), ("second", 0.0), ("second", 0.5))
    )
    near = {name: (x - 0.2, y, z) for name, (x, y, z) in middles.items()}
    far = {name: (x + 0.2, y, z) for name, (x, y, z) in middles.items()}
    assert window(pointed, near["second"]).mean() > window(plain, near["second"]).mean() + 12
    assert abs(window(pointed, near["first"]) - window(plain, near["first"])).max() <= 1
    assert window(held, near["second"]).mean() > window(pointed, near["second"]).mean() + 8
    assert abs(window(held, far["second"]) - window(pointed, far["second"])).max() <= 2


def test_a_bar_is_as_full_as_its_share(eyes: Eyes) -> None:
    panel = Panel("panel", "撤离", ("",), share=0.25, width=0.6)
    laid = layout(panel)
    row = 1.62 + laid.size[1] / 2 - (laid.gauge[1] + laid.gauge[3]) / 2 * laid.size[1] / laid.pixels[1]
    seen = eyes.see(only(placed(panel)))[0]
    full, empty = (window(seen, (x, 1.5, row), 0) for x in (-0.2, 0.1))
    assert full[..., 0].mean() > empty[..., 0].mean() + 60


def test_nothing_of_the_scene_hides_a_panel(eyes: Eyes) -> None:
    behind_the_wall = (-0.35, 1.5, 1.62)
    laid = layout(CAPTION)
    seen, bare = (eyes.see(shown)[0] for shown in (only(placed(CAPTION, behind_the_wall)), Shown()))
    corner = (behind_the_wall[0] - laid.size[0] / 2 + 0.02, 1.5, 1.62)
    assert window(seen, corner, 1).mean() < window(bare, corner, 1).mean() - 30


def test_of_two_panels_the_nearer_one_is_in_front_whatever_comes_first(eyes: Eyes) -> None:
    near = PlacedPanel("near", ASKED, (0.1, 1.2, 1.62), AHEAD)
    far = PlacedPanel("far", CAPTION, (-0.05, 1.6, 1.62), AHEAD)
    one, other = (eyes.see(only(*both))[0] for both in ((near, far), (far, near)))
    assert np.array_equal(one, other)
    alone = eyes.see(only(near))[0]
    spot = (0.0, 1.2, 1.62 + sum(layout(ASKED).buttons["first"][1::2]) / 2)
    assert abs(window(one, spot) - window(alone, spot)).max() < 20


def test_a_hand_before_a_panel_covers_it_and_one_behind_does_not(eyes: Eyes) -> None:
    board = placed(Panel("panel", "", ("字" * 60,), width=0.8), (0.0, 0.6, 1.62))
    alone = eyes.see(only(board))[0]
    for away, covers in ((0.45, True), (0.9, False)):
        hands = (("right", (0.0, away, 1.62), AHEAD, "controller"),)
        assert (np.abs(eyes.see(only(board, hands=hands))[0] - alone).max(-1) > 25).mean() == pytest.approx(
            0.10 if covers else 0.0, abs=0.08 if covers else 0.004
        )


def test_the_vignette_darkens_the_rim_and_leaves_the_middle(eyes: Eyes) -> None:
    wide = View(HEAD.eye, 0.0, 0.0, 85.0)
    open_view, narrowed = (eyes.see(Shown(vignette=share), wide)[0] for share in (0.0, 1.0))
    middle, corner = (slice(110, 146), slice(110, 146)), (slice(0, 16), slice(240, 256))
    assert np.array_equal(open_view[middle], narrowed[middle])
    assert narrowed[corner].mean() < 0.2 * open_view[corner].mean()


def test_in_the_dark_only_panels_and_pointers_are_seen(eyes: Eyes) -> None:
    ray = Ray("right", (0.2, 0.3, 1.3), (0.25, 1.6, 1.85), "nothing")
    lit, dark = (eyes.see(only(placed(CAPTION), rays=(ray,), dark=share))[0] for share in (0.0, 1.0))
    laid = layout(CAPTION)
    left, top = on_eye((-laid.size[0] / 2, 1.5, 1.62 + laid.size[1] / 2), -1)
    right, bottom = on_eye((laid.size[0] / 2, 1.5, 1.62 - laid.size[1] / 2), -1)
    text = (slice(top + 4, bottom - 4), slice(left + 4, right - 4))
    assert lit[text].max() > 180 and abs(dark[text].max() - lit[text].max()) < 20
    assert window(dark, ray.end, 1).max() > 180
    dark[text] = 0
    assert np.median(dark) == 0 and np.median(lit) > 60


def test_what_a_ray_is_on_is_told_by_the_shape_of_its_mark(eyes: Eyes) -> None:
    shapes = {}
    for on in ("nothing", "thing", "button", "place"):
        ray = Ray(None, HEAD.eye, (0.0, 2.0, 1.62), on)
        seen = window(eyes.see(Shown(rays=(ray,)))[0], ray.end, 9)
        shapes[on] = seen.mean(-1) > 130
        assert shapes[on].any()
    for one, other in combinations(shapes, 2):
        assert (shapes[one] != shapes[other]).sum() >= 6, (one, other)


def test_holding_grows_a_ring_round_the_mark(eyes: Eyes) -> None:
    def lit(share: float) -> int:
        ray = Ray(None, HEAD.eye, (0.0, 2.0, 1.62), "thing", share)
        seen = window(eyes.see(Shown(rays=(ray,)))[0], ray.end, 9)
        return int(((seen[..., 0] - seen[..., 2]) > 70).sum())

    assert lit(0.0) < lit(0.4) < lit(0.9)


def test_a_ray_without_a_hand_is_only_its_mark(eyes: Eyes) -> None:
    bare = eyes.see(Shown())[0]
    half_way = (0.15, 1.0, 1.45)
    for side, drawn in (("right", True), (None, False)):
        ray = Ray(side, (0.3, 0.0, 1.28), (0.0, 2.0, 1.62), "nothing")
        changed = np.abs(window(eyes.see(Shown(rays=(ray,)))[0], half_way) - window(bare, half_way)).max()
        assert (changed > 20) == drawn


LANDING = (0.0, 3.0, 0.0)
LOW = View((0.0, 0.0, 1.62), 0.0, -22.0, FIELD)


def greener(seen: Picture, bare: Picture) -> int:
    """How many pixels are much greener than they were."""
    return int(((seen[..., 1] - seen[..., 0]) - (bare[..., 1] - bare[..., 0]) > 20).sum())


def test_an_arc_leads_to_where_one_lands_and_says_where_one_may_not(eyes: Eyes) -> None:
    arc = tuple((0.2 * cos(step), 3.0 * step / 1.57, 1.2 + 0.4 * sin(2 * step) - 1.2 * step / 1.57)
                for step in np.linspace(0, 1.57, 12))  # fmt: skip
    bare = eyes.see(Shown(), LOW)[0]
    open_way, barred = (eyes.see(Shown(leap=Leap(arc, LANDING, standpoint)), LOW)[0] for standpoint in (1, None))
    for seen in (open_way, barred):
        assert (np.abs(seen - bare).max(-1) > 30).mean() > 0.01
    mint, grey = (greener(seen, bare) for seen in (open_way, barred))
    assert mint > 300 > 4 * grey
    assert (np.abs(open_way - barred).max(-1) > 30).sum() > 40


def test_places_are_marked_on_the_ground_and_behind_a_wall_they_are_not(eyes: Eyes) -> None:
    bare = eyes.see(Shown(), LOW)[0]
    changed = {}
    for name, at in (("open", (0.5, 3.0, 0.0)), ("hidden", (-1.6, 3.4, 0.0))):
        turned = View(HEAD.eye, 20.0 if name == "hidden" else 0.0, -22.0, FIELD)
        before = eyes.see(Shown(), turned)[0] if name == "hidden" else bare
        changed[name] = (np.abs(eyes.see(Shown(places=((1, at),)), turned)[0] - before).max(-1) > 30).sum()
    assert changed["open"] > 60
    assert changed["hidden"] == 0


def test_a_ring_spreads_round_what_was_found_and_is_gone(eyes: Eyes) -> None:
    bare, at = eyes.see(Shown())[0], (0.0, 3.0, 1.62)

    def reach(spread: float) -> float:
        seen = np.abs(eyes.see(Shown(pulses=(Pulse(at, spread),)))[0] - bare).max(-1) > 30
        rows, columns = np.nonzero(seen)
        column, row = on_eye(at, -1)
        return float(np.hypot(rows - row, columns - column).max(initial=0.0))

    assert 2 < reach(0.1) < reach(0.5)
    assert reach(1.0) == 0.0


def test_the_edge_of_the_free_area_shows_when_it_is_near(eyes: Eyes) -> None:
    bare = eyes.see(Shown())[0]

    def strength(ahead: float, wall: float) -> float:
        bounds = ((-1.5, -1.5, 0.0), (1.5, -1.5, 0.0), (1.5, ahead, 0.0), (-1.5, ahead, 0.0))
        return float(np.abs(eyes.see(Shown(wall=wall, bounds=bounds))[0] - bare).mean())

    assert strength(0.7, 1.0) > 2 * strength(1.4, 1.0) > 0
    assert strength(0.7, 1.0) > 1.5 * strength(0.7, 0.4) > 0
    assert strength(0.7, 0.0) == 0


def test_nothing_is_left_of_what_is_no_longer_shown(eyes: Eyes) -> None:
    bare = eyes.see(Shown())
    hands = (("left", (0.0, 0.5, 1.6), AHEAD, "hand"),)
    full = Shown(
        (placed(ASKED),), (Ray("left", (0, 0.4, 1.5), (0, 2, 1.62), "thing", 0.5),), hands,
        Leap(((0, 0.5, 1.2), (0, 3, 0)), LANDING, 1), ((1, (0.5, 3.0, 0.0)),), 0.5, 0.3, 1.0,
        (Pulse((0, 3, 1.6), 0.3),), ((-1, -1, 0), (1, -1, 0), (1, 1, 0), (-1, 1, 0)),
    )  # fmt: skip
    busy = eyes.see(full)
    again = eyes.see(Shown())
    for before, between, after in zip(bare, busy, again, strict=True):
        assert np.abs(between - before).mean() > 10
        assert np.array_equal(before, after)

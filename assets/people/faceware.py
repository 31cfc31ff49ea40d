"""What is worn before the face and over the ears: masks, respirators, goggles, shields, visors, muffs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.modelling import Material, lathe, rod, rounded_box, torus, tube
from assets.people.distance import Distance, Points, ellipsoid, join, meet, right_half
from assets.people.distance import rounded_box as box_field
from assets.people.fitting import band, in_levels, part, turned
from assets.people.head import bare_head
from assets.people.patch import Patch, both_sides, joined
from assets.people.poses import about
from assets.people.shell import Shell, meshed
from assets.people.skeleton import EYE
from assets.people.surface import Seam

STUFF = Material()
EARS = (0.0, -0.008, 1.690)
"""What visors turn about."""
STREAKS = ((46.0, 1.6), (40.5, 0.5), (-50.0, 1.2))
"""Where light gleams on a clear pane: degrees to the left of the nose, and half of how wide, in degrees."""


def _gauze_field(points: Points) -> Distance:
    """A folded gauze mask over nose and mouth, standing off a little between them."""
    p = right_half(points)
    near = bare_head(p) - 0.0050
    near = join(0.03, near, ellipsoid(p, (0, 0.078, 1.612), (0.040, 0.026, 0.034)))
    window = box_field(p, (0, 0.09, 1.6085), (0.058, 0.062, 0.043), 0.016)
    return meet(0.004, near, window)


def _worn(name: str, field: Callable[[Points], Distance], region: str, triangles: int) -> Shell:
    """A shell before the lower or upper face, of one colour, without what lies under the skin."""
    return Shell(
        name=name,
        field=field,
        box=((0, 0.0, 1.53), (0.105, 0.165, 1.72)),
        cell=0.0036,
        triangles=triangles,
        coarser=(triangles // 3, triangles // 8),
        binding="head",
        regions=lambda centres: np.full(len(centres), region),
        normal_step=2.4e-3,
        hidden=(lambda p: bare_head(p) + 0.001,),
    )


def gauze_mask(coarseness: float) -> tuple[Patch, ...]:
    """White gauze with its loops round the ears: no protection from dust or fumes."""
    loops = [
        band(bare_head, [(0.052, 0.060, z), (0.078, 0.020, z + rise), (0.088, -0.016, 1.645 + rise)], 0.005, "gauze",
             lift=0.002, thick=0.0015, stations=9)
        for z, rise in ((1.630, 0.022), (1.585, -0.010))
    ]  # fmt: skip
    return _with(meshed(_worn("gauze", _gauze_field, "gauze", 520), coarseness), both_sides(joined(loops)))


def _with(levels: tuple[Patch, ...], extra: Patch) -> tuple[Patch, ...]:
    return tuple(joined([level, more]) for level, more in zip(levels, in_levels(extra), strict=True))


def _cup_field(points: Points) -> Distance:
    p = right_half(points)
    near = meet(0.004, bare_head(p) - 0.0060, ellipsoid(p, (0, 0.085, 1.610), (0.044, 0.055, 0.052)))
    return join(0.016, near, ellipsoid(p, (0, 0.092, 1.604), (0.027, 0.028, 0.034)))


def half_mask(coarseness: float) -> tuple[Patch, ...]:
    """A rubber half mask with two filters, a valve and head straps."""
    filters = lathe(
        [(0, -0.012), (0.030, -0.012), (0.033, -0.008), (0.033, 0.008), (0.029, 0.014), (0, 0.014)], STUFF, sides=16
    )
    side = part("filter", filters.placed(p=-80, h=-52).placed(0.056, 0.098, 1.592))
    straps = joined([
        band(bare_head, [(0.040, 0.082, 1.622), (0.074, 0.040, 1.640), (0.080, -0.030, 1.690),
        (0.030, -0.100, 1.725)], 0.012, "strap", stations=14),
        band(bare_head, [(0.038, 0.075, 1.590), (0.070, 0.020, 1.605), (0.060, -0.070, 1.610),
        (0.010, -0.100, 1.610)], 0.012, "strap", stations=14),
    ])  # fmt: skip
    valve = part(
        "filter",
        lathe([(0, 0), (0.016, 0), (0.014, 0.010), (0, 0.010)], STUFF, sides=12).placed(p=-90).placed(0, 0.114, 1.592),
    )
    extra = joined([both_sides(joined([side, straps])), valve])
    return _with(meshed(_worn("half mask", _cup_field, "rubber", 520), coarseness), extra)


def _goggle_field(points: Points) -> Distance:
    p = right_half(points)
    around = meet(0.006, bare_head(p) - 0.016, box_field(p, (0, 0.07, 1.668), (0.071, 0.060, 0.027), 0.014))
    return join(0.010, around, box_field(p, (0.032, 0.082, 1.667), (0.030, 0.020, 0.020), 0.010))


def _lens(centres: np.ndarray) -> np.ndarray:
    """Negative inside the pane of the goggles."""
    x, z = np.abs(centres[:, 0]) - 0.028, centres[:, 2] - 1.668
    inside = np.maximum(np.abs(x) - 0.027, np.abs(z) - 0.015)
    return np.where(centres[:, 1] > 0.075, inside, 0.02)


def goggles(coarseness: float) -> tuple[Patch, ...]:
    """Splash goggles with their elastic band."""
    shell = Shell(
        name="goggles",
        field=_goggle_field,
        box=((0, 0.0, 1.62), (0.105, 0.165, 1.72)),
        cell=0.0036,
        triangles=560,
        coarser=(190, 80),
        binding="head",
        regions=lambda centres: np.where(_lens(centres) < 0, "lens", "goggle"),
        seams=(Seam(_lens, 0.0012),),
        normal_step=2.0e-3,
        hidden=(lambda p: bare_head(p) + 0.001,),
    )
    strap = band(bare_head, [(0.066, 0.060, 1.670), (0.084, 0.0, 1.682), (0.074, -0.06, 1.685), (0.0, -0.112, 1.685)],
                 0.016, "strap", stations=14)  # fmt: skip
    return _with(meshed(shell, coarseness), both_sides(strap))


def goggles_up(coarseness: float) -> tuple[Patch, ...]:
    """The goggles pushed up onto the front of the helmet: of no use there."""
    turn = about(np.array([1.0, 0, 0]), np.array([24.0]))[0]
    moved = []
    for level in goggles(coarseness):
        on_strap = level.regions[:, None] == "strap"
        moved.append(turned(level.keeping(~on_strap[:, 0]), turn, EYE * (0, 1, 1), (0, 0.044, 0.112)))
    return tuple(moved)


def _pane(
    region: str, top: float, bottom: float, radius: float, half_angle: float, *, chin: float = 0.92, aside: float = 0.0
) -> Patch:
    """A bent pane before the face from height ``top`` down to ``bottom``, drawn in there to ``chin``; its middle
    lies ``aside`` degrees to the left."""
    rows = np.linspace(0, 1, 6)
    front = [(radius * (1 - (1 - chin) * t * t), top + (bottom - top) * t) for t in rows]
    back = [(r - 0.003, z) for r, z in reversed(front)]
    sheet = lathe(
        [*front[::-1], *back[::-1], front[-1]],
        STUFF,
        sides=22,
        turn=(90 + aside - half_angle, 90 + aside + half_angle),
        split=50,
    )
    return part(region, sheet.placed(0, -0.012, 0))


def _hinged(patch: Patch, up: bool, degrees: float) -> Patch:
    """As it is, or swung up about the ears."""
    return turned(patch, about(np.array([1.0, 0, 0]), np.array([degrees]))[0], EARS, (0, 0.012, 0.038)) if up else patch


def _pivots(region: str) -> Patch:
    knob = lathe([(0, 0), (0.016, 0), (0.016, 0.010), (0.011, 0.015), (0, 0.015)], STUFF, sides=12)
    return both_sides(part(region, knob.placed(r=90).placed(0.119, -0.008, 1.712)))


def weld_visor(*, up: bool) -> Patch:
    """A dark welding mask on the helmet, with its window."""
    shield = _pane("visor", 1.745, 1.520, 0.150, 76, chin=0.80)
    window = part("visor_glass", rounded_box(0.104, 0.008, 0.046, STUFF, radius=0.004).placed(0, 0.136, 1.642))
    frame = part("visor", rounded_box(0.128, 0.010, 0.070, STUFF, radius=0.005).placed(0, 0.131, 1.630))
    return joined([_hinged(joined([shield, frame, window]), up, 62), _pivots("visor")])


def gold_shield(*, up: bool) -> Patch:
    """A furnace man's tinted and gilded face shield."""
    pane = _pane("gold", 1.742, 1.500, 0.158, 80)
    return joined([_hinged(joined([pane, _rim("visor", 1.738, 0.160, 80)]), up, 64), _pivots("visor")])


def clear_shield() -> Patch:
    """A clear face shield. What one sees through is not made: the rim is, and streaks of light down the bent pane."""
    top, bottom = _rim("visor", 1.736, 0.157, 78), _rim("rim", 1.512, 0.147, 78)
    sides = both_sides(
        part(
            "rim", tube([(0.1525, 0.021, 1.735), (0.152, 0.020, 1.62), (0.1435, 0.018, 1.514)], 0.0035, STUFF, sides=6)
        )
    )
    streaks = [_pane("gleam", 1.722, 1.530, 0.157, wide, aside=aside) for aside, wide in STREAKS]
    return joined([top, bottom, sides, *streaks, _pivots("visor")])


def _rim(region: str, z: float, radius: float, half_angle: float) -> Patch:
    a = np.radians(np.linspace(90 - half_angle, 90 + half_angle, 19))
    line = np.stack([radius * np.cos(a), radius * np.sin(a) - 0.012, np.full(19, z)], -1)
    return part(region, tube(line, 0.0045, STUFF, sides=6, squash=(1.0, 1.8)))


def muffs(region: str, radius: float, *, band_at: float) -> Patch:
    """Cups over both ears on a bow over the crown, whose top is at height ``band_at``."""
    outline = [(0, 0), (radius, 0), (radius, 0.016), (radius * 0.8, 0.030), (radius * 0.4, 0.034), (0, 0.034)]
    cup = part(region, lathe(outline, STUFF, sides=16).placed(r=90).placed(0.082, -0.010, 1.656))
    cushion = part(
        "cushion", torus(radius * 0.8, 0.008, STUFF, sides=16, section=6).placed(r=90).placed(0.084, -0.010, 1.656)
    )
    turn = np.linspace(0, np.pi, 17)
    high = band_at - 1.690
    bow = np.stack([0.101 * np.cos(turn), np.full(17, -0.010), 1.690 + high * np.sin(turn)], -1)
    return joined(
        [both_sides(joined([cup, cushion])), part(region, tube(bow, 0.006, STUFF, sides=6, squash=(0.6, 2.2)))]
    )


def _scba_field(points: Points) -> Distance:
    p = right_half(points)
    around = meet(0.006, bare_head(p) - 0.012, ellipsoid(p, (0, 0.075, 1.634), (0.073, 0.075, 0.082)))
    return join(0.014, around, ellipsoid(p, (0, 0.100, 1.596), (0.028, 0.032, 0.030)))


def _scba_pane(centres: np.ndarray) -> np.ndarray:
    x, z = centres[:, 0], centres[:, 2] - 1.664
    inside = ((x / 0.058) ** 2 + (z / 0.036) ** 2 - 1) * 0.036
    return np.where(centres[:, 1] > 0.055, inside, 0.02)


def scba_mask(coarseness: float) -> tuple[Patch, ...]:
    """A full-face mask with its wide pane, valve and head straps."""
    shell = Shell(
        name="scba mask",
        field=_scba_field,
        box=((0, -0.01, 1.53), (0.105, 0.175, 1.73)),
        cell=0.0040,
        triangles=640,
        coarser=(210, 90),
        binding="head",
        regions=lambda centres: np.where(_scba_pane(centres) < 0, "lens", "rubber"),
        seams=(Seam(_scba_pane, 0.0014),),
        normal_step=2.4e-3,
        hidden=(lambda p: bare_head(p) + 0.001,),
    )
    valve = part(
        "filter",
        lathe([(0, 0), (0.024, 0), (0.024, 0.022), (0, 0.022)], STUFF, sides=14).placed(p=-90).placed(0, 0.125, 1.590),
    )
    strap = band(bare_head, [(0.062, 0.055, 1.640), (0.082, 0.0, 1.650), (0.05, -0.085, 1.640),
    (0, -0.10, 1.640)], 0.014, "strap",
                 stations=12)  # fmt: skip
    return _with(meshed(shell, coarseness), joined([both_sides(strap), valve]))


def hose_to_mask() -> Patch:
    """The breathing hose from the mask's valve over the right shoulder."""
    line = np.array([(0.0, 0.142, 1.590), (0.045, 0.165, 1.545), (0.095, 0.150, 1.480), (0.125, 0.100, 1.455)])
    return part("rubber", tube(line, 0.0135, STUFF, sides=9))


def cap_lamp() -> Patch:
    """A miner's lamp on the helmet's front."""
    body = lathe([(0, 0), (0.026, 0), (0.030, 0.008), (0.030, 0.034), (0.027, 0.040), (0, 0.040)], STUFF, sides=16)
    lens = lathe([(0, 0), (0.0255, 0), (0.0255, 0.002), (0, 0.002)], STUFF, sides=16)
    turn = {"p": -84}
    return joined([
        part("lamp_body", body.placed(**turn).placed(0, 0.112, 1.770),
        rounded_box(0.03, 0.02, 0.045, STUFF, radius=0.005).placed(0, 0.112, 1.748)),
        part("lamp_lens", lens.placed(**turn).placed(0, 0.152, 1.774)),
        part("lamp_body", rod((0.0, -0.125, 1.775), (0.0, -0.146, 1.735), 0.005, STUFF)),
    ])  # fmt: skip


__all__ = [
    "cap_lamp", "clear_shield", "gauze_mask", "goggles", "goggles_up", "gold_shield", "half_mask", "hose_to_mask",
    "muffs",
    "scba_mask", "weld_visor",
]  # fmt: skip

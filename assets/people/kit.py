"""What is worn on the body over the clothes: harness, lifejacket, apron, belts, breathing set, armband, whistle."""

from __future__ import annotations

import numpy as np

from assets.modelling import Material, rod, rounded_box, smooth, torus, tube
from assets.people.body import sleeve, torso, torso_profile, trouser_leg
from assets.people.distance import Distance, Points, join, loft, meet, right_half, smooth_step, without
from assets.people.fitting import band, girdle, part
from assets.people.patch import Patch, both_sides, joined
from assets.people.shell import Shell
from assets.people.skeleton import ARM_DIRECTION, SHOULDER
from assets.people.surface import Seam, where
from assets.people.workwear import height_seam, vest
from assets.textures.pen import font

STUFF = Material()


def _over_vest(points: Points) -> Distance:
    return join(0.02, vest(points), torso(points) - 0.012)


def _over_jacket(points: Points) -> Distance:
    return torso(points) - 0.026


def _thighs(points: Points) -> Distance:
    return trouser_leg(points, 0.012)


def harness(*, hooked: bool) -> Patch:
    """A full-body harness; its lanyard hooked to its own side ring, or to something overhead behind."""
    straps = [
        band(_over_vest, [(0.075, 0.115, 1.000), (0.085, 0.140, 1.25), (0.100, 0.040, 1.49), (0.085, -0.06, 1.48),
        (0.012, -0.15, 1.36)], 0.040, "webbing", stations=26),
        band(_over_vest, [(0.012, -0.15, 1.36), (0.070, -0.15, 1.15), (0.095, -0.13, 0.99)], 0.040, "webbing"),
        band(_thighs, [(0.205, 0.00, 0.865), (0.150, 0.11, 0.790), (0.060, 0.11, 0.750)], 0.040,
        "webbing", stations=14),
        band(_thighs, [(0.205, 0.00, 0.865), (0.150, -0.11, 0.775), (0.060, -0.11, 0.760)], 0.040,
        "webbing", stations=14),
    ]  # fmt: skip
    chest = band(
        _over_vest,
        [(-0.09, 0.15, 1.275), (0, 0.16, 1.275), (0.09, 0.15, 1.275)],
        0.035,
        "webbing",
        stations=12,
        lift=0.005,
    )
    buckle = part("buckle", rounded_box(0.045, 0.012, 0.045, STUFF, radius=0.004).placed(0, 0.156, 1.252))
    belt = girdle(_over_vest, 0.995, (0.26, 0.22), 0.055, "webbing", lift=0.006)
    ring = part("buckle", torus(0.028, 0.005, STUFF, sides=18, section=6).placed(p=80).placed(0, -0.152, 1.372))
    return joined([both_sides(joined(straps)), chest, buckle, belt, ring, _lanyard(hooked)])


def _lanyard(hooked: bool) -> Patch:
    if hooked:
        line = [(0, -0.155, 1.375), (0.0, -0.185, 1.60), (0.0, -0.165, 1.90), (0.0, -0.150, 2.10)]
        absorber = rounded_box(0.045, 0.035, 0.16, STUFF, radius=0.012).placed(0, -0.182, 1.48)
        hook, lean = (0.0, -0.150, 2.13), 0
    else:
        line = [
            (0, -0.155, 1.370),
            (-0.10, -0.20, 1.20),
            (-0.22, -0.15, 0.98),
            (-0.235, -0.02, 0.93),
            (-0.215, 0.055, 0.985),
        ]
        absorber = rounded_box(0.045, 0.035, 0.16, STUFF, radius=0.012).placed(-0.05, -0.185, 1.20, r=-20)
        hook, lean = (-0.215, 0.060, 0.985), 30
    rope = tube(smooth(line, 6), 0.0075, STUFF, sides=7)
    snap = torus(0.030, 0.0055, STUFF, sides=16, section=6).placed(p=90).placed(*hook, h=lean)
    return joined([part("rope", rope), part("absorber", absorber), part("buckle", snap)])


PATCH = (0.078, 0.132)
"""From the middle: the reflective patches of a lifejacket."""


def _lifejacket_field(points: Points) -> Distance:
    """Padded all round, thickest in front, open at neck and arms."""
    q, y, z = right_half(points), points[:, 1], points[:, 2]
    blocks = 0.009 * np.sqrt(np.abs(np.sin((z - 1.085) * np.pi / 0.115)))
    thick = 0.030 + 0.020 * smooth_step((y + 0.02) / 0.10) + blocks
    d = torso(points) - thick.astype(np.float32)
    armhole = (np.sqrt(((y + 0.012) / 0.095) ** 2 + ((z - 1.375) / 0.125) ** 2) - 1) * 0.09
    d = without(0.010, d, np.maximum(armhole, 0.150 - q[:, 0]).astype(np.float32))
    neck = loft(points, [(1.3, 0.088, 0.105, -0.098), (1.7, 0.098, 0.125, -0.110)], 2)
    opening = np.maximum((q[:, 0] - 0.006) * 0.92, -y)
    d = without(0.008, d, np.maximum(neck, 1.36 - z).astype(np.float32), opening.astype(np.float32))
    return meet(0.012, d, 1.055 - z, q[:, 0] - 0.205, z - 1.475)


def _lifejacket_regions(centres: np.ndarray) -> np.ndarray:
    z, x = centres[:, 2], np.abs(centres[:, 0])
    names = np.full(len(centres), "lifejacket", "<U10")
    for low, high in ((1.135, 1.165), (1.250, 1.280)):
        names[(z > low) & (z < high)] = "strap"
    names[(x > PATCH[0]) & (x < PATCH[1]) & (z > 1.365) & (z < 1.405)] = "reflective"
    return names


def _by_the_neck(points: np.ndarray) -> np.ndarray:
    return np.abs(points[:, 2] - 1.385) < 0.03


def lifejacket_shell() -> Shell:
    return Shell(
        name="lifejacket",
        field=_lifejacket_field,
        box=((0, -0.24, 1.03), (0.27, 0.26, 1.52)),
        cell=0.0068,
        triangles=1100,
        coarser=(360, 130),
        binding="body",
        regions=_lifejacket_regions,
        seams=(
            *(height_seam(z) for z in (1.135, 1.165, 1.250, 1.280, 1.365, 1.405)),
            *(Seam(where(_by_the_neck, lambda v, x=x: np.abs(v[:, 0]) - x), 0.003) for x in PATCH),
        ),
        normal_step=5e-3,
        hidden=(lambda p: torso(p) - 0.002,),
    )


def _apron_field(points: Points) -> Distance:
    """A sheet over the front from the chest to below the knees, hanging free from the waist."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    rows = [
        (0.48, 0.245, 0.178, -0.17), (0.75, 0.215, 0.166, -0.16), (0.93, 0.195, 0.152, -0.15),
        *((h, w, f, b) for h, w, f, b in torso_profile(0.030) if h > 1.0),
    ]  # fmt: skip
    body = loft(points, rows, 2.3)
    folds = 0.004 * np.sin(x * 62 + 0.5) * smooth_step((0.95 - z) / 0.3)
    sheet = np.abs(body + folds) - 0.0035
    half = np.interp(z, [0.50, 0.98, 1.06, 1.36], [0.230, 0.215, 0.165, 0.105])
    return meet(0.004, sheet.astype(np.float32), (x - half).astype(np.float32), 0.055 - y, 0.505 - z, z - 1.365)


def apron_shell() -> Shell:
    tie = Seam(where(lambda v: np.abs(v[:, 0]) < 0.3, lambda v: v[:, 2] - 1.035), 0.003)
    return Shell(
        name="apron",
        field=_apron_field,
        box=((0, 0.03, 0.48), (0.27, 0.22, 1.39)),
        cell=0.0060,
        triangles=900,
        coarser=(280, 110),
        binding="skirt",
        regions=lambda centres: np.full(len(centres), "apron"),
        seams=(tie,),
        normal_step=2.4e-3,
    )


def apron_ties() -> Patch:
    """The neck loop and the strings round the waist."""
    neck = band(
        _over_jacket,
        [(0.085, 0.125, 1.355), (0.095, 0.04, 1.475), (0.060, -0.085, 1.470), (0.0, -0.10, 1.465)],
        0.016,
        "strap",
    )
    waist = band(
        _over_jacket,
        [(0.165, 0.075, 1.035), (0.185, 0.0, 1.035), (0.09, -0.14, 1.030), (0.0, -0.15, 1.030)],
        0.016,
        "strap",
    )
    return both_sides(joined([neck, waist]))


def miners_belt(*, rescuer: bool) -> Patch:
    """A belt with the lamp's battery and, if worn, the self-rescuer in its tin."""
    belt = girdle(_over_jacket, 1.020, (0.26, 0.22), 0.042, "leather", lift=0.004)
    buckle = part("buckle", rounded_box(0.05, 0.012, 0.050, STUFF, radius=0.004).placed(0, 0.146, 0.995))
    battery = part("lamp_body", rounded_box(0.062, 0.10, 0.125, STUFF, radius=0.012).placed(-0.212, -0.03, 0.930))
    cable = part(
        "lamp_body", tube([(-0.20, -0.06, 1.05), (-0.11, -0.175, 1.22), (-0.02, -0.150, 1.44)], 0.005, STUFF, sides=6)
    )
    parts = [belt, buckle, battery, cable]
    if rescuer:
        tin = rounded_box(0.125, 0.092, 0.185, STUFF, radius=0.030).placed(0.128, 0.158, 0.872, h=-30)
        lid = rounded_box(0.129, 0.096, 0.020, STUFF, radius=0.009).placed(0.128, 0.158, 1.002, h=-30)
        parts += [part("rescuer", tin), part("rescuer_lid", lid)]
    return joined(parts)


def breathing_set() -> Patch:
    """A cylinder on its back plate, with shoulder straps, belt and gauge."""
    profile = [(0, -0.215, 1.02), (0, -0.225, 1.06), (0, -0.225, 1.42), (0, -0.215, 1.47)]
    cylinder = tube(profile, [0.045, 0.078, 0.078, 0.035], STUFF, sides=18, split=50)
    valve = rod((0, -0.215, 0.97), (0, -0.215, 1.03), 0.020, STUFF)
    plate = rounded_box(0.24, 0.030, 0.46, STUFF, radius=0.014).placed(0, -0.158, 1.00)
    bands = [torus(0.080, 0.006, STUFF, sides=20, section=6).placed(0, -0.225, z) for z in (1.14, 1.34)]
    strap = band(
        _over_jacket,
        [(0.085, -0.13, 1.44), (0.105, 0.0, 1.490), (0.095, 0.13, 1.33), (0.140, 0.10, 1.10)],
        0.044,
        "webbing",
        lift=0.008,
        stations=24,
    )
    belt = girdle(_over_jacket, 1.030, (0.26, 0.22), 0.045, "webbing", lift=0.006)
    gauge = rod((0.105, 0.160, 1.235), (0.105, 0.176, 1.235), 0.026, STUFF, sides=14)
    return joined([
        part("cylinder", cylinder), part("filter", valve, plate, *bands, gauge), both_sides(strap), belt,
    ])  # fmt: skip


def whistle() -> Patch:
    """A whistle on a red cord."""
    cord = band(
        _over_vest,
        [(0.070, -0.02, 1.50), (0.055, 0.10, 1.42), (0.006, 0.14, 1.30)],
        0.006,
        "cord",
        lift=0.004,
        stations=16,
    )
    pipe = part("buckle", rod((-0.018, 0.168, 1.285), (0.022, 0.168, 1.285), 0.010, STUFF))
    return joined([both_sides(cord), pipe])


ARMBAND = (0.115, 0.215)
"""Along the upper arm from the shoulder, where the armband sits."""


def _bare_sleeve(points: Points) -> Distance:
    return sleeve(points, 0.008)


def armband(text: str) -> Patch:
    """A red band round the left upper arm with ``text`` in yellow on its outer side."""
    columns, rows = 72, 18
    mask = font(15).getmask(text, mode="L")
    width, height = mask.size
    bitmap = np.array(mask, np.uint8).reshape(height, width) > 110
    inked = np.zeros((rows, columns), bool)
    top, left = (rows - min(height, rows)) // 2, (columns - width) // 2
    inked[top : top + height, left : left + width] = bitmap[: rows - top]
    axis = ARM_DIRECTION * (-1, 1, 1)
    root = SHOULDER * (-1, 1, 1)
    across = np.array([0.0, 1.0, 0.0])
    outward = np.cross(across, axis) * np.sign(np.cross(across, axis)[0] * -1)
    angle = np.linspace(-np.pi, np.pi, columns + 1)
    along = np.linspace(ARMBAND[0], ARMBAND[1], rows + 1)
    a, s = np.meshgrid(angle, along, indexing="xy")
    position = root + s[..., None] * axis + 0.0685 * (np.cos(a)[..., None] * outward + np.sin(a)[..., None] * across)
    normal = np.cos(a)[..., None] * outward + np.sin(a)[..., None] * across
    return _cells(position, normal, inked)


def _cells(position: np.ndarray, normal: np.ndarray, inked: np.ndarray) -> Patch:
    """The grid's cells as quads, runs of the same colour in a row as one."""
    faces, regions = [], []
    columns = position.shape[1]
    for row, cells in enumerate(inked):
        start = 0
        for end in range(1, len(cells) + 1):
            longest = end - start >= 4
            if end == len(cells) or cells[end] != cells[start] or longest:
                a, b = row * columns + start, row * columns + end
                c, d = b + columns, a + columns
                faces += [[a, b, c], [a, c, d]]
                regions += ["armband_text" if cells[start] else "armband"] * 2
                start = end
    patch = Patch(position.reshape(-1, 3), normal.reshape(-1, 3), np.array(faces), np.array(regions))
    corners = patch.position[patch.faces]
    outward = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flip = (outward * patch.normal[patch.faces].mean(1)).sum() < 0
    return Patch(patch.position, patch.normal, patch.faces[:, ::-1] if flip else patch.faces, patch.regions)

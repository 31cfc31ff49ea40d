"""People of streets and homes, and those who come to help them."""

from __future__ import annotations

from dataclasses import replace

from assets.people.outfit import Outfit
from assets.people.wardrobe.builds import (
    AUNT,
    BOY,
    BROAD,
    CHILD,
    GRANDFATHER,
    GRANDMOTHER,
    HEAVY,
    HER,
    LEAN,
    MIDDLING,
    OLD_MAN,
    OLD_WOMAN,
    ROUND,
    ROUND_HER,
    SLIGHT,
    SLIM_WOMAN,
    STOCKY,
    STOUT_WOMAN,
    WOMAN,
    YOUNG,
)
from assets.people.wardrobe.look import WITH_TABLET, Look
from assets.people.wardrobe.palette import COMMON, FAIR, GREY_HAIR, GREYING, LIGHT, LIME, TANNED, WHITE_HAIR, suit

TRUCKER = Outfit(hair="short", top="jacket", trousers="plain", shoes="shoes")
TRUCKER_COLOURS = COMMON | {"trousers": (0.13, 0.15, 0.19), "skin": (0.80, 0.59, 0.45)}
IN_KNIT = Outfit(hair="short", top="knit", trousers="plain", shoes="shoes")
IN_COAT = Outfit(hair="bob", top="coat", trousers="plain", shoes="shoes")
VOLUNTEER = Outfit(hair="tied", vest=True, trousers="plain", shoes="shoes")
RED_WAISTCOAT = {"vest": (0.80, 0.10, 0.09), "tape": (0.80, 0.10, 0.09), "reflective": (0.90, 0.82, 0.72)}
FIREFIGHTER = Outfit(helmet=True, strap="fastened", gloves="knitted", top="jacket")
TURNOUT = suit((0.18, 0.20, 0.27)) | {
    "helmet": (0.88, 0.86, 0.20), "jacket_band": (0.80, 0.90, 0.20), "pad": (0.12, 0.13, 0.17),
    "glove": (0.20, 0.20, 0.22),
    "webbing": (0.12, 0.12, 0.13),
}  # fmt: skip

PUBLIC: dict[str, dict[str, Look]] = {
    "truck_driver": {
        "plain": Look(TRUCKER, TRUCKER_COLOURS, HEAVY, ROUND, scale=1.01, weathered=0.6),
        "vest": Look(
            replace(TRUCKER, vest=True), TRUCKER_COLOURS | {"vest": LIME, "tape": LIME}, HEAVY, ROUND, scale=1.01,
            weathered=0.6,
        ),
    },
    "rider": {
        "helmet": Look(replace(TRUCKER, hair=None, hat="rider"),
        COMMON | suit((0.30, 0.36, 0.42)) | {"trousers": (0.14, 0.15, 0.18), "hat": (0.88, 0.89, 0.90)}, SLIGHT, YOUNG),
        "no_helmet": Look(
            TRUCKER, COMMON | suit((0.43, 0.20, 0.18)) | {"trousers": (0.16, 0.17, 0.20)}, face=BROAD, weathered=0.4
        ),
    },
    "pedestrian": {
        "woman": Look(
            IN_COAT, COMMON | FAIR | {"trousers": (0.12, 0.125, 0.15), "shoe_sole": (0.16, 0.15, 0.15)}, WOMAN, HER,
            scale=0.945,
        ),
        "man": Look(
            TRUCKER, COMMON | LIGHT | suit((0.25, 0.29, 0.34)) | {"trousers": (0.20, 0.22, 0.28)}, face=MIDDLING,
            scale=1.02,
        ),
        "man_b": Look(
            IN_KNIT, COMMON | GREYING | {"jacket": (0.42, 0.47, 0.44), "jacket_trim": (0.42, 0.47, 0.44),
            "trousers": (0.27, 0.26, 0.25)}, STOCKY, ROUND,
            scale=0.99, age=0.4,
        ),
        "headphones": Look(
            replace(IN_KNIT, gear=("headphones",)), COMMON | LIGHT | {"jacket": (0.33, 0.33, 0.37),
            "jacket_trim": (0.33, 0.33, 0.37), "trousers": (0.18, 0.20, 0.27)}, SLIGHT, YOUNG,
            scale=1.03, manner=(("idle", "idle_screen"), ("walk", "walk_screen")),
        ),
        "guest": Look(
            replace(IN_COAT, hair="tied"),
            COMMON
            | FAIR
            | {"coat": (0.24, 0.32, 0.42), "coat_hem": (0.21, 0.28, 0.38), "coat_belt": (0.18, 0.24, 0.32)},
            SLIM_WOMAN, HER, scale=0.97,
        ),
        "staff": Look(
            replace(IN_KNIT, hair="bob"),
            COMMON | LIGHT | {"jacket": (0.60, 0.66, 0.72), "jacket_trim": (0.60, 0.66, 0.72),
            "trousers": (0.22, 0.24, 0.30)},
            STOUT_WOMAN, AUNT, scale=0.94, age=0.3,
        ),
        "child": Look(
            IN_KNIT, COMMON | FAIR | {"jacket": (0.86, 0.66, 0.16), "jacket_trim": (0.86, 0.66, 0.16),
            "trousers": (0.22, 0.30, 0.48)}, CHILD, BOY,
            scale=0.68,
        ),
    },
    "elder": {
        "woman": Look(
            replace(IN_COAT, hair="perm", top="smock"),
            COMMON
            | LIGHT
            | GREY_HAIR
            | {"coat": (0.47, 0.25, 0.28), "coat_hem": (0.43, 0.22, 0.25), "coat_belt": (0.43, 0.22, 0.25)},
            OLD_WOMAN, GRANDMOTHER, scale=0.91, age=1.0, stoop=14,
        ),
        "woman_bag": Look(
            replace(IN_KNIT, hair="perm"),
            COMMON | LIGHT | GREYING | {"jacket": (0.38, 0.36, 0.46), "jacket_trim": (0.38, 0.36, 0.46),
            "trousers": (0.19, 0.19, 0.22)},
            STOUT_WOMAN, GRANDMOTHER, scale=0.92, age=0.8, stoop=8, manner=(("idle", "idle_bag"), ("walk", "walk_bag")),
        ),
        "man": Look(
            TRUCKER, COMMON | WHITE_HAIR | suit((0.31, 0.33, 0.31)) | {"trousers": (0.21, 0.21, 0.22)}, OLD_MAN,
            GRANDFATHER, scale=0.97, weathered=0.3, age=1.0, stoop=12,
        ),
        "cane": Look(
            TRUCKER, COMMON | WHITE_HAIR | suit((0.28, 0.28, 0.34)) | {"trousers": (0.21, 0.21, 0.22)}, OLD_MAN,
            GRANDFATHER, scale=0.96, weathered=0.3, age=1.0, stoop=12, manner=(("idle", "idle_cane"), ("walk",
            "walk_cane")),
        ),
    },
    "grid_worker": {
        "plain": Look(
            VOLUNTEER, COMMON | FAIR | RED_WAISTCOAT | {"shirt": (0.75, 0.77, 0.80)}, WOMAN, ROUND_HER, scale=0.95
        ),
        "man": Look(
            replace(VOLUNTEER, hair="short"), COMMON | LIGHT | RED_WAISTCOAT | {"shirt": (0.32, 0.38, 0.46)}, face=YOUNG
        ),
        "tablet": Look(
            VOLUNTEER, COMMON | FAIR | RED_WAISTCOAT | {"shirt": (0.55, 0.60, 0.66)}, SLIM_WOMAN, HER, scale=0.96,
            manner=WITH_TABLET,
        ),
    },
    "rescuer": {
        "plain": Look(
            FIREFIGHTER, COMMON | TURNOUT, STOCKY, LEAN, scale=1.03,
        ),
        "scba": Look(
            replace(FIREFIGHTER, gear=("scba", "scba_mask",
            "scba_hose")), COMMON | TANNED | TURNOUT, STOCKY, BROAD, scale=1.03,
        ),
        "medic": Look(
            replace(IN_KNIT, hair="bob"),
            COMMON | FAIR | {"jacket": (0.88, 0.90, 0.92), "jacket_trim": (0.88, 0.90, 0.92),
            "trousers": (0.20, 0.26, 0.36)},
            WOMAN, HER, scale=0.96,
        ),
    },
}  # fmt: skip

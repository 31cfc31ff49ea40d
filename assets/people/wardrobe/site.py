"""People of building sites, quarries, mines and quays."""

from __future__ import annotations

from dataclasses import replace

from assets.people.outfit import Outfit
from assets.people.wardrobe.builds import (
    BROAD,
    HER,
    LEAN,
    MIDDLING,
    OLDER,
    ROUND_HER,
    SLIGHT,
    STOCKY,
    STOUT_WOMAN,
    WOMAN,
    YOUNG,
)
from assets.people.wardrobe.look import WITH_TABLET, Look
from assets.people.wardrobe.palette import BLUE, COMMON, FAIR, GREYING, LIGHT, LIME, RED, TANNED, WHITE, suit

WORKER = Outfit(helmet=True, strap="fastened", gloves="knitted", vest=True)
IN_JACKET = Outfit(helmet=True, strap="fastened", gloves="knitted", top="jacket", trousers="plain")
BANDED = {"jacket_band": (0.82, 0.86, 0.30)}

SITE: dict[str, dict[str, Look]] = {
    "worker_hv": {
        "plain": Look(WORKER, COMMON, weathered=0.6),
        "plain_b": Look(
            WORKER,
            COMMON | LIGHT | {"helmet": BLUE, "shirt": (0.24, 0.26, 0.30), "trousers": (0.20, 0.21, 0.22)},
            SLIGHT, YOUNG, scale=1.025, weathered=0.2,
        ),
        "plain_c": Look(
            WORKER,
            COMMON | TANNED | {"helmet": RED, "shirt": (0.33, 0.35, 0.27), "trousers": (0.22, 0.20, 0.17)},
            STOCKY, BROAD, scale=0.985, weathered=0.9,
        ),
        "woman": Look(
            replace(WORKER, hair="tied"),
            COMMON | LIGHT | {"shirt": (0.45, 0.30, 0.33), "trousers": (0.19, 0.20, 0.24)},
            STOUT_WOMAN, ROUND_HER, scale=0.93, weathered=0.3, age=0.3,
        ),
        "strap_open": Look(
            replace(WORKER, strap="open"),
            COMMON | TANNED | GREYING | {"shirt": (0.40, 0.39, 0.35)},
            face=OLDER, scale=0.99, weathered=0.9, age=0.6,
        ),
        "no_helmet": Look(
            replace(WORKER, helmet=False, strap=None, hair="short"), COMMON, SLIGHT, LEAN, scale=1.01, weathered=0.7
        ),
        "harness": Look(replace(WORKER, gear=("harness",)),
        COMMON | {"shirt": (0.36, 0.34, 0.30)}, SLIGHT, LEAN, scale=1.01, weathered=0.7),
        "harness_hooked": Look(
            replace(WORKER, gear=("harness_hooked",)), COMMON | LIGHT | {"helmet": BLUE,
            "shirt": (0.27, 0.32, 0.40)}, face=YOUNG, weathered=0.4
        ),
        "loose_sleeves": Look(
            IN_JACKET, COMMON | TANNED | suit((0.29, 0.33, 0.36)), STOCKY, BROAD, weathered=0.8,
            held=(("bend_work", "shovel"),),
        ),
        "shovel": Look(
            WORKER, COMMON | TANNED | {"helmet": RED, "shirt": (0.36, 0.36, 0.33)}, STOCKY, BROAD, scale=0.985,
            weathered=0.9, held=(("bend_work", "shovel"),), manner=(("idle", "idle_shovel"),),
        ),
    },
    "rigger": {
        "plain": Look(
            replace(WORKER, gear=("whistle",)),
            COMMON | {"helmet": (0.86, 0.30, 0.08), "vest": (0.83, 0.09, 0.07), "shirt": (0.22, 0.27, 0.36)},
            STOCKY, LEAN, weathered=0.6,
        ),
    },
    "safety_officer": {
        "plain": Look(
            replace(WORKER, gloves=None),
            COMMON
            | LIGHT
            | {
                "helmet": WHITE, "vest": LIME, "tape": (1.0, 0.42, 0.06), "shirt": (0.80, 0.82, 0.84),
                "trousers": (0.13, 0.14, 0.17),
            },
            face=YOUNG, scale=1.015, weathered=0.3,
        ),
        "tablet": Look(
            replace(WORKER, gloves=None),
            COMMON
            | {
                "helmet": WHITE, "vest": LIME, "tape": (1.0, 0.42, 0.06), "shirt": (0.74, 0.77, 0.80),
                "trousers": (0.15, 0.16, 0.20),
            },
            face=MIDDLING, scale=1.01, weathered=0.4, manner=WITH_TABLET,
        ),
        "woman": Look(
            replace(WORKER, gloves=None, hair="tied"),
            COMMON
            | FAIR
            | {
                "helmet": WHITE, "vest": LIME, "tape": (1.0, 0.42, 0.06), "shirt": (0.78, 0.82, 0.86),
                "trousers": (0.14, 0.15, 0.19),
            },
            WOMAN, HER, scale=0.95,
        ),
    },
    "guardian": {
        "plain": Look(
            replace(IN_JACKET, gloves=None, gear=("armband",)),
            COMMON | GREYING | suit((0.22, 0.31, 0.45)) | {"helmet": RED},
            STOCKY, OLDER, weathered=0.6, age=0.4,
        ),
    },
    "blaster": {
        "plain": Look(
            replace(IN_JACKET, vest=True, gear=("whistle",)),
            COMMON | TANNED | suit((0.37, 0.38, 0.26)) | {"helmet": (0.90, 0.91, 0.90), "vest": (0.42, 0.45, 0.27)},
            face=LEAN, weathered=0.9, age=0.3,
        ),
    },
    "miner": {
        "plain": Look(
            replace(IN_JACKET, gear=("cap_lamp", "belt_rescuer")),
            COMMON | suit((0.17, 0.21, 0.31)) | BANDED | {"helmet": (0.95, 0.77, 0.12)}, face=LEAN, weathered=0.6,
        ),
        "plain_b": Look(
            replace(IN_JACKET, gear=("cap_lamp", "belt_rescuer")),
            COMMON | TANNED | suit((0.17, 0.21, 0.31)) | BANDED | {"helmet": RED}, STOCKY, BROAD, scale=0.99,
            weathered=0.8, age=0.3,
        ),
        "no_rescuer": Look(
            replace(IN_JACKET, gear=("cap_lamp", "belt")),
            COMMON | LIGHT | suit((0.18, 0.21, 0.29)) | BANDED | {"helmet": (0.95, 0.77, 0.12)}, SLIGHT, YOUNG,
            weathered=0.3,
        ),
    },
    "docker": {
        "plain": Look(
            WORKER, COMMON | TANNED | {"helmet": BLUE, "vest": LIME, "tape": LIME,
            "shirt": (0.25, 0.31, 0.42)}, STOCKY, BROAD, weathered=0.9
        ),
        "lifejacket": Look(
            replace(WORKER, vest=False, gear=("lifejacket",)),
            COMMON | {"helmet": BLUE, "shirt": (0.25, 0.31, 0.42), "trousers": (0.17, 0.19, 0.23)}, SLIGHT, LEAN,
            weathered=0.8,
        ),
    },
}  # fmt: skip

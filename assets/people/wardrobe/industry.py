"""People of factories, plants, kitchens and boiler houses."""

from __future__ import annotations

from dataclasses import replace

from assets.people.outfit import Outfit
from assets.people.wardrobe.builds import (
    AUNT,
    BROAD,
    HEAVY,
    HER,
    LEAN,
    MIDDLING,
    OLDER,
    ROUND,
    ROUND_HER,
    SLIGHT,
    SLIM_WOMAN,
    STOCKY,
    STOUT_WOMAN,
    WOMAN,
    YOUNG,
)
from assets.people.wardrobe.look import Look
from assets.people.wardrobe.palette import BLUE, COMMON, FAIR, GREYING, LIGHT, RED, TANNED, WHITE, suit

OVERALLS = Outfit(top="jacket", trousers="plain")
HELMETED = replace(OVERALLS, helmet=True, strap="fastened", gloves=True)
DENIM = suit((0.20, 0.30, 0.48))
ANTISTATIC = suit((0.36, 0.49, 0.62), (0.20, 0.27, 0.38))
SMOCK = {"coat": (0.88, 0.91, 0.94), "coat_hem": (0.84, 0.87, 0.91), "coat_belt": (0.84, 0.87, 0.91)}

INDUSTRY: dict[str, dict[str, Look]] = {
    "welder": {
        "visor_up": Look(
            replace(HELMETED, trousers="work"), COMMON | suit((0.27, 0.29, 0.33)), STOCKY, BROAD, weathered=0.7
        ),
        "visor_down": Look(
            replace(HELMETED, trousers="work"), COMMON | suit((0.27, 0.29, 0.33)), STOCKY, BROAD, weathered=0.7
        ),
    },
    "furnace_worker": {
        "shield_up": Look(HELMETED, COMMON | suit((0.66, 0.68, 0.70)) | {"helmet": WHITE}, face=LEAN, weathered=0.8),
        "shield_down": Look(HELMETED, COMMON | suit((0.66, 0.68, 0.70)) | {"helmet": WHITE}, face=LEAN, weathered=0.8),
    },
    "chem_operator": {
        "plain": Look(HELMETED, COMMON | LIGHT | ANTISTATIC | {"helmet": BLUE}, face=MIDDLING, weathered=0.3),
        "woman": Look(
            replace(HELMETED, gloves=False), COMMON | FAIR | ANTISTATIC | {"helmet": BLUE}, WOMAN, HER, scale=0.95
        ),
        "goggles_up": Look(
            HELMETED, COMMON | TANNED | ANTISTATIC | {"helmet": BLUE}, STOCKY, OLDER, weathered=0.7, age=0.5
        ),
        "acid_suit": Look(
            HELMETED, COMMON | suit((0.86, 0.70, 0.16), (0.60, 0.47, 0.10)) | {"helmet": BLUE}, face=YOUNG
        ),
    },
    "machine_operator": {
        "plain": Look(replace(OVERALLS, hair="short"), COMMON | DENIM, face=LEAN, weathered=0.5),
        "woman": Look(
            replace(OVERALLS, hair="bob"), COMMON | LIGHT | DENIM, STOUT_WOMAN, AUNT, scale=0.94, age=0.3
        ),
        "gauze_mask": Look(
            replace(OVERALLS, hair="short"), COMMON | TANNED | DENIM, STOCKY, OLDER, weathered=0.8, age=0.4
        ),
        "half_mask": Look(replace(OVERALLS, hair="short", gloves=True), COMMON | LIGHT | DENIM, SLIGHT, YOUNG),
        "gloves": Look(replace(OVERALLS, hair="short", gloves=True), COMMON | DENIM, HEAVY, ROUND, weathered=0.4),
    },
    "line_worker": {
        "plain": Look(
            Outfit(hair="short", top="coat", trousers="plain", shoes="shoes"), COMMON | LIGHT | SMOCK, SLIGHT, YOUNG
        ),
        "woman": Look(
            Outfit(hair="bob", top="coat", trousers="plain", shoes="shoes"), COMMON | FAIR | SMOCK, SLIM_WOMAN, HER,
            scale=0.94,
        ),
        "woman_b": Look(
            Outfit(hair="bob", top="coat", trousers="plain", shoes="shoes"), COMMON | LIGHT | SMOCK, STOUT_WOMAN,
            ROUND_HER, scale=0.93,
        ),
        "half_mask": Look(
            Outfit(hair="bob", top="coat", trousers="plain", shoes="shoes", gloves=True), COMMON | FAIR | SMOCK, WOMAN,
            HER, scale=0.95,
        ),
    },
    "chef": {
        "plain": Look(
            Outfit(hair="short", top="shirt", trousers="plain", shoes="shoes"),
            COMMON | {"shirt": WHITE, "trousers": (0.17, 0.17, 0.19)}, HEAVY, ROUND,
        ),
        "helper": Look(
            Outfit(hair="short", top="shirt", trousers="plain", shoes="shoes"),
            COMMON | LIGHT | {"shirt": WHITE, "trousers": (0.17, 0.17, 0.19)}, SLIGHT, YOUNG, scale=0.99,
        ),
    },
    "boiler_operator": {
        "plain": Look(
            replace(OVERALLS, hair="short"), COMMON | GREYING | suit((0.46, 0.47, 0.48)), STOCKY, OLDER, weathered=0.6,
            age=0.6,
        ),
    },
    "property_worker": {
        "plain": Look(
            HELMETED, COMMON | suit((0.24, 0.42, 0.33)) | {"helmet": (0.95, 0.78, 0.10)}, face=BROAD, weathered=0.6
        ),
        "gauze_mask": Look(
            HELMETED, COMMON | TANNED | suit((0.24, 0.42, 0.33)) | {"helmet": RED}, SLIGHT, LEAN, weathered=0.7
        ),
    },
    "forklift_driver": {
        "plain": Look(
            Outfit(hair="short", top="shirt", vest=True), COMMON | {"shirt": (0.30, 0.34, 0.40)}, SLIGHT, MIDDLING
        ),
    },
}  # fmt: skip

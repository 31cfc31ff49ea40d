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
HELMETED = replace(OVERALLS, helmet=True, strap="fastened", gloves="knitted")
ON_LINE = Outfit(top="smock", hat="bouffant", trousers="plain", shoes="shoes")
KITCHEN = Outfit(top="jacket", trousers="plain", shoes="shoes", gear=("apron", "apron_ties"))
NITRILE = {"glove": (0.25, 0.42, 0.70), "cuff": (0.25, 0.42, 0.70)}
WHITES = {"jacket": WHITE, "jacket_trim": WHITE, "jacket_band": WHITE, "hat": WHITE, "apron": (0.74, 0.78, 0.83)} | {
    "strap": (0.88, 0.89, 0.90),
    "trousers": (0.17, 0.17, 0.19),
}
DENIM = suit((0.20, 0.30, 0.48))
ANTISTATIC = suit((0.36, 0.49, 0.62), (0.20, 0.27, 0.38))
SILVER = {
    "coat": (0.60, 0.62, 0.65), "coat_hem": (0.54, 0.56, 0.59), "coat_belt": (0.42, 0.44, 0.47),
    "trousers": (0.57, 0.59, 0.62), "glove": (0.70, 0.71, 0.72),
}  # fmt: skip
SMOCK = {
    "hat": (0.88, 0.91, 0.94),
    "coat": (0.88, 0.91, 0.94),
    "coat_hem": (0.84, 0.87, 0.91),
    "coat_belt": (0.84, 0.87, 0.91),
}

INDUSTRY: dict[str, dict[str, Look]] = {
    "welder": {
        "visor_up": Look(
            replace(HELMETED, gear=("visor_up", "apron",
            "apron_ties")), COMMON | suit((0.27, 0.29, 0.33)), STOCKY, BROAD, weathered=0.7
        ),
        "visor_down": Look(
            replace(HELMETED, gear=("visor_down", "apron",
            "apron_ties")), COMMON | suit((0.27, 0.29, 0.33)), STOCKY, BROAD, weathered=0.7
        ),
    },
    "furnace_worker": {
        "shield_up": Look(
            replace(HELMETED, top="smock", gear=("shield_up",)),
            COMMON | SILVER | {"helmet": WHITE}, face=LEAN, weathered=0.8, aluminised=True,
        ),
        "shield_down": Look(
            replace(HELMETED, top="smock", gear=("shield_down",)),
            COMMON | SILVER | {"helmet": WHITE}, face=LEAN, weathered=0.8, aluminised=True,
        ),
    },
    "chem_operator": {
        "plain": Look(
            replace(HELMETED, gear=("goggles",)),
            COMMON | LIGHT | ANTISTATIC | {"helmet": BLUE}, face=MIDDLING, weathered=0.3
        ),
        "woman": Look(
            replace(HELMETED, gloves=None, hair="tied"),
            COMMON | FAIR | ANTISTATIC | {"helmet": BLUE}, WOMAN, HER, scale=0.95
        ),
        "goggles_up": Look(
            replace(HELMETED, gear=("goggles_up",)),
            COMMON | TANNED | ANTISTATIC | {"helmet": BLUE}, STOCKY, OLDER, weathered=0.7, age=0.5
        ),
        "acid_suit": Look(
            replace(HELMETED, strap=None, hat="hood", gear=("clear_shield", "goggles")),
            COMMON | suit((0.88, 0.72, 0.18), (0.64, 0.50, 0.12)) | {"helmet": BLUE, "glove": (0.16, 0.30, 0.20),
            "cuff": (0.14, 0.27, 0.18)}
            | {"boot": (0.10, 0.10, 0.11), "boot_cap": (0.10, 0.10, 0.11)}, face=YOUNG
        ),
    },
    "machine_operator": {
        "plain": Look(replace(OVERALLS, hat="cap"), COMMON | DENIM, face=LEAN, weathered=0.5),
        "woman": Look(
            replace(OVERALLS, hair="tied", hat="cap"), COMMON | LIGHT | DENIM, STOUT_WOMAN, AUNT, scale=0.94, age=0.3
        ),
        "gauze_mask": Look(
            replace(OVERALLS, hat="cap", gear=("gauze_mask",)),
            COMMON | TANNED | DENIM, STOCKY, OLDER, weathered=0.8, age=0.4
        ),
        "half_mask": Look(replace(OVERALLS, hat="cap", gloves="knitted", gear=("half_mask",
        "earmuffs")), COMMON | LIGHT | DENIM, SLIGHT, YOUNG),
        "gloves": Look(replace(OVERALLS, hat="cap", gloves="knitted"), COMMON | DENIM, HEAVY, ROUND, weathered=0.4),
    },
    "line_worker": {
        "plain": Look(
            ON_LINE, COMMON | LIGHT | SMOCK, SLIGHT, YOUNG
        ),
        "woman": Look(
            replace(ON_LINE, hair="tied"), COMMON | FAIR | SMOCK, SLIM_WOMAN, HER,
            scale=0.94,
        ),
        "woman_b": Look(
            replace(ON_LINE, hair="tied"), COMMON | LIGHT | SMOCK, STOUT_WOMAN,
            ROUND_HER, scale=0.93,
        ),
        "half_mask": Look(
            replace(ON_LINE, hair="tied", gloves="knitted", gear=("half_mask",)), COMMON | FAIR | SMOCK | NITRILE,
            WOMAN, HER, scale=0.95,
        ),
    },
    "chef": {
        "plain": Look(
            replace(KITCHEN, hat="chef"), COMMON | WHITES, HEAVY, ROUND,
        ),
        "helper": Look(
            replace(KITCHEN, hat="toque"),
            COMMON | LIGHT | WHITES | {"apron": (0.16, 0.22, 0.34)}, SLIGHT, YOUNG, scale=0.99,
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
            replace(HELMETED, gear=("gauze_mask",)),
            COMMON | TANNED | suit((0.24, 0.42, 0.33)) | {"helmet": RED}, SLIGHT, LEAN, weathered=0.7
        ),
    },
    "forklift_driver": {
        "plain": Look(
            Outfit(hair="short", top="shirt", vest=True), COMMON | {"shirt": (0.30, 0.34, 0.40)}, SLIGHT, MIDDLING
        ),
    },
}  # fmt: skip

"""The trainee's own hands, by what they wear."""

from __future__ import annotations

from assets.people.gloves import Glove
from assets.people.outfit import Outfit
from assets.people.wardrobe.look import Look
from assets.people.wardrobe.palette import COMMON, suit

_HANDS: dict[str, Glove | None] = {
    "bare": None, "work_gloves": "knitted", "insulating": "insulating", "nitrile": "nitrile", "leather": "leather",
}  # fmt: skip
_CLOTH = suit((0.20, 0.28, 0.42))
_HELD_UP = (("idle", "hands_flat"),)

FIRST_PERSON: dict[str, dict[str, Look]] = {
    "trainee": {
        variant: Look(Outfit(gloves=glove, top="jacket", first_person=True), COMMON | _CLOTH, manner=_HELD_UP)
        for variant, glove in _HANDS.items()
    }
}

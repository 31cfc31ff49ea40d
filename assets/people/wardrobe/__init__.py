"""Who there is: every character of the registry in each of its variants."""

from __future__ import annotations

from assets.people.wardrobe.first_person import FIRST_PERSON
from assets.people.wardrobe.industry import INDUSTRY
from assets.people.wardrobe.look import Look
from assets.people.wardrobe.public import PUBLIC
from assets.people.wardrobe.site import SITE

WARDROBE: dict[str, dict[str, Look]] = {**SITE, **INDUSTRY, **PUBLIC, **FIRST_PERSON}
"""Variants by character; the first of each is what a scenario gets that names none."""

__all__ = ["WARDROBE", "Look"]

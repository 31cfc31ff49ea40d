"""The registry: labelled in both languages, and as wide as the model's choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest
from pydantic import ValidationError

from scenarios.model import Effect, HazardClass, Problem
from scenarios.registry import Code, PropEntry, registry


def test_choices_of_the_model_are_all_labelled() -> None:
    assert tuple(registry().problems) == get_args(Problem)
    assert tuple(registry().hazard_classes) == get_args(HazardClass)
    assert tuple(registry().effects) == get_args(Effect.model_fields["name"].annotation)


def test_everything_is_labelled_in_both_languages() -> None:
    known = registry()
    entries = [
        *known.props.values(), *known.characters.values(), *known.places.values(), *known.signs.values(),
        *known.sounds.values(), *known.poses.values(), *known.effects.values(), *known.problems.values(),
        *known.industries.values(), *known.accident_types_2025.values(), *known.accident_types_1986.values(),
        *known.standards.values(), *known.hazard_classes.values(),
    ]  # fmt: skip
    for prop in known.props.values():
        entries += [*prop.state_labels.values(), *prop.variant_entries.values()]
    for entry in entries:
        assert any("一" <= letter <= "鿿" for letter in entry.zh)
        assert entry.en.isascii() or "°" in entry.en


def test_code_lists_are_whole() -> None:
    assert _inside(registry().accident_types_2025) == 27
    assert _inside(registry().accident_types_1986) == 20
    assert len(registry().industries) == 13
    for codes in (registry().accident_types_2025, registry().accident_types_1986, registry().industries):
        assert len({code.slug for code in codes.values()}) == len(codes)


def _inside(types: Mapping[str, Code]) -> int:
    """How many types the classification itself has."""
    return sum(not name.startswith("不适用") for name in types)


def test_variants_may_narrow_size_and_states() -> None:
    cable = registry().props["cable_run"]
    assert cable.states[0] == "ok"
    assert cable.states_of("twin") == ("doubled", "ok")
    assert cable.variant_of(None) == "feed" and cable.states_of(None) == cable.states_of("feed")
    assert cable.size_of("twin") == (0.3, 0.2, 0.9)
    assert registry().props["work_light"].states_of("flood") == ("on", "off")
    assert registry().props["truck_heavy"].size_of(None) == (2.5, 10.0, 3.6)


def test_a_variant_cannot_have_a_state_its_prop_lacks() -> None:
    label = {"zh": "物", "en": "thing"}
    with pytest.raises(ValidationError, match="unknown states"):
        PropEntry.model_validate(
            {"label": label, "size": [1, 1, 1], "states": {"ok": label},
             "variants": {"big": {"label": label, "states": ["torn"]}}}
        )  # fmt: skip

"""Beginnings for a new scenario: a small commented starter, one of every set of the library, or a copy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assets.sets import place_set, set_names
from common.errors import UsageError
from scenarios.faults import closest
from scenarios.loader import scenario_path
from scenarios.model import Text
from scenarios.starter import refuse_bad_id, starter
from scenarios.writing.edit import set_value
from sim.templates.from_sets import text_of_set
from sim.words import both

STARTER = "starter"
SCHEMA_LINE = "# yaml-language-server: $schema=scenario.schema.json"
"""Lets editors find the schema, which lies beside the file."""
_SCHEMA_LINE = re.compile(r"^# yaml-language-server: \$schema=.*$", re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """Something to begin with; its text comes from ``from_template``."""

    id: str
    title: Text
    place: str
    """The place's name in the registry."""


def templates() -> list[Template]:
    """Every template, the small one first."""
    small = Template(STARTER, both("scenarios.template.starter"), "construction-floor/yard")
    return [small, *(Template(name, place_set(name).title, place_set(name).place) for name in set_names())]


def from_template(template: str, id_: str) -> str:
    """The text of a new scenario called ``id_``: it loads and is proved as it stands, and explains itself.

    Raises:
        UsageError: there is no such template, or ``id_`` cannot be the id of a scenario.
    """
    refuse_bad_id(id_)
    if template == STARTER:
        return starter(id_)
    known = [each.id for each in templates()]
    if template not in known:
        hint = closest(template, known)
        raise UsageError("scenarios.template.unknown", name=template, known=", ".join(known), hint=hint or STARTER)
    return text_of_set(template, id_)


def copy_of(scenario: str | Path, id_: str) -> str:
    """The text of a scenario, of the bank by its id or of a file, as the beginning of another called ``id_``.

    Raises:
        ScenarioUnknown: there is no such scenario.
        ScenarioInvalid: it cannot be read.
        UsageError: ``id_`` cannot be the id of a scenario.
    """
    refuse_bad_id(id_)
    text = scenario_path(scenario).read_text("utf-8")
    return set_value(_SCHEMA_LINE.sub(SCHEMA_LINE, text, count=1), ("id",), id_)

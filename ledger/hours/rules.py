"""The rules of hours and certificates, read from their file. What is wrong in it is told with its line."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Annotated, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from common.errors import DataError
from common.sizes import shown_size
from common.text import Lang

RULES_FILE = "rules.yaml"
"""In the ledger's data folder it takes the place of the rules that come with the program."""
_MOST_BYTES = 256 * 1024
Kind = Literal["scenario", "lesson", "test"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_Hours = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]
_Count = Annotated[int, Field(ge=0, le=1000)]
_Months = Annotated[int, Field(ge=1, le=600)]
_Name = Annotated[str, Field(min_length=1, max_length=80)]


class RulesWrong(DataError):
    """The file of the rules is not one; the text says in which line and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KindRule(_Strict):
    """What counts as one kind of training."""

    begins: Annotated[str, Field(min_length=1, max_length=200)]
    """How the ids of its activities begin."""
    hours: _Hours


class Level(_Strict):
    """What a certificate of one level needs, and for how long it is valid."""

    name: dict[Lang, _Name]
    hours: _Hours
    scenarios: _Count
    """Different scenarios passed."""
    lessons: _Count
    passed: list[Annotated[str, Field(max_length=400)]]
    """Ids of activities that must be among those passed."""
    valid_months: _Months

    @model_validator(mode="after")
    def _named_in_both(self) -> Level:
        if set(self.name) != set(get_args(Lang)):
            raise ValueError("name: zh, en")
        return self


class Rules(_Strict):
    """All rules. ``levels`` go from the lowest to the highest."""

    version: Annotated[str, Field(min_length=1, max_length=40)]
    counts_for_months: _Months
    kinds: dict[Kind, KindRule]
    activities: dict[str, _Hours] = {}
    levels: Annotated[dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")], Level], Field(min_length=1)]

    def kind(self, activity: str) -> Kind | None:
        """What kind of training an activity is; None for one that never counts."""
        return next((kind for kind, rule in self.kinds.items() if activity.startswith(rule.begins)), None)

    def hours(self, activity: str) -> float:
        """The hours that an activity counts for once it is passed."""
        kind = self.kind(activity)
        return 0.0 if kind is None else self.activities.get(activity, self.kinds[kind].hours)


def load_rules(data: Path) -> Rules:
    """The rules in the folder ``data``, else those that come with the program.

    Raises:
        RulesWrong: the file there cannot be read, or a rule in it is wrong.
    """
    own = data / RULES_FILE
    if own.exists():
        with own.open("rb") as file:
            return read_rules(file.read(_MOST_BYTES + 1), str(own))
    return read_rules((resources.files(__package__) / RULES_FILE).read_bytes(), RULES_FILE)


def read_rules(content: bytes, name: str) -> Rules:
    """The rules in a file's ``content``; ``name`` is what the file is called to people. Raises RulesWrong."""
    if len(content) > _MOST_BYTES:
        raise RulesWrong("certificates.rules.too_long", file=name, limit=shown_size(_MOST_BYTES))
    try:
        tree = yaml.compose(content.decode("utf-8"), yaml.SafeLoader)
        value = yaml.safe_load(content)
    except UnicodeDecodeError as error:
        raise RulesWrong("certificates.rules.unreadable", file=name, line=1, why=error.reason) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, why = (mark.line + 1 if mark else 1), getattr(error, "problem", None) or str(error)
        raise RulesWrong("certificates.rules.unreadable", file=name, line=line, why=why) from error
    try:
        return Rules.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        places = {"line": _line(tree, first["loc"]), "where": ".".join(map(str, first["loc"])), "why": first["msg"]}
        raise RulesWrong("certificates.rules.wrong", file=name, **places) from error


def _line(tree: yaml.Node | None, location: tuple[int | str, ...]) -> int:
    """The line, from 1, of the innermost thing at ``location`` that the file holds."""
    line = 1
    for step in location:
        if isinstance(tree, yaml.MappingNode):
            found = next(((key, value) for key, value in tree.value if key.value == str(step)), None)
            if found is None:
                break
            line, tree = found[0].start_mark.line + 1, found[1]
        elif isinstance(tree, yaml.SequenceNode) and isinstance(step, int) and step < len(tree.value):
            tree = tree.value[step]
            line = tree.start_mark.line + 1
    return line

"""From a file to a model of :mod:`.model`, or to every fault in its form with where it stands."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from common.located_yaml import Loc, LocatedYaml
from ledger.classroom.faults import Fault, closest, listed

_Model = TypeVar("_Model", bound=BaseModel)
_SHOWN_LENGTH = 60
_CODES = {
    "string_type": "scenarios.fault.not_text",
    "bool_type": "scenarios.fault.not_true_or_false",
    "float_type": "scenarios.fault.not_number",
    "int_type": "lessons.fault.not_whole",
    "list_type": "scenarios.fault.not_list",
    "model_type": "scenarios.fault.not_mapping",
    "string_too_short": "scenarios.fault.text_too_short",
    "one_right": "lessons.fault.one_right",
    "some_right": "lessons.fault.some_right",
    "empty_page": "lessons.fault.empty_page",
}
_LIMITS = {
    "greater_than": ("gt", "> {}", "scenarios.fault.out_of_range"),
    "greater_than_equal": ("ge", ">= {}", "scenarios.fault.out_of_range"),
    "less_than_equal": ("le", "<= {}", "scenarios.fault.out_of_range"),
    "too_short": ("min_length", "{}", "scenarios.fault.too_few"),
    "too_long": ("max_length", "{}", "scenarios.fault.too_many"),
    "string_too_long": ("max_length", "{}", "scenarios.fault.text_too_long"),
}


def shaped(read: LocatedYaml, model: type[_Model]) -> tuple[_Model | None, list[Fault]]:
    """The ``model`` that a file holds, or None and every fault in its form."""
    try:
        return model.model_validate(read.data), []
    except ValidationError as wrong:
        faults = [_fault(read, each, model) for each in wrong.errors(include_url=False)]
    meant = {each.hint for each in faults if each.key.endswith("unknown_key")}  # a misspelt key is not also missing
    return None, [each for each in faults if not (each.key.endswith("missing_key") and each.expected in meant)]


def _fault(read: LocatedYaml, error: ErrorDetails, model: type[BaseModel]) -> Fault:
    loc, kind = error["loc"], error["type"]
    limit = error.get("ctx", {})
    if kind == "missing":
        return Fault("scenarios.fault.missing_key", read.file, read.locate_key(loc[:-1]), expected=str(loc[-1]))
    if kind == "extra_forbidden":
        keys = _keys(model, loc[:-1])
        return Fault(
            "scenarios.fault.unknown_key",
            read.file,
            read.locate_key(loc),
            expected=listed(keys),
            found=str(loc[-1]),
            hint=closest(str(loc[-1]), keys),
        )
    found = _shown(error["input"])
    position = read.locate(loc)
    if kind == "literal_error":
        choices = limit["expected"].replace("'", "").replace(" or ", ", ")
        hint = closest(found, choices.split(", "))
        return Fault("scenarios.fault.not_one_of", read.file, position, expected=choices, found=found, hint=hint)
    if kind == "string_pattern_mismatch":
        return Fault(_pattern_fault(limit["pattern"]), read.file, position, found=found)
    if kind in _LIMITS:
        name, pattern, key = _LIMITS[kind]
        found = str(limit["actual_length"]) if "actual_length" in limit else found
        return Fault(key, read.file, position, expected=pattern.format(f"{limit[name]:g}"), found=found)
    return Fault(_CODES[kind], read.file, position, found=found)


def _pattern_fault(pattern: str) -> str:
    if "jpg" in pattern:
        return "lessons.fault.not_a_picture"
    return "lessons.fault.not_a_clip" if "webm" in pattern else "scenarios.fault.bad_id"


def _keys(model: Any, loc: Loc) -> list[str]:
    """The keys that the mapping at ``loc`` may have."""
    for part in loc:
        if isinstance(part, int):
            continue
        field = next(each for name, each in model.model_fields.items() if part in (name, each.alias))
        model = _model_in(field.annotation)
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> Any:
    """The model that an annotation is about, through lists and options."""
    while not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    return annotation


def _shown(value: object) -> str:
    """A value as it can stand in a message: one short line."""
    if isinstance(value, dict | list):
        return "{...}" if isinstance(value, dict) else "[...]"
    written = {"None": "null", "True": "true", "False": "false"}.get(str(value), str(value))
    line = " ".join(written.split())
    return line if len(line) <= _SHOWN_LENGTH else line[: _SHOWN_LENGTH - 1] + "…"

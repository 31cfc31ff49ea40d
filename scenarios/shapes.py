"""From what pydantic says about the data to faults with places in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scenarios.faults import Fault, Loc, closest, listed, shown
from scenarios.model import Scenario
from scenarios.names import Names
from scenarios.schema.allowed import choices_at, keys_at
from scenarios.source import Source

CODES = {
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
    "string_type": "not_text",
    "bool_type": "not_true_or_false",
    "float_type": "not_number",
    "int_type": "not_number",
    "list_type": "not_list",
    "dict_type": "not_mapping",
    "model_type": "not_mapping",
    "literal_error": "not_one_of",
    "string_pattern_mismatch": "bad_id",
    "string_too_short": "text_too_short",
    "string_too_long": "text_too_long",
    "too_short": "too_few",
    "too_long": "too_many",
    "greater_than": "out_of_range",
    "greater_than_equal": "out_of_range",
    "less_than": "out_of_range",
    "less_than_equal": "out_of_range",
    "exactly_one_key": "exactly_one_key",
    "person_or_prop": "person_or_prop",
    "times_must_rise": "times_must_rise",
    "window_order": "window_order",
    "one_right": "one_right",
    "rate_order": "rate_order",
    "name_or_point": "name_or_point",
}
"""Our code of a fault for each of pydantic's types of error that the model can give."""
_LIMITS = {
    "greater_than": ("gt", "> {}"), "greater_than_equal": ("ge", ">= {}"),
    "less_than": ("lt", "< {}"), "less_than_equal": ("le", "<= {}"),
    "too_short": ("min_length", "{}"), "too_long": ("max_length", "{}"),
    "string_too_short": ("min_length", "{}"), "string_too_long": ("max_length", "{}"),
}  # fmt: skip


def shape_faults(source: Source, wrong: ValidationError, names: Names, top: type[BaseModel] = Scenario) -> list[Fault]:
    """Every fault in what pydantic found wrong with the data of ``source``, which should be a ``top``."""
    located = _located(source.data, wrong.errors(include_url=False))
    return _without_echoes([_fault(source, loc, error, names, top) for loc, error in located])


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """A misspelt key is one fault, not also a missing one."""
    meant = {(*fault.path[:-1], fault.hint) for fault in faults if fault.code == "unknown_key"}
    return [fault for fault in faults if fault.code != "missing_key" or fault.path not in meant]


def _fault(source: Source, loc: Loc, error: ErrorDetails, names: Names, top: type[BaseModel]) -> Fault:
    type_, context, found = error["type"], error.get("ctx", {}), shown(error["input"])
    if type_ == "unknown_name":
        kind = context["kind"]
        known = names.known[kind]
        return Fault(
            f"unknown_{kind}", "reference", source.file, *source.locate(loc), loc,
            expected=listed(known), found=found, hint=closest(str(error["input"]), known),
        )  # fmt: skip
    code, expected, hint, position = CODES[type_], "", "", source.locate(loc)
    if type_ == "missing":
        position, expected = source.locate_key(loc[:-1]), str(loc[-1])
    elif type_ == "extra_forbidden":
        allowed = keys_at(loc[:-1], top)
        position, expected, found = source.locate_key(loc), listed(allowed), str(loc[-1])
        hint = closest(found, allowed)
    elif type_ == "literal_error":
        choices = choices_at(loc, top)
        expected, hint = listed(choices), closest(found, choices)
    elif type_ == "string_pattern_mismatch":
        code = "bad_option" if "\\." in context["pattern"] or loc[-2:-1] == ("options",) else "bad_id"
        position = source.locate_key(loc) if error["loc"][-1] == "[key]" else position
    elif type_ in _LIMITS:
        name, pattern = _LIMITS[type_]
        expected = pattern.format(f"{context[name]:g}")
        found = str(context.get("actual_length", len(error["input"]))) if type_ in ("too_short", "too_long") else found
    elif type_ == "exactly_one_key":
        expected = context["expected"]
    return Fault(code, "shape", source.file, *position, loc, expected=expected, found=found, hint=hint)


def _located(data: Any, errors: Sequence[ErrorDetails]) -> Iterator[tuple[Loc, ErrorDetails]]:
    """Errors with their place in the data: pydantic puts labels of a union's branches into it.

    Where a value may be a name or a point, only the branch that fits the value's type is kept;
    where neither fits, one error is.
    """
    seen: set[Loc] = set()
    for error in errors:
        loc, branch, value = _without_labels(data, error)
        if branch is not None:
            wants_list = branch.startswith("list[")
            if isinstance(value, list) != wants_list and isinstance(value, list | str):
                continue
            if not isinstance(value, list | str):
                if loc in seen:
                    continue
                seen.add(loc)
                error = {**error, "type": "name_or_point"}
        yield loc, error


def _without_labels(data: Any, error: ErrorDetails) -> tuple[Loc, str | None, Any]:
    """The place of an error, the label of the union's branch if there is one, and the union's value."""
    loc: list[str | int] = []
    branch, union_value, value = None, None, data
    for index, part in enumerate(error["loc"]):
        within = isinstance(value, dict) and part in value
        within = within or (isinstance(value, list) and isinstance(part, int) and part < len(value))
        if within:
            value = value[part]
            loc.append(part)
        elif error["type"] == "missing" and index == len(error["loc"]) - 1:
            loc.append(part)
        elif part != "[key]":
            branch, union_value = str(part), value
    return tuple(loc), branch, union_value

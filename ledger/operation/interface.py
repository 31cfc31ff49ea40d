"""The programs' interface described as OpenAPI 3.1, in either language.

It is written by hand, in the YAML files of ``paths``, since xAPI's resources share one way in: what they take
and answer cannot be read off functions. ``tests/ledger/test_interface.py`` holds it against every route, and
schemathesis against what is really answered. A text is a mapping of ``zh`` and ``en``, as in the catalogue.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from common.text import LANGS, Lang
from common.yaml_text import read_yaml

_SECTIONS = ("paths", "schemas", "responses", "parameters", "headers")


@cache
def interface(lang: Lang) -> dict[str, Any]:
    """The OpenAPI document in ``lang``."""
    whole: dict[str, dict[str, Any]] = {section: {} for section in _SECTIONS}
    entries = sorted(resources.files("ledger.operation.paths").iterdir(), key=lambda entry: entry.name)
    files = {entry.name: read_yaml(entry.read_text("utf-8")) for entry in entries if entry.name.endswith(".yaml")}
    frame = _in(lang, files.pop("frame.yaml"))
    for said in files.values():
        for section, parts in _in(lang, said).items():
            whole[section] |= parts
    paths = whole.pop("paths")
    components = {**whole, "securitySchemes": frame.pop("securitySchemes")}
    return {"openapi": "3.1.0", **frame, "paths": paths, "components": components}


def _in(lang: Lang, value: Any) -> Any:
    """``value`` with its texts in one language."""
    if isinstance(value, dict):
        if set(value) == set(LANGS):
            return value[lang]
        return {name: _in(lang, inner) for name, inner in value.items()}
    return [_in(lang, inner) for inner in value] if isinstance(value, list) else value

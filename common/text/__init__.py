"""The one catalogue of all text a person sees, Chinese first, English complete.

Each YAML file beside this module is one area of the catalogue; its name is the first part of
every key in it: ``check_in.title`` in ``kiosk.yaml`` is ``kiosk.check_in.title``.
A leaf is a mapping of ``zh`` and ``en``. Text may hold ``{named}`` places.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, Literal

from common.yaml_text import read_yaml

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class UnknownText(KeyError):
    """A key that the catalogue does not hold."""


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every text by its full key, as ``{key: {"zh": ..., "en": ...}}``."""
    found: dict[str, dict[str, str]] = {}
    for entry in resources.files(__package__).iterdir():
        if entry.name.endswith(".yaml"):
            _collect(entry.name[: -len(".yaml")], read_yaml(entry.read_text("utf-8")) or {}, found)
    return found


def _collect(prefix: str, node: dict[str, Any], found: dict[str, dict[str, str]]) -> None:
    for name, value in node.items():
        key = f"{prefix}.{name}"
        if set(value) == set(LANGS):
            found[key] = value
        else:
            _collect(key, value, found)


def text(key: str, lang: Lang = "zh", **places: object) -> str:
    """The text of ``key`` in ``lang`` with its places filled in.

    Raises:
        UnknownText: the catalogue has no such key.
        KeyError: a place of the text was not given.
    """
    try:
        entry = catalogue()[key]
    except KeyError:
        raise UnknownText(key) from None
    return entry[lang].format(**places) if places else entry[lang]

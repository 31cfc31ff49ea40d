"""A fault of a scenario file: what is wrong, where, what was expected, what was found."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from common.text import Lang, text

Kind = Literal["syntax", "limit", "shape", "reference", "rule"]
"""``syntax`` is not YAML; ``limit`` is more than a scenario may hold; ``shape`` does not fit the
model; ``reference`` names something that does not exist; ``rule`` breaks a rule of the language."""

Loc = tuple[str | int, ...]
"""The way from the top of the file to a value, for example ``("hazards", "no-rcd", "window", 0)``."""

SHOWN_NAMES = 12
SHOWN_LENGTH = 60


@dataclass(frozen=True)
class Fault:
    """One fault. ``line`` and ``column`` count from 1; ``expected`` and ``found`` are as in the file."""

    code: str
    kind: Kind
    file: str
    line: int
    column: int
    path: Loc = ()
    expected: str = ""
    found: str = ""
    hint: str = ""
    """The name that was probably meant."""

    def text(self, lang: Lang) -> str:
        """What is wrong, without its position."""
        message = text(
            f"scenarios.fault.{self.code}", lang,
            expected=self.expected, found=self.found, path=self.dotted,
        )  # fmt: skip
        return message + (text("scenarios.did_you_mean", lang, hint=self.hint) if self.hint else "")

    def message(self, lang: Lang) -> str:
        """``file:line:column: what is wrong``."""
        return f"{self.file}:{self.line}:{self.column}: {self.text(lang)}"

    @property
    def dotted(self) -> str:
        """The path as a trainer reads it: ``hazards.no-rcd.window[0]``."""
        written = ""
        for part in self.path:
            written += f"[{part}]" if isinstance(part, int) else f".{part}" if written else part
        return written


def closest(name: str, known: list[str]) -> str:
    """The known name that was probably meant, or an empty string."""
    by_folded = {each.casefold().replace("_", "-"): each for each in known}
    near = get_close_matches(name.casefold().replace("_", "-"), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""


def listed(names: list[str]) -> str:
    """Names in a row, the first dozen of them."""
    return ", ".join(names[:SHOWN_NAMES]) + (", …" if len(names) > SHOWN_NAMES else "")


def shown(value: object) -> str:
    """A value as it can stand in a message: one short line."""
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, list):
        return "[...]"
    written = {"None": "null", "True": "true", "False": "false"}.get(str(value), str(value))
    line = " ".join((value if isinstance(value, str) else written).split())
    return line if len(line) <= SHOWN_LENGTH else line[: SHOWN_LENGTH - 1] + "…"

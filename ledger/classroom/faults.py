"""What is wrong with the files of a lesson, told one fault a line with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from common.errors import DataError
from common.located_yaml import Position
from common.text import Lang, text

SHOWN_FAULTS = 50
SHOWN_NAMES = 12


@dataclass(frozen=True)
class Fault:
    """One fault. ``key`` names its text in the catalogue."""

    key: str
    file: str
    position: Position = (1, 1)
    expected: str = ""
    found: str = ""
    hint: str = ""
    """The name that was probably meant."""

    def message(self, lang: Lang) -> str:
        """``file:line:column: what is wrong``."""
        said = text(self.key, lang, expected=self.expected, found=self.found)
        meant = text("scenarios.did_you_mean", lang, hint=self.hint) if self.hint else ""
        return f"{self.file}:{self.position[0]}:{self.position[1]}: {said}{meant}"


class LessonWrong(DataError):
    """A lesson or a question file has faults; ``faults`` holds all of them."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.faults = sorted(faults, key=lambda each: (each.file, each.position))
        super().__init__("lessons.wrong", file=file, count=len(faults))

    def message(self, lang: Lang) -> str:
        """A heading, then a line per fault."""
        lines = [text(self.key, lang, **self.places), *(each.message(lang) for each in self.faults[:SHOWN_FAULTS])]
        if len(self.faults) > SHOWN_FAULTS:
            lines.append(text("scenarios.more_faults", lang, count=len(self.faults) - SHOWN_FAULTS))
        return "\n".join(lines)


def closest(name: str, known: list[str]) -> str:
    """The known name that was probably meant, or an empty string."""
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")


def listed(names: list[str]) -> str:
    """Names in a row, the first dozen of them."""
    return ", ".join(names[:SHOWN_NAMES]) + (", …" if len(names) > SHOWN_NAMES else "")

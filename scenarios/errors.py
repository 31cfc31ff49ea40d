"""What can go wrong when a scenario is asked for."""

from __future__ import annotations

from common.errors import DataError, UsageError
from common.text import Lang, text
from scenarios.faults import Fault

SHOWN_FAULTS = 100


class ScenarioInvalid(DataError):
    """The file has faults; ``faults`` holds all of them in the order of the file."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        super().__init__("scenarios.invalid", file=file, count=len(faults))

    def message(self, lang: Lang) -> str:
        """A heading, then a line per fault."""
        lines = [text(self.key, lang, **self.places)]
        lines += [fault.message(lang) for fault in self.faults[:SHOWN_FAULTS]]
        if len(self.faults) > SHOWN_FAULTS:
            lines.append(text("scenarios.more_faults", lang, count=len(self.faults) - SHOWN_FAULTS))
        return "\n".join(lines)


class ScenarioUnknown(UsageError):
    """Neither a scenario of the bank nor a file."""

    def __init__(self, name: str, known: list[str], hint: str) -> None:
        self.hint = hint
        super().__init__("scenarios.unknown", name=name, known=", ".join(known))

    def message(self, lang: Lang) -> str:
        return super().message(lang) + (text("scenarios.did_you_mean", lang, hint=self.hint) if self.hint else "")


class ScenarioUnreadable(DataError):
    """The file cannot be read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__("scenarios.unreadable", file=file, reason=reason)

"""The tree of errors that a person may meet. Each knows its text in both languages."""

from __future__ import annotations

from common.text import Lang, text


class QiancheError(Exception):
    """Something a person can act on: ``key`` names its text in the catalogue.

    ``exit_code`` is what the command line ends with: 1 the scenario or data is wrong,
    2 wrong usage, 3 the environment lacks something.
    """

    exit_code = 1

    def __init__(self, key: str, **places: object) -> None:
        self.key = key
        self.places = places
        super().__init__(self.message("en"))

    def message(self, lang: Lang) -> str:
        """What happened and what to do, in ``lang``."""
        return text(self.key, lang, **self.places)


class DataError(QiancheError):
    """A scenario, a log or other data is wrong."""


class UsageError(QiancheError):
    """A command or a setting was used wrongly."""

    exit_code = 2


class EnvironmentLacks(QiancheError):
    """The machine lacks something; the text says what to install."""

    exit_code = 3

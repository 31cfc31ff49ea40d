"""The tree of errors that a person may meet. Each knows its text in both languages."""

from __future__ import annotations

from typing import Any

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

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are copied between processes by calling them with ``args``, which are not what ours take.
        return _again, (type(self), self.args, self.__dict__)

    def message(self, lang: Lang) -> str:
        """What happened and what to do, in ``lang``."""
        return text(self.key, lang, **self.places)


def _again(kind: type[QiancheError], args: tuple[object, ...], state: dict[str, Any]) -> QiancheError:
    """An error as it was in another process."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class DataError(QiancheError):
    """A scenario, a log or other data is wrong."""


class UsageError(QiancheError):
    """A command or a setting was used wrongly."""

    exit_code = 2


class EnvironmentLacks(QiancheError):
    """The machine lacks something; the text says what to install."""

    exit_code = 3

"""What the settings say of the ledger, as the ledger wants to be told."""

from __future__ import annotations

from typing import Any

from common.settings import Settings
from ledger.settings import LedgerSettings

_PREFIX = "ledger_"


def ledger_settings(settings: Settings, **more: Any) -> LedgerSettings:
    """The ledger's own settings: each that the file or the environment names, else its default.

    ``ledger_page_size`` becomes ``page_size``. ``more`` is what no file can say, such as the scenarios on offer.
    """
    said = {name: getattr(settings, _PREFIX + name, None) for name in LedgerSettings.model_fields}
    given = {name: value for name, value in said.items() if value is not None}
    return LedgerSettings(data=settings.data / "ledger", lesson_folders=tuple(settings.lesson_folders), **given, **more)

"""Settings: one TOML file and ``QIANCHE_*`` environment variables over defaults for one machine.

A setting's variable is its name in capitals: ``van_id`` is ``QIANCHE_VAN_ID``. The environment wins
over the file. Secrets are files in the data folder, made on the first start, readable by their
owner only; they are never settings.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from common.comfort import Comfort
from common.errors import UsageError

PREFIX = "QIANCHE_"
SETTINGS_FILE = "qianche.toml"
LISTS = {"stations": ",", "scenario_folders": os.pathsep, "lesson_folders": os.pathsep}
"""Settings of several values, and what stands between them in the environment."""


class Settings(BaseModel):
    """What a van, or a service alone, is told about its surroundings."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path = Field(default_factory=lambda: user_data_path("qianche", appauthor=False))
    """Folder of the databases, logs and secrets."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8300
    van_id: Annotated[str, Field(min_length=1, max_length=40)] = "van-1"
    stations: Annotated[list[str], Field(min_length=1, max_length=8)] = ["station-1"]
    display: Literal["stream", "none"] = "stream"
    """Whether the built-in stations draw pictures; without, sessions are played by scripts only."""
    sound_captions: bool = True
    """Whether sounds are put into words on the stations' pages; a trainee may switch that."""
    ledger_url: str | None = None
    """Another machine's training ledger; without one the van keeps its own."""
    ledger_database: str | None = None
    """URL of a PostgreSQL database for the ledger; without one it keeps a file in the data folder."""
    ledger_public_url: Annotated[str, Field(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$")] | None = None
    """The ledger's address as everyone reaches it, for printed codes; by default the one a page was opened at."""
    ledger_pseudonym_key_file: Path | None = None
    """The ledger's key file for pseudonyms, where it does not lie in its data folder."""
    ledger_requests_per_s: Annotated[float, Field(gt=0)] | None = None
    ledger_checkpoint_every_s: Annotated[float, Field(gt=0)] | None = None
    ledger_page_size: Annotated[int, Field(ge=1, le=1000)] | None = None
    ledger_most_body_bytes: Annotated[int, Field(ge=1024)] | None = None
    ledger_most_attachment_bytes: Annotated[int, Field(ge=1024)] | None = None
    ledger_most_log_bytes: Annotated[int, Field(ge=1024)] | None = None
    ledger_most_course_bytes: Annotated[int, Field(ge=1024)] | None = None
    """How much the ledger takes, and how often it signs its log; without one, its own defaults."""
    ledger_course_origin: Annotated[str, Field(pattern=r"^https?://[^\s/?#]+$")] | None = None
    """A second address of the ledger, scheme and host, that only serves the files of imported courses."""
    monitoring_url: str | None = None
    """Another machine's monitoring; without one the van keeps its own."""
    roster: Path | None = None
    """A CSV file of the people expected: name, identity number, company."""
    kiosk_url: str | None = None
    """On a headset's computer: the address of its van, without a path; without one it is looked for."""
    scenario_folders: list[Path] = []
    """Folders of own scenarios that the van offers beside the bank."""
    lesson_folders: list[Path] = []
    """Folders of own lessons and questions that the ledger's classroom offers beside those of the program."""
    comfort: Comfort = Comfort()
    """How headsets are worn and used; a table of the file."""


def load_settings(data: Path | None = None, **given: object) -> Settings:
    """Settings from ``qianche.toml`` in the data folder, the environment and what was ``given``.

    Raises:
        UsageError: a name is unknown or a value is wrong; says which and where it came from.
    """
    environment = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX) and name.removeprefix(PREFIX).lower() in Settings.model_fields
    }
    if data is not None:
        environment["data"] = str(data)
    folder = Path(environment.get("data", Settings().data))
    values: dict[str, object] = {**_from_file(folder / SETTINGS_FILE), "data": folder}
    for name, value in environment.items():
        values[name] = value.split(LISTS[name]) if name in LISTS else value
    values.update({name: value for name, value in given.items() if value is not None})
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise UsageError("common.settings.wrong", name=name, why=first["msg"], file=folder / SETTINGS_FILE) from None


def _from_file(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("common.settings.unreadable", file=path, why=error) from None

"""What the kiosk is told by the van's settings, and the secrets it keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from common.sealing import key_from, read_key
from kiosk.destinations import LedgerAddress

OWN_FOLDER = "own"


class MonitoringAddress(BaseModel):
    """Where monitoring is; ``url`` ends before ``/completions``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    token: str


class KioskSettings(BaseModel):
    """Everything the kiosk needs to know. What is owed to a destination without an address waits in the
    outbox until it has one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path
    """Folder of the van's database, session logs and keys."""
    van_id: Annotated[str, Field(min_length=1, max_length=40)] = "van-1"
    listens: tuple[str, int] | None = None
    """Host and port of the van's site, which it announces on its network for the headsets' computers."""
    stations: Annotated[tuple[str, ...], Field(min_length=1, max_length=8)] = ("station-1",)
    display: Literal["stream", "none"] = "stream"
    ledger: LedgerAddress | None = None
    monitoring: MonitoringAddress | None = None
    pseudonym_key: Path
    """Key file shared with the ledger: the same person has the same pseudonym in every van."""
    ledger_public_key: Path
    """Public half of the ledger's sealing key."""
    roster: Path | None = None
    """CSV of the people expected: name, identity number, company."""
    scenario_folders: tuple[Path, ...] = ()
    """Folders of own scenarios that are offered beside the bank and what is published here."""
    sound_captions: bool = True
    """Whether sounds are put into words as well; a trainee may switch that."""
    idle_seconds: Annotated[float, Field(ge=5, le=3600)] = 60
    """After so long without a touch a station that is not playing goes back to its welcome."""

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def scenarios(self) -> Path:
        """The van's copies of the scenarios it plays."""
        return self.data / "scenarios"

    @property
    def own_scenarios(self) -> Path:
        """The scenarios that were published on this van."""
        return self.data / OWN_FOLDER

    @property
    def pictures(self) -> Path:
        return self.data / "pictures"


class Secrets(BaseModel):
    """The keys, read from their files once."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    pseudonym: bytes
    ledger_public: bytes
    at_rest: bytes
    """The van's own key: it encrypts names and numbers in the van's database."""

    @classmethod
    def of(cls, settings: KioskSettings) -> Secrets:
        """Read the key files; the van's own is made on the first start.

        Raises:
            KeyFileWrong: a key file is missing or holds no key.
        """
        return cls(
            pseudonym=read_key(settings.pseudonym_key),
            ledger_public=read_key(settings.ledger_public_key),
            at_rest=key_from(settings.data / "van.key"),
        )

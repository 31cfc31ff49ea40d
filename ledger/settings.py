"""What the ledger is told, and the keys it keeps."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from common.sealing import key_from, public_of, write_key
from common.text import Lang
from ledger.keyring import KeyFiles, Keyring, KeySource


class LedgerSettings(BaseModel):
    """Where the ledger keeps things and how much it takes at once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path
    """Folder of the ledger's database and keys."""
    database: str | None = None
    """URL of a PostgreSQL database that takes the place of the file in the data folder."""
    public_url: str | None = None
    """The ledger's address as everyone reaches it; without one, the address that a page was opened at."""
    pseudonym_key_file: Path | None = None
    """Key file shared with the vans; by default in the data folder, made on the first start."""
    most_body_bytes: Annotated[int, Field(ge=1024)] = 4 * 1024 * 1024
    most_attachment_bytes: Annotated[int, Field(ge=1024)] = 32 * 1024 * 1024
    """Of a request that brings attachments."""
    requests_per_s: Annotated[float, Field(gt=0)] = 1000.0
    """Of one client program, on average."""
    most_log_bytes: Annotated[int, Field(ge=1024)] = 64 * 1024 * 1024
    """Of a session's log once it is unpacked."""
    checkpoint_every_s: Annotated[float, Field(gt=0)] = 300.0
    """How often the transparency log is signed while statements come in."""
    page_size: Annotated[int, Field(ge=1, le=1000)] = 100
    """Most statements in one answer."""

    course_origin: str | None = None
    """A second address of this site, scheme and host, that only serves the files of imported courses: they may then
    use what browsers keep by address, which they otherwise may not."""
    most_course_bytes: Annotated[int, Field(ge=1024)] = 1024 * 1024 * 1024
    """Of all files of one imported course."""
    lesson_folders: tuple[Path, ...] = ()
    """Folders of own lessons and questions that the classroom offers beside those of the program."""
    scenarios: dict[str, dict[Lang, str]] = {}
    """Titles by activity id of the scenarios on offer, from whoever starts the ledger: orders plan with them."""
    problems: dict[str, dict[Lang, str]] = {}
    """What is called wrong in sessions' logs, in words, from whoever starts the ledger."""

    @property
    def pseudonym_key(self) -> Path:
        return self.pseudonym_key_file or self.data / "pseudonym.key"

    @property
    def sealing_key(self) -> Path:
        """Private half of the sealing key: it never leaves the ledger."""
        return self.data / "sealing.key"

    @property
    def sealing_public_key(self) -> Path:
        """Public half, for the vans."""
        return self.data / "sealing.pub"

    @property
    def courses(self) -> Path:
        """Folder of the imported courses' files."""
        return self.data / "courses"

    @property
    def log_key(self) -> Path:
        """Private half of the key that signs the transparency log."""
        return self.data / "log.key"

    @property
    def certificate_keys(self) -> Path:
        """Folder of the keys that sign certificates."""
        return self.data / "certificate-keys"


class Keys:
    """The ledger's keys, read once; those that are not there yet are made."""

    def __init__(self, settings: LedgerSettings, at_rest: KeySource | None = None) -> None:
        """``at_rest`` gives the keys of what lies encrypted in the database; by default they are files.

        Raises:
            KeyFileWrong: a file holds no key.
        """
        self.pseudonym = key_from(settings.pseudonym_key)
        self.sealing = key_from(settings.sealing_key)
        self.log = key_from(settings.log_key)
        self.at_rest = Keyring(at_rest or KeyFiles(settings.data))
        with contextlib.suppress(FileExistsError):
            write_key(settings.sealing_public_key, public_of(self.sealing))

"""The scenario of a session, on a headset's computer: from the bank, or as the van has sent it."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path, PurePosixPath

import scenarios
from common.errors import DataError
from kiosk.headsets.messages import LARGEST_SCENARIO
from scenarios import LoadedScenario
from sim.log.events import Header

MOST_FILES = 400
_ZIP = b"PK\x03\x04"


class ScenarioDiffers(DataError):
    """What the van has sent is not the scenario that is to be played."""

    def __init__(self, scenario: str) -> None:
        super().__init__("headsets.remote.scenario_differs", scenario=scenario)


class PackageWrong(DataError):
    """What the van has sent cannot be unpacked."""

    def __init__(self, scenario: str) -> None:
        super().__init__("headsets.remote.package_wrong", scenario=scenario)


class Provision:
    """Scenarios by their hash. ``folder`` holds those that came from the van."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def bank(self, header: Header) -> LoadedScenario | None:
        """The session's scenario from this program's own bank, where that is the same one."""
        if header.scenario not in scenarios.bank():
            return None
        loaded = scenarios.load(header.scenario)
        return loaded if loaded.hash == header.scenario_hash else None

    def kept(self, header: Header) -> LoadedScenario | None:
        """The session's scenario as it lies on this computer, without asking the van.

        Raises:
            DataError: it lies here and cannot be read.
        """
        found = self.bank(header)
        path = self._path(header)
        if found is None and path.is_file():
            loaded = scenarios.load(path)
            found = loaded if loaded.hash == header.scenario_hash else None
        return found

    def take_in(self, header: Header, content: bytes) -> LoadedScenario:
        """Unpack what the van has sent, in the place of what lay here.

        Raises:
            ScenarioDiffers, PackageWrong: it is another scenario, or none.
            DataError: the scenario has faults.
        """
        path = self._path(header)
        files = _unpacked(content, path.name, header.scenario)
        draft = path.parent.with_name(f".{path.parent.name}")
        shutil.rmtree(draft, ignore_errors=True)
        try:
            for name, inside in files.items():
                target = draft / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(inside)
            if scenarios.load(draft / path.name).hash != header.scenario_hash:
                raise ScenarioDiffers(header.scenario)
            shutil.rmtree(path.parent, ignore_errors=True)
            draft.replace(path.parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return scenarios.load(path)

    def _path(self, header: Header) -> Path:
        return self._folder / header.scenario_hash.removeprefix("sha256:")[:24] / f"{header.scenario}.yaml"


def _unpacked(content: bytes, name: str, scenario: str) -> dict[str, bytes]:
    """The files of a package by their name: of a plain scenario one, else those of the archive."""
    if not content.startswith(_ZIP):
        return {name: content}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            too_much = len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST_SCENARIO
            names = {entry.filename for entry in entries}
            if too_much or name not in names or not all(_stays_inside(each) for each in names):
                raise PackageWrong(scenario)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise PackageWrong(scenario) from error


def _stays_inside(name: str) -> bool:
    """Whether a name leads to a file below the folder it is unpacked into, on any system."""
    parts = PurePosixPath(name).parts
    return bool(parts) and not any(part in ("..", "/") or ":" in part or "\\" in part for part in parts)

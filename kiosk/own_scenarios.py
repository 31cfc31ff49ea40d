"""The van's own scenarios: where their files lie, how one is published, and how one is taken elsewhere.

Every published scenario has a folder of its own, named as its id: ``<id>/<id>.yaml``, what belongs to it
beside it, and the editions before it as ``earlier/<id>@<version>.yaml``. Other folders of scenarios
(settings, ``scenario_folders``) hold plain files.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import scenarios
from common.errors import DataError
from common.text import Lang
from kiosk.companions import companions, copy_companions, copy_whole
from scenarios import LoadedScenario
from scenarios.errors import ScenarioInvalid
from scenarios.model import Scenario
from scenarios.source import read_source
from scenarios.writing.check import read_text
from scenarios.writing.edit import set_value
from scoring import score

if TYPE_CHECKING:
    from sim.check import CheckResult

EARLIER = "earlier"


class OwnIdTaken(DataError):
    """An own scenario has the id of another: of one in the bank, or in a folder that comes before."""

    def __init__(self, scenario: str) -> None:
        super().__init__("kiosk.own.id_taken", id=scenario)


class NoAuthor(DataError):
    """A scenario is published by somebody."""

    def __init__(self) -> None:
        super().__init__("kiosk.own.no_author")


class NotProved(DataError):
    """A scenario does not hold what it says; ``results`` are the proofs that fail."""

    def __init__(self, scenario: str, results: list[CheckResult]) -> None:
        self.results = [result for result in results if not result.passed]
        super().__init__("kiosk.own.not_proved", scenario=scenario, failed=len(self.results), count=len(results))

    def message(self, lang: Lang) -> str:
        """A heading, then a line per finding with its place in the text."""
        found = [finding for result in self.results for finding in result.findings]
        lines = [f"  {each.line}:{each.column}: {getattr(each.text, lang)}" for each in found]
        return "\n".join([super().message(lang), *lines])


@dataclass(frozen=True)
class Published:
    """A scenario that a van can offer from now on."""

    id: str
    version: int
    path: Path
    hash: str


@dataclass(frozen=True)
class Export:
    """A scenario as one file to take along."""

    name: str
    content: bytes


def own_files(folder: Path) -> list[Path]:
    """The scenario files of a folder: those that lie in it, and those in a folder of their own name."""
    own_folder = (path for path in folder.glob("*/*.yaml") if path.stem == path.parent.name)
    return sorted([*folder.glob("*.yaml"), *own_folder])


def publish(
    text: str,
    author: str,
    folder: Path,
    beside: Path | None = None,
    on_proof: Callable[[CheckResult], None] = lambda result: None,
) -> Published:
    """Publish a scenario's text into ``folder`` as its next version, once everything about it is proved.

    ``beside`` is the folder of what belongs to it: its models and recorded lines. The proofs are those of
    ``qianche check`` and take seconds; ``on_proof`` is told of each. The edition that was there stays as
    an earlier one.

    Raises:
        ScenarioInvalid: the text has faults.
        OwnIdTaken: the bank has a scenario of its id.
        NoAuthor: nobody is named.
        NotProved: it does not hold what it says.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".publishing-", dir=folder) as made:
        loaded = _laid_out(text, Path(made), beside)
        id_ = loaded.scenario.id
        if id_ in scenarios.bank():
            raise OwnIdTaken(id_)
        if not author.strip():
            raise NoAuthor
        _prove(loaded, on_proof)
        version = _next_version(folder / id_, id_)
        text = set_value(set_value(text, ("version",), version), ("author",), author.strip())
        published = _put_in_place(_laid_out(text, Path(made), beside), folder / id_, version - 1)
    return Published(id_, version, published.path, published.hash)


def export(text: str, beside: Path | None = None) -> Export:
    """A scenario's text as a file, or where something belongs to it a zip archive of both, to be unpacked into a
    folder. ``beside`` is the folder of what belongs to it.

    Raises:
        ScenarioInvalid: the text has faults.
    """
    scenario = _without_faults(text, beside)
    name = f"{scenario.id}.yaml"
    if beside is None or not (files := companions(scenario, beside)):
        return Export(name, text.encode("utf-8"))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        for inside, file in files.items():
            archive.write(file, inside)
    return Export(f"{scenario.id}.zip", packed.getvalue())


def _without_faults(text: str, beside: Path | None) -> Scenario:
    read = read_text(text, "", beside)
    if read.scenario is None:
        raise ScenarioInvalid("", read.faults)
    return read.scenario


def _prove(loaded: LoadedScenario, on_proof: Callable[[CheckResult], None]) -> None:
    from sim.check import CheckContext, prove  # brings the whole world along; a van that only plays starts without

    results = []
    for result in prove(CheckContext(loaded, score)):
        results.append(result)
        on_proof(result)
    if not all(result.passed for result in results):
        raise NotProved(loaded.scenario.id, results)


def _laid_out(text: str, folder: Path, beside: Path | None) -> LoadedScenario:
    """The text as a file in ``folder``, with what belongs to it beside it."""
    beside = beside or folder
    scenario = _without_faults(text, beside)
    path = folder / f"{scenario.id}.yaml"
    path.write_bytes(text.encode("utf-8"))
    copy_companions(scenario, beside, folder)
    return scenarios.load(path)


def _next_version(folder: Path, id_: str) -> int:
    """One more than any that there was."""
    numbers = [path.stem.removeprefix(f"{id_}@") for path in (folder / EARLIER).glob(f"{id_}@*.yaml")]
    known = [int(number) for number in numbers if number.isdecimal()]
    current = folder / f"{id_}.yaml"
    if current.is_file():
        known.append(_version_in(current))
    return max(known, default=0) + 1


def _version_in(path: Path) -> int:
    """The version that a published file says; 1 for one that somebody has spoilt by hand."""
    try:
        data = read_source(path.read_bytes(), path.name).data
    except ScenarioInvalid:
        return 1
    version = data.get("version") if isinstance(data, dict) else None
    return version if isinstance(version, int) else 1


def _put_in_place(loaded: LoadedScenario, folder: Path, version_before: int) -> LoadedScenario:
    """Move what is laid out to where the van finds it; the file itself comes last, so that it is never alone."""
    current = folder / loaded.path.name
    if current.is_file():
        copy_whole(current, folder / EARLIER / f"{current.stem}@{version_before}.yaml")
    copy_companions(loaded.scenario, loaded.path.parent, folder)
    copy_whole(loaded.path, current)
    return scenarios.load(current)

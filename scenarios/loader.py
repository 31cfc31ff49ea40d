"""Load a scenario by its id in the bank or by the path of its file, or say everything wrong with it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from scenarios.draft import draft_of, salvaged
from scenarios.errors import ScenarioInvalid, ScenarioUnknown, ScenarioUnreadable
from scenarios.faults import Fault, Loc, closest, shown
from scenarios.model import Scenario
from scenarios.names import Names
from scenarios.own_models import model_digests, model_faults, with_model_paths
from scenarios.registry import Registry, registry
from scenarios.rules import rules
from scenarios.shapes import shape_faults
from scenarios.source import MAX_BYTES, Position, Source, read_source

BANK = Path(__file__).parent / "bank"


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario without faults, the file it came from, and its hash."""

    scenario: Scenario
    path: Path
    hash: str
    """``sha256:`` over the canonical JSON of the model: the same for any layout of the same content."""
    source: Source

    def locate(self, loc: Loc) -> Position:
        """Line and column, from 1, of the value at ``loc`` or of the nearest thing around it."""
        return self.source.locate(loc)


def bank() -> list[str]:
    """The ids of the scenarios in the bank, in order."""
    return sorted(path.stem for path in BANK.glob("*.yaml"))


def load(path_or_id: str | Path) -> LoadedScenario:
    """The scenario of an id in the bank or of a file.

    Raises:
        ScenarioUnknown: it is neither.
        ScenarioUnreadable: the file cannot be read.
        ScenarioInvalid: the file has faults.
    """
    path = scenario_path(path_or_id)
    source = read_source(scenario_bytes(path), _shown_path(path))
    scenario, faults = examined(source, registry(), path.parent)
    if scenario is None or faults:
        raise ScenarioInvalid(source.file, faults)
    placed = with_model_paths(scenario, path.parent)
    return LoadedScenario(placed, path, scenario_hash(placed), source)


def scenario_path(path_or_id: str | Path) -> Path:
    """The file of an id in the bank, or the path itself where there is such a file."""
    if str(path_or_id) in bank():
        return BANK / f"{path_or_id}.yaml"
    path = Path(path_or_id)
    if _is_file(path):
        return path
    raise ScenarioUnknown(shown(str(path_or_id)), bank(), closest(path.stem, bank()))


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def examined(source: Source, names_of: Registry, folder: Path | None = None) -> tuple[Scenario | None, list[Fault]]:
    """The scenario in ``source`` where it is well-formed, and every fault in the order of the file.

    ``folder`` is where the file lies and the models that it brings along; without one these are not looked at.
    """
    names = Names(names_of, source.data)
    scenario, faults = None, []
    try:
        scenario = Scenario.model_validate(source.data, strict=True, context={"names": names})
        draft = draft_of(scenario)
    except ValidationError as wrong:
        faults = shape_faults(source, wrong, names)
        draft = salvaged(source.data)
    for rule in rules():
        for finding in rule.check(draft, names_of):
            position = source.locate_key(finding.loc) if finding.at_key else source.locate(finding.loc)
            faults.append(
                Fault(
                    rule.id, rule.kind, source.file, *position, finding.loc,
                    expected=finding.expected, found=finding.found, hint=finding.hint,
                )
            )  # fmt: skip
    if folder is not None:
        faults += model_faults(draft, source, folder)
    return scenario, sorted(faults, key=lambda fault: (fault.line, fault.column, fault.code))


def scenario_hash(scenario: Scenario) -> str:
    """The content hash of a scenario as it is written; what is left at its default does not enter it.

    A model that it brings along enters by what is in its file, wherever that lies.
    """
    content = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for (part, name), digest in model_digests(scenario).items():
        content[part][name]["prop"] = f"sha256:{digest}"
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode('utf-8')).hexdigest()}"


def scenario_bytes(path: Path) -> bytes:
    """What stands in a file, or as much of it as shows that it is too large.

    Raises:
        ScenarioUnreadable: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as wrong:
        raise ScenarioUnreadable(str(path), wrong.strerror or str(wrong)) from wrong


def _shown_path(path: Path) -> str:
    """The path as a person would write it from where they are."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return str(path)

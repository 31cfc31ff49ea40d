"""A text under the hands of a trainer, looked at as the loader would look at its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scenarios.errors import ScenarioInvalid
from scenarios.faults import Fault
from scenarios.loader import examined
from scenarios.model import Scenario
from scenarios.own_models import with_model_paths
from scenarios.registry import registry
from scenarios.source import Source, read_source


@dataclass(frozen=True)
class Reading:
    """What there is to be had from a text."""

    faults: list[Fault]
    """Everything wrong with it, in the order of the text."""
    scenario: Scenario | None = None
    """Only of a text without faults; own models by their whole paths, as the loader has it."""
    source: Source | None = None
    """Its plain data and where they stand; None when it is no YAML."""


def read_text(text: str, file: str, folder: Path | None = None) -> Reading:
    """Read a text that is, or will be, the content of ``file``. Never raises for what the text says.

    ``folder`` is where the trainer's own models lie; without one they are not looked at.
    """
    try:
        source = read_source(text.encode("utf-8", "surrogatepass"), file)
    except ScenarioInvalid as wrong:
        return Reading(wrong.faults)
    scenario, faults = examined(source, registry(), folder)
    if scenario is None or faults:
        return Reading(faults, None, source)
    return Reading([], with_model_paths(scenario, folder) if folder else scenario, source)


def check_text(text: str, file: str, folder: Path | None = None) -> list[Fault]:
    """Everything wrong with a text, each fault with its line and column."""
    return read_text(text, file, folder).faults

"""What the bank's scenarios and their problems are called, for a ledger that does not know the bank."""

from __future__ import annotations

from common.text import Lang
from common.yaml_text import read_yaml
from kiosk.statements import SCENARIO
from scenarios.loader import bank, scenario_path
from scenarios.registry import registry

_HEAD_ENDS = "\nindustry:"
"""The title stands above it; the rest of a file need not be read for it."""


def scenario_titles() -> dict[str, dict[Lang, str]]:
    """Titles by activity id, as statements name them, of every scenario in the bank."""
    titles: dict[str, dict[Lang, str]] = {}
    for each in bank():
        head, _, _ = scenario_path(each).read_text("utf-8").partition(_HEAD_ENDS)
        titles[SCENARIO + each] = read_yaml(head)["title"]
    return titles


def problem_labels() -> dict[str, dict[Lang, str]]:
    """What each problem of the scenario language is called."""
    return {name: {"zh": label.zh, "en": label.en} for name, label in registry().problems.items()}

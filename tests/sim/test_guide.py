"""The guide for trainers: its examples, put into the template as it says, make a scenario that is proved."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

import scenarios
from scenarios.source import read_source
from scoring import score
from sim.check import CHECKS, CheckContext
from sim.templates import from_template

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "guide.md").read_text("utf-8")


def test_its_examples_make_a_scenario_that_is_proved(tmp_path: Path) -> None:
    plain = read_source(from_template("warehouse", "our-forklift").encode("utf-8"), "").data
    blocks = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    parts = [read_source(block.encode("utf-8"), "guide.md").data for block in blocks]
    assert {key for part in parts for key in part} == {
        "hazards", "lures", "decisions", "deeds", "storyboard", "accident", "averted"
    }  # fmt: skip
    for part in parts:
        plain |= part
    path = tmp_path / "our-forklift.yaml"
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    context = CheckContext(scenarios.load(path), score)
    for check in CHECKS:
        result = check(context)
        assert result.passed, [(finding.line, finding.text.zh) for finding in result.findings]


def test_its_commands_and_links_are_there() -> None:
    from qianche.cli import app

    known = {command.name for command in app.registered_commands}
    said = set(re.findall(r"^qianche (\w+)", GUIDE, re.MULTILINE))
    assert said and said <= known
    for link in re.findall(r"\]\(([^)#]+)\)", GUIDE):
        assert (DOCS / link).is_file(), link

"""The bank is proved, and a scenario that cannot be proved is told why."""

from __future__ import annotations

from pathlib import Path

import pytest

from qianche.commands.proofs import prove_one
from scenarios import bank, load

CHECKS = {
    "perfect_trainee", "absent_trainee", "wrong_options", "random_trainee", "right_way", "flashes", "text_lengths",
    "deeds", "exercises", "in_sight", "deeds_in_sight", "budget",
}  # fmt: skip


@pytest.mark.parametrize("scenario", bank())
def test_the_bank_is_proved(scenario: str) -> None:
    proof = prove_one(scenario)
    assert {result.check for result in proof.results} == CHECKS
    assert proof.passed, [finding.text.en for result in proof.results for finding in result.findings]


def test_a_hazard_behind_a_wall_is_not_proved(tmp_path: Path) -> None:
    path = tmp_path / "falling-object-struck.yaml"
    text = load("falling-object-struck").path.read_text("utf-8")
    spanner = next(line for line in text.splitlines() if "prop: loose_tool" in line)
    buried = f"  {spanner.split(':')[0].strip()}: {{prop: loose_tool, at: [4.0, 30.0, -20.0]}}"
    path.write_text(text.replace(spanner, buried, 1), "utf-8")
    proof = prove_one(str(path))
    failed = {result.check: result for result in proof.results if not result.passed}
    (finding,) = failed["in_sight"].findings
    assert finding.line == next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1)
                                if "target: spanner" in line)  # fmt: skip

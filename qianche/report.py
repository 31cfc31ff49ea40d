"""An explained score, a proof and a timeline, as tables on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from common.text import text
from qianche.console import lang, out, say

if TYPE_CHECKING:
    from scoring import Score
    from sim.check import CheckResult
    from sim.timeline import Timeline


def print_score(score: Score) -> None:
    """A heading, then a row per hazard, decision, deed, exercise and false alarm, each with its reason."""
    chosen = lang()
    out.print(getattr(score.explanation, chosen), markup=False, soft_wrap=True)
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(text("cli.score_table.what", chosen))
    table.add_column(text("cli.score_table.points", chosen), justify="right", no_wrap=True)
    table.add_column(text("cli.score_table.why", chosen), overflow="fold")
    for row in score.hazards:
        table.add_row(getattr(row.label, chosen), f"{row.earned:g}/{row.worth:g}", getattr(row.explanation, chosen))
    for row in score.decisions:
        table.add_row(getattr(row.ask, chosen), f"{row.earned:g}/{row.worth:g}", getattr(row.explanation, chosen))
    for row in (*score.deeds, *score.exercises):
        table.add_row(getattr(row.label, chosen), "", getattr(row.explanation, chosen))
    for row in score.alarms:
        table.add_row(text("cli.score_table.false_alarm", chosen), f"-{row.cost:g}", getattr(row.explanation, chosen))
    out.print(table)


def print_proof(scenario: str, results: list[CheckResult]) -> None:
    """A line for the scenario, and for what does not hold why, with file, line and column."""
    failed = [result for result in results if not result.passed]
    key = "cli.checked.bad" if failed else "cli.checked.good"
    say(key, scenario=scenario, failed=len(failed), count=len(results))
    for result in failed:
        for finding in result.findings:
            where = f"{finding.file}:{finding.line}:{finding.column}"
            out.print(f"  {where}: {getattr(finding.text, lang())}", markup=False, soft_wrap=True)


def print_timeline(played: Timeline) -> None:
    """A row per moment: session time, scene time, what happened; then how it came out."""
    chosen = lang()
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(text("cli.timeline.time", chosen), justify="right", no_wrap=True)
    table.add_column(text("cli.timeline.scene_time", chosen), justify="right", no_wrap=True)
    table.add_column(text("cli.timeline.what", chosen), overflow="fold")
    for row in played.rows:
        table.add_row(f"{row.time:.1f}", f"{row.scene_time:.1f}", escape(getattr(row.text, chosen)))
    out.print(table)
    verdict = played.verdict
    say(
        "cli.timeline.result",
        outcome=text(f"cli.outcome.{verdict.outcome}", chosen),
        score=verdict.total,
        passed=text("cli.passed" if verdict.passed else "cli.failed", chosen),
    )

"""``python -m benchmarks [names...] [--json FILE]``: measure, and print a table."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

import scenarios
from benchmarks.figures import Effort, Figure
from benchmarks.report import as_json, heading, load_average, table
from common.errors import QiancheError, UsageError
from qianche.console import both, err, lang, out, progress_bar, say

NAMES = (
    "load", "warm_load", "session", "state", "frame", "renderers", "stream", "sets", "library", "bench", "outbox",
    "ledger", "lrs", "headset",
)  # fmt: skip
FOLDER = Path("artefacts")
"""On the disk that the project is on: a folder for temporary files may be in memory."""


def measured(names: Sequence[str], effort: Effort) -> list[Figure]:
    """The figures of these benchmarks, one after the other, with a progress bar."""
    found: list[Figure] = []
    with progress_bar("benchmarks.progress") as progress:
        for place, name in enumerate(names):

            def tell(share: float, what: str, place: int = place, name: str = name) -> None:
                progress((place + share) / len(names), f"{name} {what}")

            tell(0.0, "")
            # A benchmark is imported when it runs: one without pictures needs no graphics.
            found += import_module(f"benchmarks.{name}").measure(effort, tell)
    return found


def bench(
    names: Annotated[list[str] | None, typer.Argument(help=both("benchmarks.option.names"))] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help=both("benchmarks.option.json"))] = None,
) -> None:
    wanted = chosen(names or [])
    FOLDER.mkdir(exist_ok=True)
    before = load_average()
    figures = measured(wanted, Effort(FOLDER, tuple(scenarios.bank())))
    loads = {"before": before, "after": load_average()}
    out.print(heading(figures, loads, lang()), markup=False, soft_wrap=True)
    out.print(table(figures, lang()))
    say("benchmarks.how_to_read")
    if json_file is not None:
        json_file.write_text(json.dumps(as_json(figures, loads), ensure_ascii=False, indent=2) + "\n", "utf-8")
        say("cli.written", path=json_file)


def chosen(names: list[str]) -> tuple[str, ...]:
    """These benchmarks, or all when none is named.

    Raises:
        UsageError: there is no benchmark of a name.
    """
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise UsageError("benchmarks.unknown", unknown=", ".join(unknown), known=", ".join(NAMES))
    return tuple(names) or NAMES


def main() -> None:
    """Run the command line; a person meets sentences for what they can act on."""
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        typer.run(bench)
    except QiancheError as error:
        err.print(error.message(lang()), markup=False, soft_wrap=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()

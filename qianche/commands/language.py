"""``qianche new``, ``schema`` and ``coverage``: what a trainer needs to begin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from common.errors import UsageError
from qianche.console import both, say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("new", help=both("cli.new"))(new)
    app.command("schema", help=both("cli.schema"))(schema)
    app.command("coverage", help=both("cli.coverage"))(coverage)


def new(
    id: Annotated[str, typer.Argument(help=both("cli.argument.new_id"))],
    out: Annotated[Path | None, typer.Option(help=both("cli.option.out"))] = None,
) -> None:
    from scenarios.starter import starter

    path = out or Path(f"{id}.yaml")
    if path.exists():
        raise UsageError("cli.fault.exists", path=path)
    path.write_text(starter(id), "utf-8")
    say("cli.written", path=path)


def schema() -> None:
    from scenarios.schema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def coverage() -> None:
    from scenarios import bank, load
    from scenarios.coverage import coverage_page

    print(coverage_page(load(name).scenario for name in bank()), end="")

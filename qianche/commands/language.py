"""``qianche new``, ``schema``, ``reference``, ``coverage``, ``publish``: a scenario from its beginning into a van."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import UsageError
from qianche.console import both, lang, progress_bar, say

if TYPE_CHECKING:
    from sim.check import CheckResult

SCHEMA_FILE = "scenario.schema.json"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("new", help=both("cli.new"))(new)
    app.command("schema", help=both("cli.schema"))(schema)
    app.command("reference", help=both("cli.reference"))(reference)
    app.command("coverage", help=both("cli.coverage"))(coverage)
    app.command("publish", help=both("cli.publish"))(publish)


def new(
    id: Annotated[str, typer.Argument(help=both("cli.argument.new_id"))],
    template: Annotated[str, typer.Option(help=both("cli.option.template"))] = "starter",
    copy: Annotated[str | None, typer.Option(help=both("cli.option.copy"))] = None,
    out: Annotated[Path | None, typer.Option(help=both("cli.option.out"))] = None,
) -> None:
    from sim.templates import copy_of, from_template

    path = out or Path(f"{id}.yaml")
    if path.exists():
        raise UsageError("cli.fault.exists", path=path)
    path.write_text(copy_of(copy, id) if copy else from_template(template, id), "utf-8", newline="\n")
    say("cli.written", path=path)
    if copy:
        _bring_along(copy, path.parent)
    schema_file = path.parent / SCHEMA_FILE
    if not schema_file.exists():
        schema_file.write_text(_schema(), "utf-8", newline="\n")
        say("cli.written", path=schema_file)


def _bring_along(scenario: str, folder: Path) -> None:
    """Copy the models and recorded lines of a scenario beside its copy."""
    from kiosk.companions import copy_companions
    from scenarios import load

    loaded = load(scenario)
    if loaded.path.parent.resolve() != folder.resolve():
        copy_companions(loaded.scenario, loaded.path.parent, folder)


def schema() -> None:
    print(_schema(), end="")


def _schema() -> str:
    from scenarios.schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def reference() -> None:
    from scenarios.writing.reference import reference as page

    print(page(), end="")


def coverage() -> None:
    from scenarios import bank, load
    from scenarios.coverage import coverage_page

    print(coverage_page(load(name).scenario for name in bank()), end="")


def publish(
    file: Annotated[Path, typer.Argument(help=both("cli.argument.own_file"))],
    author: Annotated[str, typer.Option(help=both("cli.option.author"))],
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
) -> None:
    from common.settings import load_settings
    from kiosk.own_scenarios import publish as publish_text
    from qianche.van import own_scenarios
    from scenarios import load
    from sim.check import CHECKS, CHECKS_IN_THE_WORLD

    loaded = load(file)  # what is wrong with it is told with the name of the file
    count, done = len(CHECKS) + len(CHECKS_IN_THE_WORLD), 0
    with progress_bar("cli.progress.check") as progress:

        def told(result: CheckResult) -> None:
            nonlocal done
            done += 1
            progress(done / count, getattr(result.title, lang()))

        text = loaded.path.read_text("utf-8")
        published = publish_text(text, author, own_scenarios(load_settings(data)), loaded.path.parent, told)
    say("cli.published", id=published.id, version=published.version, path=published.path)

"""``qianche assets``: the cache of everything that is drawn."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from qianche.console import both, progress_bar, say

app = typer.Typer(no_args_is_help=True)


@app.command("build", help=both("cli.assets.build"))
def build(names: Annotated[list[str] | None, typer.Argument(help=both("cli.option.names"))] = None) -> None:
    from assets.build import build_assets

    began = perf_counter()
    with progress_bar("cli.progress.assets") as progress:
        count = build_assets(names or None, progress)
    say("cli.built", count=count, seconds=perf_counter() - began)


@app.command("sheet", help=both("cli.assets.sheet"))
def sheet(out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("sheet.png")) -> None:
    from assets.sheet import draw_sheet

    draw_sheet(out)
    say("cli.written", path=out)

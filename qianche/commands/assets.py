"""``qianche assets``: the cache of everything that is drawn."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from common.errors import UsageError
from qianche.console import both, lang, progress_bar, say

app = typer.Typer(no_args_is_help=True)


@app.command("build", help=both("cli.assets.build"))
def build(names: Annotated[list[str] | None, typer.Argument(help=both("cli.option.names"))] = None) -> None:
    from assets.build import build_assets
    from sim.audio.pieces import audio_pieces

    began = perf_counter()
    with progress_bar("cli.progress.assets") as progress:
        count = build_assets(names or None, progress, further=audio_pieces())
    say("cli.built", count=count, seconds=perf_counter() - began)


@app.command("sheet", help=both("cli.assets.sheet"))
def sheet(
    out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("sheets"),
    group: Annotated[list[str] | None, typer.Option(help=both("cli.option.group"))] = None,
) -> None:
    from assets.sheet import draw_sheets
    from sim.exhibits import all_groups

    groups = all_groups()
    if group:
        if unknown := [name for name in group if name not in groups]:
            raise UsageError("assets.sheet.unknown", names=", ".join(unknown), known=", ".join(groups))
        groups = {name: groups[name] for name in group}
    with progress_bar("cli.progress.sheets") as progress:
        written = draw_sheets(out, groups, lang(), progress)
    for path in written:
        say("cli.written", path=path)


@app.command("stills", help=both("cli.assets.stills"))
def stills(
    names: Annotated[list[str] | None, typer.Argument(help=both("cli.option.sets"))] = None,
    out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("stills"),
    quick: Annotated[bool, typer.Option(help=both("cli.option.quick"))] = False,
) -> None:
    from assets.sets import place_set, set_names
    from sim.display.set_stills import draw_set
    from sim.render.graphics import Graphics

    if unknown := [name for name in names or () if name not in set_names()]:
        raise UsageError("assets.sets.unknown", names=", ".join(unknown), known=", ".join(set_names()))
    chosen = names or set_names()
    graphics = Graphics()
    with progress_bar("cli.progress.pictures") as progress:
        for done, name in enumerate(chosen):
            progress(done / len(chosen), name)
            draw_set(graphics, place_set(name), out, name, quick=quick)
    say("cli.written", path=out)

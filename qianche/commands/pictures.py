"""``qianche preview``, ``leaflets`` and ``demo``: scenarios seen, and played by scripted trainees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.text import text
from qianche.commands.play import SCRIPTS, say_result
from qianche.console import both, lang, out, progress_bar, say
from qianche.report import print_score

if TYPE_CHECKING:
    from scenarios import LoadedScenario
    from sim.render.graphics import Graphics


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("preview", help=both("cli.preview"))(preview)
    app.command("leaflets", help=both("cli.leaflets"))(leaflets)
    app.command("demo", help=both("cli.demo"))(demo)


def preview(
    scenario: Annotated[str, typer.Argument(help=both("cli.argument.scenario"))],
    out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("preview"),
) -> None:
    from scenarios import load
    from sim.render.graphics import Graphics

    with progress_bar("cli.progress.pictures") as progress:
        draw_pictures(load(scenario), out, Graphics(), progress)
    say("cli.written", path=out)


def leaflets(
    scenarios: Annotated[list[str] | None, typer.Argument(help=both("cli.argument.scenario"))] = None,
    out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("leaflets"),
    covers: Annotated[Path | None, typer.Option(help=both("cli.option.covers"))] = None,
) -> None:
    from scenarios import bank, load
    from sim.display.leaflet import leaflet
    from sim.display.stills import Stills, save_jpeg
    from sim.render.graphics import Graphics
    from sim.world.compose import compose

    out.mkdir(parents=True, exist_ok=True)
    names = scenarios or bank()
    graphics = Graphics()
    with progress_bar("cli.progress.pictures") as progress:
        for done, name in enumerate(names, 1):
            stills = Stills(graphics, compose(load(name).scenario))
            leaflet(stills).save(out / f"{Path(name).stem}.jpg", quality=80)
            if covers is not None:
                save_jpeg(stills.start(), covers / f"{Path(name).stem}.jpg")
            stills.close()
            progress(done / len(names), name)
    say("cli.written", path=out)


def demo(out: Annotated[Path, typer.Option(help=both("cli.option.out"))] = Path("demo")) -> None:
    from scenarios import bank, load
    from sim.render.graphics import Graphics

    out.mkdir(parents=True, exist_ok=True)
    scenarios = [load(name) for name in bank()]
    for loaded in scenarios:
        _play_all(loaded, out)
    graphics = Graphics()
    for loaded in scenarios:
        with progress_bar("cli.progress.pictures") as progress:
            draw_pictures(loaded, out / loaded.scenario.id, graphics, progress)
        say("cli.written", path=out / loaded.scenario.id)


def draw_pictures(
    loaded: LoadedScenario, folder: Path, graphics: Graphics, progress: Callable[[float, str], None]
) -> None:
    """Write the start, the view from above, each hazard and the replay as PNG files into ``folder``."""
    from PIL import Image

    from sim.display.stills import Stills, picture_count, scenario_pictures
    from sim.world.compose import compose

    folder.mkdir(parents=True, exist_ok=True)
    stills = Stills(graphics, compose(loaded.scenario))
    try:
        Image.fromarray(stills.above()).save(folder / "above.png")
        count = picture_count(loaded.scenario)
        for done, (name, picture) in enumerate(scenario_pictures(stills), 1):
            Image.fromarray(picture).save(folder / f"{name}.png")
            progress(done / count, name)
    finally:
        stills.close()


def _play_all(loaded: LoadedScenario, folder: Path) -> None:
    """Let every script play the scenario; explain the score of the one that is neither best nor nothing."""
    from scoring import score, score_file
    from sim.play import play_headless
    from sim.trainees import scripted

    out.rule(getattr(loaded.scenario.title, lang()))
    for name in SCRIPTS:
        log = folder / f"{loaded.scenario.id}-{name}.jsonl"
        log.unlink(missing_ok=True)
        result = play_headless(loaded, scripted(name, loaded.scenario), log, scorer=score, lang=lang())
        say_result("cli.demo_row", result, trainee=text(f"cli.trainee.{name}", lang()))
        if name == "random":
            print_score(score_file(log))

"""``qianche play``: one session of one scenario, by script or at a window."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import UsageError
from common.text import text
from qianche.console import both, lang, print_json, say
from qianche.report import print_timeline

if TYPE_CHECKING:
    from scenarios import LoadedScenario
    from sim.play import PlayResult
    from sim.trainees import Trainee

DISPLAYS = ("none", "window", "vr")
SCRIPTS = ("perfect", "absent", "random")
HANDS = ("left", "right", "either")


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("play", help=both("cli.play"))(play)


def play(
    scenario: Annotated[str, typer.Argument(help=both("cli.argument.scenario"))],
    display: Annotated[str, typer.Option(help=both("cli.option.display"))] = "window",
    trainee: Annotated[str | None, typer.Option(help=both("cli.option.trainee"))] = None,
    log: Annotated[Path | None, typer.Option(help=both("cli.option.log"))] = None,
    seed: Annotated[int, typer.Option(help=both("cli.option.seed"), min=0)] = 0,
    seated: Annotated[bool | None, typer.Option("--seated/--standing", help=both("vr.option.seated"))] = None,
    hand: Annotated[str | None, typer.Option(help=both("vr.option.hand"))] = None,
    gaze: Annotated[bool, typer.Option("--gaze", help=both("vr.option.gaze"))] = False,
    reduced_flashes: Annotated[bool, typer.Option("--reduced-flashes", help=both("vr.option.reduced_flashes"))] = False,
    practice: Annotated[bool, typer.Option("--practice", help=both("vr.option.practice"))] = False,
    timeline: Annotated[bool, typer.Option("--timeline", help=both("cli.option.timeline"))] = False,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from scenarios import load

    if timeline:
        _show_timeline(load(scenario), trainee or "perfect", seed, json)
        return
    if display not in DISPLAYS:
        raise UsageError("cli.fault.bad_choice", value=display, known=", ".join(DISPLAYS))
    if hand is not None and hand not in HANDS:
        raise UsageError("cli.fault.bad_choice", value=hand, known=", ".join(HANDS))
    loaded = load(scenario)
    log_path = log or _free_path(loaded.scenario.id)
    if display == "none":
        result = _play_by_script(loaded, trainee or "perfect", log_path, seed)
    elif display == "vr":
        wishes = {
            "seated": seated, "hand": hand, "input": "gaze" if gaze else None,
            "reduced_flashes": reduced_flashes or None,
        }  # fmt: skip
        result = _play_in_headset(loaded, log_path, seed, wishes, practice=practice)
    else:
        result = _play_at_window(loaded, trainee, log_path, seed)
    if json:
        print_json(asdict(result))
    else:
        say_result("cli.played", result, scenario=loaded.scenario.title.zh, log=result.log)


def _show_timeline(loaded: LoadedScenario, trainee: str, seed: int, json: bool) -> None:
    """What happens when, as a script plays it; no log is written."""
    from scoring import score
    from sim.timeline import scored_timeline

    if trainee not in SCRIPTS:
        raise UsageError("cli.fault.bad_choice", value=trainee, known=", ".join(SCRIPTS))
    played = scored_timeline(loaded.scenario, trainee, score, seed)
    if json:
        print_json(played.as_json())
    else:
        print_timeline(played)


def say_result(key: str, result: PlayResult, **more: object) -> None:
    """Print how a session went, in one line."""
    say(
        key,
        outcome=text(f"cli.outcome.{result.outcome}", lang()),
        score=result.score,
        passed=text("cli.passed" if result.passed else "cli.failed", lang()),
        found=result.hazards_found,
        total=result.hazards_total,
        false_alarms=result.false_alarms,
        **more,
    )


def trainee_named(name: str, loaded: LoadedScenario, seed: int) -> Trainee:
    """A scripted trainee, or one that does again what a log holds.

    Raises:
        UsageError: neither a script of ours nor a file.
    """
    from sim.trainees import from_log, scripted

    if name in SCRIPTS:
        return scripted(name, loaded.scenario, seed)
    if not Path(name).is_file():
        raise UsageError("cli.fault.bad_choice", value=name, known=", ".join((*SCRIPTS, "LOG")))
    return from_log(Path(name))


def _play_by_script(loaded: LoadedScenario, trainee: str, log_path: Path, seed: int) -> PlayResult:
    from scoring import score
    from sim.play import play_headless

    return play_headless(loaded, trainee_named(trainee, loaded, seed), log_path, scorer=score, lang=lang(), seed=seed)


def _play_at_window(loaded: LoadedScenario, trainee: str | None, log_path: Path, seed: int) -> PlayResult:
    from common.settings import load_settings
    from scoring import score
    from sim.display.window import play_window

    script = trainee_named(trainee, loaded, seed) if trainee else None
    captions = load_settings().sound_captions
    return play_window(loaded, log_path, trainee=script, scorer=score, lang=lang(), seed=seed, sound_captions=captions)


def _play_in_headset(
    loaded: LoadedScenario, log_path: Path, seed: int, wishes: dict[str, object], *, practice: bool
) -> PlayResult:
    """``wishes`` are fields of the settings' ``comfort``; None leaves one as it is."""
    from common.settings import load_settings
    from scoring import score
    from sim.display.headset.play_headset import play_headset

    wanted = {name: value for name, value in wishes.items() if value is not None}
    comfort = load_settings().comfort.model_copy(update=wanted)
    return play_headset(loaded, log_path, scorer=score, lang=lang(), seed=seed, comfort=comfort, practice=practice)


def _free_path(scenario: str) -> Path:
    """A name for a log in the current folder that is not taken."""
    numbered = (Path(f"{scenario}-{number}.jsonl") for number in range(1, 10_000))
    return next(path for path in numbered if not path.exists())

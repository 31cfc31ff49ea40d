"""One scenario played in a headset at this machine, from a command."""

from __future__ import annotations

from pathlib import Path

from common.comfort import Comfort
from common.text import Lang
from scenarios import LoadedScenario
from sim.display.headset.player import HeadsetPlayer
from sim.log import read_log
from sim.play import PlayResult, header_of, result_of
from sim.verdict import Scorer

STATION = "headset"


def play_headset(
    loaded: LoadedScenario,
    log_path: Path,
    *,
    scorer: Scorer,
    lang: Lang = "zh",
    seed: int = 0,
    comfort: Comfort | None = None,
    practice: bool = False,
    player: HeadsetPlayer | None = None,
) -> PlayResult:
    """Play a scenario in the headset that is connected; write and score its log. With an unfinished log of it at
    ``log_path`` the session goes on. An interrupt (Ctrl+C) ends the session.

    Raises:
        NoHeadset: there is none, or it cannot be used; the text says what to do.
        DataError: the log at ``log_path`` cannot be gone on with.
    """
    player = player or HeadsetPlayer(lang=lang, comfort=comfort)
    try:
        player.open()
        header = (
            read_log(log_path).header
            if log_path.exists()
            else header_of(loaded, station=STATION, lang=lang, seed=seed, kind="ray")
        )
        player.begin(loaded, header, log_path, first_time=practice)
        try:
            _until_ended(player)
        except KeyboardInterrupt:
            player.stop("trainee")
            _until_ended(player)
    finally:
        player.close()
    return result_of(log_path, loaded.scenario, scorer)


def _until_ended(player: HeadsetPlayer) -> None:
    while True:
        player.step()
        for message in player.messages():
            if message["type"] == "failed":
                raise message["error"]
            if message["type"] == "ended":
                return

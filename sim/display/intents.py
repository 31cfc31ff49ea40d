"""Intents: what a trainee asks of a session, as plain data, carried out on a live session."""

from __future__ import annotations

from typing import Any

from sim.play_live import LiveSession

Intent = dict[str, Any]


def carry_out(live: LiveSession, intent: Intent) -> None:
    """Do what ``intent`` asks. Its ``kind`` is look (h, p, perhaps gaze), step (to), flag (target, problem), do (deed),
    choose (decision, option), beat, pause, resume, go or stop (by)."""
    match intent["kind"]:
        case "look":
            live.look(intent["h"], intent["p"], intent.get("gaze"))
        case "step":
            if 0 <= intent["to"] < len(live.session.scenario.standpoints):
                live.step(intent["to"])
        case "flag":
            live.flag(intent["target"], intent["problem"])
        case "choose":
            live.choose(intent["decision"], intent["option"])
        case "do":
            live.do(intent["deed"])
        case "beat":
            live.beat()
        case "pause":
            live.pause()
        case "resume":
            live.resume_play()
        case "go":
            live.go()
        case "stop":
            live.stop(intent.get("by", "trainee"))

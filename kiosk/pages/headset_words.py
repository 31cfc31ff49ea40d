"""How a headset is, in words for the crew."""

from __future__ import annotations

from common.moments import shown_clock
from common.text import catalogue
from common.web.frame import Frame
from kiosk.completion import Completion
from kiosk.headsets.messages import Status
from kiosk.headsets.place import HeadsetPlace


def device_words(frame: Frame, status: Status) -> str:
    """What is plugged in: ``Quest 3 · SteamVR · 90 Hz``."""
    if not status.headset:
        return frame.say("headsets.crew.no_headset")
    refresh = frame.say("headsets.crew.refresh", hz=f"{status.refresh_hz:g}") if status.refresh_hz else ""
    return " · ".join(filter(None, (status.headset, status.runtime, refresh)))


def hands_words(frame: Frame, status: Status) -> str:
    """What is in the hands; a controller that only the headset's newer program knows is called as there."""
    known = catalogue()
    names = [known.get(f"xr.controllers.{each}", {}).get(frame.lang, each) for each in status.controllers]
    return frame.say("kiosk.comma").join(names) or frame.say("headsets.crew.no_controllers")


def frames_words(frame: Frame, status: Status) -> str:
    return frame.say("headsets.crew.frames", fps=f"{status.fps:.0f}", dropped=status.dropped)


def doing_words(frame: Frame, place: HeadsetPlace) -> str:
    """What goes on in it, for its card's first line."""
    playing = place.station.visit.stage == "play"
    if place.line is None or place.status is None:
        return frame.say("kiosk.crew.stage.play") if playing else frame.say("headsets.crew.offline")
    if playing and place.status.session is None:
        return frame.say("headsets.crew.handed_out")
    return frame.say(f"headsets.crew.doing.{place.status.doing}")


def progress_words(frame: Frame, status: Status) -> str:
    """How far the session is, empty before its first moment."""
    progress = status.progress
    if progress is None:
        return ""
    phase = frame.say("headsets.crew.paused" if progress.paused else f"headsets.crew.phase.{progress.phase}")
    found = frame.say(
        "headsets.crew.found", found=progress.found, total=progress.total, false_alarms=progress.false_alarms
    )
    return f"{phase} · {found}"


def heard_words(frame: Frame, place: HeadsetPlace) -> str:
    """When it was last heard of."""
    if place.heard_at is None:
        return frame.say("headsets.crew.never_heard")
    return frame.say("headsets.crew.last_heard", moment=shown_clock(place.heard_at))


def result_words(frame: Frame, completion: Completion) -> str:
    return frame.say(
        "headsets.crew.result",
        score=f"{completion.score.total:g}",
        passed=frame.say("kiosk.result.passed" if completion.passed else "kiosk.result.failed"),
        outcome=frame.say(f"kiosk.outcome.{completion.outcome}"),
    )

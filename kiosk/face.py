"""What the page over the picture says: a display's ``hud`` turned into words in one language.

Words are sent only when they are due, so that nobody finds answers in the page's source.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from common.text import Lang, text
from kiosk.screen import Message
from scenarios.model import Scenario, Text
from scenarios.registry import registry
from sim.audio.captions import sound_captions
from sim.audio.mix import Ear, Spoken, Utterance
from sim.session.rhythm import pace_of
from sim.session.wheel import option_order
from sim.state import SoundState


class Face:
    """The words of one session's page."""

    def __init__(self, scenario: Scenario, lang: Lang, session: str, voices: Spoken | None = None) -> None:
        self._scenario = scenario
        self._lang = lang
        self._session = session
        self._ear = Ear(voices)

    def message(self, said: Message) -> Message:
        """What a page is sent when its display says this."""
        match said["type"]:
            case "hud":
                return self._hud(said)
            case "pointed":
                return self._pointed(said)
            case _:
                return said

    def _hud(self, hud: Message) -> Message:
        return {
            **hud,
            "captions": [self._caption(caption) for caption in hud["captions"]],
            **self._heard(hud),
            "decision": self._decision(hud),
            "exercise": self._exercise(hud),
            "found": [getattr(self._scenario.hazards[name].label, self._lang) for name in hud["found"]],
            "total": len(self._scenario.hazards),
            "debrief": self._debrief(hud),
            "redo": self._redo(hud),
            "standpoints": [self._standpoint(entry) for entry in hud.get("standpoints", [])],
            "things": [{"id": each["id"], "name": each["name"][self._lang]} for each in hud.get("things", [])],
        }

    def _caption(self, caption: dict[str, Any]) -> dict[str, str]:
        speaker = caption.get("speaker")
        return {"speaker": speaker[self._lang] if speaker else "", "text": caption["text"][self._lang]}

    def _heard(self, hud: Message) -> Message:
        """What the page plays, and what it says of it."""
        sounds = [SoundState(**sound) for sound in hud["sounds"]]
        said = [Utterance(line["key"], Text(**line["text"]), line["age"], line["at"]) for line in hud["captions"]]
        hearing = self._ear.hears(sounds, said, tuple(hud["eye"]), paused=hud["paused"])
        captions = () if hud["paused"] else sound_captions(sounds, hud["eye"], hud["view"]["h"])
        return {
            "sounds": [asdict(sound) for sound in hearing.sounds],
            "muffled": hearing.muffled,
            "sound_captions": [caption.words(self._lang) for caption in captions],
        }

    def _decision(self, hud: Message) -> Message | None:
        asked = hud.get("decision")
        if not asked:
            return None
        decision = self._scenario.decisions[asked["id"]]
        return {
            "id": asked["id"],
            "left": asked["left"],
            "limit": decision.limit,
            "ask": getattr(decision.ask, self._lang),
            "options": [
                {"id": option, "text": getattr(decision.options[option].text, self._lang)}
                for option in option_order(decision, asked["id"], self._session)
            ],
            "timed": hud["phase"] != "redo",
        }

    def _exercise(self, hud: Message) -> Message | None:
        under_way = hud.get("exercise")
        if not under_way:
            return None
        exercise = self._scenario.exercises[under_way["id"]]
        pace, rate = pace_of(exercise, under_way["rate"]), under_way["rate"]
        return {
            "id": under_way["id"],
            "ask": getattr(exercise.ask, self._lang),
            "beats": under_way["beats"],
            "of": exercise.beats,
            "rate": self._say("rate", rate=round(rate)) if rate else "",
            "pace": pace,
            "advice": self._say(f"pace.{pace}"),
            "tempo": sum(exercise.beats_per_minute) / 2,
            "left": under_way["left"],
            "limit": exercise.limit,
            "timed": hud["phase"] != "redo",
        }

    def _debrief(self, hud: Message) -> Message | None:
        if hud["phase"] != "debrief":
            return None
        said, averted = self._scenario.debrief, hud["outcome"] == "averted"
        return {
            "title": self._say("averted" if averted else "accident"),
            "averted": averted,
            "text": getattr(said.text, self._lang),
            "chain": "" if averted else getattr(self._scenario.accident.chain, self._lang),
            "first_aid": getattr(said.first_aid, self._lang),
            "go": self._say("to_result" if averted else "to_redo"),
        }

    def _redo(self, hud: Message) -> Message | None:
        redo = hud.get("redo")
        if hud["phase"] != "redo" or not redo:
            return None
        done = {"index": redo["index"] + 1, "count": redo["count"]}
        match redo["kind"]:
            case "flag":
                label = getattr(self._scenario.hazards[redo["hazard"]].label, self._lang)
                return {**done, "text": self._say("redo_flag", label=label), "go": ""}
            case "do":
                label = getattr(self._scenario.deeds[redo["deed"]].text, self._lang)
                return {**done, "text": self._say("redo_do", label=label), "go": ""}
            case "choose" | "exercise":
                return {**done, "text": self._say(f"redo_{redo['kind']}"), "go": ""}
            case _:
                return {**done, "text": self._say("redo_watch"), "go": self._say("go_on")}

    def _pointed(self, said: Message) -> Message:
        problems = registry().problems
        return {
            **said,
            "choices": [{"id": each, "text": getattr(problems[each], self._lang)} for each in said["choices"]],
            "deeds": [
                {"id": each, "text": getattr(self._scenario.deeds[each].text, self._lang)} for each in said["deeds"]
            ],
        }

    def _standpoint(self, entry: dict[str, Any]) -> dict[str, Any]:
        name = self._scenario.standpoints[entry["index"]].name
        label = getattr(name, self._lang) if name else self._say("standpoint", number=entry["index"] + 1)
        return {**entry, "name": label}

    def _say(self, key: str, **places: object) -> str:
        return text(f"kiosk.play.{key}", self._lang, **places)

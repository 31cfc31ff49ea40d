"""The page of one completion: what came of it, the session line by line, and the statements with their proofs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fastapi import HTTPException
from nicegui import ui

from common.moments import from_us, shown_moment
from common.web.forms import facts
from common.web.frame import Frame, page_frame
from common.web.tables import Column, PagedTable
from ledger.completion_rows import COMPLETION, completion_cells
from ledger.completions import Completion
from ledger.people.sight import sight_of
from ledger.supervision.evidence import Hazard, State, Told
from ledger.supervision.hazard_outcomes import Status
from ledger.supervision.session_story import Moment, read_story
from ledger.supervision.view import ROOT
from ledger.ways import Reader, show_ways

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_STATUS_KIND: dict[Status, str] = {
    "found": "good",
    "wrong_reason": "wait",
    "missed": "bad",
    "not_shown": "none",
    "taken_away": "good",
}
_STATE_KIND: dict[State, str] = {"in_log": "good", "waiting": "wait", "wrong": "bad", "erased": "wait"}
_INPUTS = ("touch", "mouse", "ray", "hand", "gaze", "script")
_MOMENTS = [Column("at", "supervision.completion.at", align="right"), Column("what", "supervision.completion.what")]


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""

    @ui.page("/ledger/completions/{completion}")
    def one(completion: str, user: Reader) -> None:
        found = services.supervision.evidence.completion(completion, sight_of(user))
        if found is None:
            raise HTTPException(404)
        services.people.looks.note(user, "page", found.learner)
        with page_frame("supervision.completion.title") as frame:
            show_ways(frame, ROOT)
            _card(frame, services, found)
            hazards = services.supervision.evidence.hazards(found.id)
            if hazards:
                _hazards(frame, hazards)
            _story(frame, services, found)
            _statements(frame, services.supervision.evidence.statements(found.id))


def _card(frame: Frame, services: LedgerServices, completion: Completion) -> None:
    person = services.learners.named({completion.learner}).get(completion.learner)
    cells = completion_cells(frame, completion)
    verdict = cells.pop("verdict")
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(completion.title[frame.lang]).classes("person-name")
            if verdict is not None:
                ui.label(verdict["text"]).classes(f"tag tag-{verdict['kind']}")
            ui.space()
            name = person.name if person else frame.say("ledger.not_enrolled")
            ui.link(name, f"/ledger/people/{completion.learner}")
        shown = {each.title_key: cells[each.field] for each in COMPLETION if each.field not in ("scenario", "verdict")}
        if completion.outcome in ("accident", "averted", "stopped"):
            shown["supervision.completion.outcome"] = frame.say(f"supervision.completion.outcomes.{completion.outcome}")
        facts(frame, shown)


def _hazards(frame: Frame, hazards: list[Hazard]) -> None:
    with ui.card().classes("card"):
        ui.label(frame.say("supervision.completion.hazards")).classes("section-title")
        for each in hazards:
            with ui.row().classes("hazard-line"):
                status = frame.say(f"supervision.completion.status.{each.status}")
                ui.label(status).classes(f"tag tag-{_STATUS_KIND[each.status]}")
                ui.label(each.name[frame.lang])


def _story(frame: Frame, services: LedgerServices, completion: Completion) -> None:
    log = services.logs.find(completion.id)
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(frame.say("supervision.completion.story")).classes("section-title")
            ui.space()
            if log is not None:
                ui.link(frame.say("supervision.completion.log"), f"/ledger/api/logs/{completion.id}")
        if log is None:
            ui.label(frame.say("supervision.completion.no_log")).classes("soft")
            return
        story = read_story(log)
        ui.label(frame.say("supervision.completion.story_hint")).classes("soft")
        device = {name: story.header.get(name, "–") for name in ("input", "station", "engine")}
        device["input"] = _input(frame, device["input"])
        ui.label(frame.say("supervision.completion.header", looks=story.looks, **device)).classes("soft")
        problems = {name: label[frame.lang] for name, label in services.settings.problems.items()}
        rows = [_moment(frame, number, each, problems) for number, each in enumerate(story.moments)]
        PagedTable(frame, _MOMENTS, lambda offset, limit: (rows[offset : offset + limit], len(rows)))
        if story.left_out:
            ui.label(frame.say("supervision.completion.left_out", count=story.left_out)).classes("soft")


def _input(frame: Frame, kind: str) -> str:
    """What the trainee pointed with; a kind that is not known stands for itself."""
    return frame.say(f"scoring.kind.{kind}") if kind in _INPUTS else kind


def _moment(frame: Frame, number: int, moment: Moment, problems: Mapping[str, str]) -> dict[str, object]:
    minutes, seconds = divmod(moment.at, 60)
    words = dict(moment.said)
    deed: str = moment.deed
    if moment.deed == "flag":
        words["problem"] = problems.get(words["problem"], words["problem"])
        deed = "flag" if words["target"] else "flag_nothing"
    if moment.deed == "stop" and words["by"] in ("trainee", "crew"):
        words["by"] = frame.say(f"supervision.completion.by.{words['by']}")
    said = frame.say(f"supervision.completion.deed.{deed}", **words)
    return {"id": number, "at": f"{int(minutes)}:{seconds:04.1f}", "what": said}


def _statements(frame: Frame, statements: list[Told]) -> None:
    with ui.card().classes("card"):
        ui.label(frame.say("supervision.completion.statements")).classes("section-title")
        ui.label(frame.say("supervision.completion.statements_hint")).classes("soft")
        for each in statements:
            with ui.expansion(each.verb).classes("statement") as opened:
                with opened.add_slot("header"), ui.row().classes("tools"):
                    ui.label(each.verb).classes("statement-verb")
                    ui.label(shown_moment(from_us(each.stored_us))).classes("soft numbers")
                    ui.label(_state(frame, each)).classes(f"tag tag-{_STATE_KIND[each.state]}")
                    if each.voided:
                        ui.label(frame.say("supervision.completion.voided")).classes("tag tag-bad")
                with ui.row().classes("tools"):
                    ui.label(each.id).classes("soft numbers")
                    ui.space()
                    ui.link(frame.say("supervision.completion.proof"), f"/ledger/api/log/proofs/{each.id}")
                ui.code(each.text, language="json").classes("w-full")


def _state(frame: Frame, told: Told) -> str:
    if told.state != "in_log" or told.checkpoint is None:
        return frame.say(f"supervision.completion.{told.state}")
    signed = shown_moment(from_us(told.checkpoint.signed_us))
    said = frame.say("supervision.completion.in_log", time=signed, size=f"{told.checkpoint.size:,}")
    if told.checkpoint.accounts:
        joint = "、" if frame.lang == "zh" else ", "
        said += frame.say("supervision.completion.cosigned", accounts=joint.join(told.checkpoint.accounts))
    return said

"""What the bureau may do with a learner's record: put it right, merge a duplicate into it, erase it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui

from common.errors import DataError
from common.moments import shown_moment
from common.web.forms import field, form_dialog
from common.web.frame import Frame
from common.web.login import User
from ledger.people.days import today
from ledger.people.documents import DOCUMENT_KINDS, check_document
from ledger.people.learners import Learner, Particulars, check_name, check_phone, check_trade
from ledger.people.merging import NoSuchLearner

if TYPE_CHECKING:
    from ledger.services import LedgerServices


class NameDiffers(DataError):
    """The name typed to confirm an erasure is not the learner's."""


def correct(frame: Frame, services: LedgerServices, person: Learner, user: User) -> ui.dialog:
    """A dialog that puts name, document, trade and phone right; what is left empty stays."""

    def save() -> None:
        with services.database.reading() as connection:
            before = services.learners.particulars(connection, person.pseudonym)
        if before is None:
            raise NoSuchLearner("people.merge.nobody")
        document = before.document
        if number.value.strip():
            document = check_document(kind.value, number.value, today(services.clock.now()))
        said = Particulars(
            check_name(name.value), document, check_trade(trade.value), check_phone(phone.value) or before.phone
        )
        corrected = services.people.merging.correct(person.pseudonym, said, user.name)
        services.people.looks.note(user, "correct", corrected)
        ui.navigate.to(f"/ledger/people/{corrected}")

    with form_dialog(frame, frame.say("people.learner.correct"), save) as dialog:
        name = field(frame, "people.learner.name", person.name)
        kinds = {each: frame.say(f"people.document.kind.{each}") for each in DOCUMENT_KINDS}
        kind = ui.select(kinds, value=person.document, label=frame.say("people.learner.document"))
        kind.props("outlined dense").classes("w-full")
        number = field(frame, "people.learner.number").props(f'placeholder="{person.masked_number}"')
        trade = field(frame, "people.learner.trade", person.trade)
        phone = field(frame, "people.learner.phone").props(f'placeholder="{person.masked_phone}"')
        ui.label(frame.say("people.learner.correct_hint")).classes("soft")
    return dialog


def merge(frame: Frame, services: LedgerServices, person: Learner, user: User) -> ui.dialog:
    """A dialog that makes another record of the same person part of this one."""

    def save() -> None:
        found = services.learners.by_number(number.value)
        if len(found) != 1:
            raise NoSuchLearner("people.merge.nobody")
        services.people.merging.merge(person.pseudonym, found.pop(), user.name)
        services.people.looks.note(user, "merge", person.pseudonym)
        ui.navigate.to(f"/ledger/people/{person.pseudonym}")

    with form_dialog(frame, frame.say("people.learner.merge"), save, "people.learner.merge") as dialog:
        number = field(frame, "people.learner.number")
        ui.label(frame.say("people.learner.merge_hint")).classes("soft")
    return dialog


def part(frame: Frame, services: LedgerServices, person: Learner, user: User) -> ui.dialog | None:
    """A dialog that undoes a merge; None where nothing was merged into this record."""
    merged = services.people.parting.merged(person.pseudonym)
    if not merged:
        return None
    records = {
        each.alias: frame.say(
            "people.learner.merged", name=each.name, number=each.masked_number, time=shown_moment(each.made)
        )
        for each in merged
    }

    def save() -> None:
        services.people.parting.part(record.value)
        services.people.looks.note(user, "part", record.value)
        ui.navigate.to(f"/ledger/people/{record.value}")

    with form_dialog(frame, frame.say("people.learner.part"), save, "people.learner.part") as dialog:
        record = ui.select(records, value=merged[-1].alias, label=frame.say("people.learner.part_which"))
        record.props("outlined dense").classes("w-full")
        ui.label(frame.say("people.learner.part_hint")).classes("soft")
    return dialog


def erase(frame: Frame, services: LedgerServices, person: Learner, user: User) -> ui.dialog:
    """A dialog that erases the person, when their name is typed, and what they did if that is wished too."""

    def save() -> None:
        if name.value.strip() != person.name:
            raise NameDiffers("people.learner.erase_name_differs")
        services.people.looks.note(user, "erase", person.pseudonym)
        services.people.erasing.erase(person.pseudonym, records=records.value)
        ui.navigate.to("/ledger/people")

    with form_dialog(frame, frame.say("people.learner.erase"), save, "people.learner.erase") as dialog:
        ui.label(frame.say("people.learner.erase_hint")).classes("soft")
        name = field(frame, "people.learner.name")
        records = ui.checkbox(frame.say("people.learner.erase_records"))
    return dialog

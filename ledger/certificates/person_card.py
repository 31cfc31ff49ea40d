"""The part of a person's page with their hours, their levels and their certificates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import ui

from common.moments import from_us, shown_moment
from common.web.forms import field, form_dialog
from common.web.frame import Frame
from common.web.login import User
from ledger.certificates.certificate import Certificate, State, day_of
from ledger.certificates.rare_names import show_rare_names
from ledger.hours.reckoning import Reckoning
from ledger.hours.words import said_needs
from ledger.people.learners import Learner
from ledger.people.sight import Sight
from ledger.ways import ISSUERS

if TYPE_CHECKING:
    from ledger.services import LedgerServices

TONE: dict[State, str] = {"valid": "good", "expired": "wait", "revoked": "bad"}


def certificates_card(
    frame: Frame, services: LedgerServices, sight: Sight, person: Learner, reckoning: Reckoning, user: User
) -> None:
    """Show it."""
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(frame.say("certificates.staff.title")).classes("section-title")
            places = {"hours": f"{reckoning.hours:g}", "version": reckoning.rules.version}
            ui.label(frame.say("certificates.staff.hours", **places)).classes("soft")

        @ui.refreshable
        def shown() -> None:
            held = services.certificates.of_learner(person.pseudonym, sight)
            if user.may(*ISSUERS):
                show_rare_names(frame, [person.name])
            now = services.clock.now()
            valid = {each.level for each in held if each.state(now) == "valid"}
            _levels(frame, reckoning, valid, ask_level)
            for each in held:
                _certificate(frame, services, each, ask_why)

        # A dialog that is merely not opened could still be filled in and sent by a browser that means ill.
        issuer, revoker = user.may(*ISSUERS), user.may("bureau")
        ask_level = _issuing(frame, services, sight, person, user, shown.refresh) if issuer else None
        ask_why = _revoking(frame, services, sight, user, shown.refresh) if revoker else None
        shown()


def _levels(
    frame: Frame,
    reckoning: Reckoning,
    held: set[str],
    ask: Callable[[str], None] | None,
) -> None:
    """One line for each level: held, due, or what is missing, and a button where a certificate is due."""
    for name, level in reckoning.rules.levels.items():
        missing = reckoning.missing(level)
        state = "held" if name in held else "missing" if missing else "due"
        with ui.row().classes("level-line"):
            ui.label(level.name[frame.lang]).classes("level-name")
            tone = {"held": "good", "due": "wait", "missing": ""}[state]
            ui.label(frame.say(f"certificates.staff.standing.{state}")).classes(f"tag tag-{tone}")
            if missing:
                said = said_needs(missing, frame.lang)
                ui.label(frame.say("certificates.staff.still", missing=said)).classes("soft")
            ui.space()
            if state == "due" and ask is not None:
                issue = ui.button(frame.say("certificates.staff.issue"), on_click=lambda name=name: ask(name))
                issue.props("unelevated no-caps dense").classes("q-px-md")


def _certificate(
    frame: Frame, services: LedgerServices, each: Certificate, ask: Callable[[Certificate], None] | None
) -> None:
    state = each.state(services.clock.now())
    with ui.column().classes("certificate"):
        with ui.row().classes("certificate-line"):
            ui.label(each.number).classes("numbers level-name")
            ui.label(frame.say(f"certificates.staff.state.{state}")).classes(f"tag tag-{TONE[state]}")
            ui.label(each.name[frame.lang])
            ui.label(frame.say("certificates.staff.span", first=day_of(each.issued_us), last=day_of(each.expires_us)))
            ui.space()
            address = f"/ledger/api/certificates/{each.id}"
            if state != "revoked":
                ui.link(frame.say("certificates.staff.sheet"), f"{address}/sheet.pdf")
                ui.link(frame.say("certificates.staff.credential"), f"{address}/credential.jwt")
            ui.link(frame.say("certificates.staff.verify"), f"/verify/{each.id}", new_tab=True)
            if state != "revoked" and ask is not None:
                revoke = ui.button(frame.say("certificates.staff.revoke"), on_click=lambda: ask(each))
                revoke.props("flat dense no-caps color=negative")
        ui.label(_history(frame, each)).classes("soft")


def _history(frame: Frame, each: Certificate) -> str:
    said = frame.say("certificates.staff.issued", time=shown_moment(from_us(each.issued_us)), by=each.issued_by)
    if each.revoked_us is None:
        return said
    places = {"time": shown_moment(from_us(each.revoked_us)), "by": each.revoked_by, "why": each.revoked_why}
    return said + frame.say("certificates.staff.revoked", **places)


def _issuing(
    frame: Frame, services: LedgerServices, sight: Sight, person: Learner, user: User, then: Callable[[], None]
) -> Callable[[str], None]:
    """A dialog that issues a level's certificate; what is returned opens it for a level."""
    asked = {"level": ""}

    def save() -> None:
        issued = services.certificates.issue(person.pseudonym, asked["level"], issuer.value, user.name, sight)
        services.people.looks.note(user, "certify", person.pseudonym)
        ui.notify(frame.say("certificates.staff.done", number=issued.number), type="positive")
        then()

    with form_dialog(frame, frame.say("certificates.staff.issue"), save, "certificates.staff.issue") as dialog:
        what = ui.label().classes("level-name")
        issuer = field(frame, "certificates.paper.issuer", services.certificates.last_issuer())

    def ask(level: str) -> None:
        asked["level"] = level
        what.text = f"{person.name}　{services.certificates.rules.levels[level].name[frame.lang]}"
        dialog.open()

    return ask


def _revoking(
    frame: Frame, services: LedgerServices, sight: Sight, user: User, then: Callable[[], None]
) -> Callable[[Certificate], None]:
    """A dialog that revokes a certificate; what is returned opens it for one."""
    asked: list[Certificate] = []

    def save() -> None:
        services.certificates.revoke(asked[-1].id, why.value, user.name, sight)
        services.people.looks.note(user, "revoke", asked[-1].learner)
        then()

    with form_dialog(frame, frame.say("certificates.staff.revoke"), save, "certificates.staff.revoke") as dialog:
        what = ui.label().classes("level-name numbers")
        why = field(frame, "certificates.staff.why", hint_key="certificates.staff.why_hint")

    def ask(certificate: Certificate) -> None:
        asked.append(certificate)
        what.text = f"{certificate.number}　{certificate.name[frame.lang]}"
        why.value = ""
        dialog.open()

    return ask

"""``qianche ledger hours`` and ``qianche ledger certificate``: what people reached, and what they hold to show it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import UsageError
from common.settings import load_settings
from qianche.console import both, lang, out, print_json, say

if TYPE_CHECKING:
    from ledger.certificates.certificate import Certificate
    from ledger.hours.reckoning import Line, Reckoning
    from ledger.services import LedgerServices

_MOST_BYTES = 512 * 1024
_BY = "qianche ledger"
Data = Annotated[Path | None, typer.Option(help=both("cli.option.data"))]
Id = Annotated[str, typer.Argument(help=both("certificates.cli.id"))]
certificate = typer.Typer(help=both("certificates.cli.certificate"), no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to those of the ledger."""
    app.command("hours", help=both("certificates.cli.hours"))(hours)
    app.add_typer(certificate, name="certificate")


@contextmanager
def _ledger(data: Path | None) -> Iterator[LedgerServices]:
    from common.clock import SystemClock
    from ledger.services import LedgerServices
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    services = LedgerServices(ledger_settings(settings), SystemClock())
    try:
        yield services
    finally:
        services.close()


def hours(
    learner: Annotated[str, typer.Argument(help=both("certificates.cli.learner"))],
    explain: Annotated[bool, typer.Option(help=both("certificates.cli.explain"))] = False,
    data: Data = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from ledger.hours.words import said_needs, said_reason
    from ledger.people.sight import EVERYTHING

    with _ledger(data) as services:
        reckoning = services.certificates.reckoning(learner, EVERYTHING)
    if json:
        print_json(_told(reckoning))
        return
    rules = reckoning.rules
    say("certificates.hours.sum", learner=learner, hours=f"{reckoning.hours:g}", version=rules.version)
    for level in rules.levels.values():
        missing = reckoning.missing(level)
        key = "certificates.hours.level." + ("missing" if missing else "reached")
        say(key, name=level.name[lang()], missing=said_needs(missing, lang()))
    for line in reckoning.lines if explain else ():
        out.print(_explained(line, said_reason(line, lang())), markup=False, soft_wrap=True)


def _explained(line: Line, why: str) -> str:
    from common.moments import from_us, shown_moment

    return f"  {shown_moment(from_us(line.completion.ended_us))}  {line.completion.title[lang()]}  {why}"


def _told(reckoning: Reckoning) -> dict[str, object]:
    return {
        "hours": reckoning.hours,
        "rules": reckoning.rules.version,
        "levels": reckoning.levels(),
        "completions": [
            {"id": line.completion.id, "activity": line.completion.scenario, "reason": line.reason, "hours": line.hours}
            for line in reckoning.lines
        ],
    }


@certificate.command("issue", help=both("certificates.cli.issue"))
def issue(
    level: Annotated[str, typer.Argument(help=both("certificates.cli.level"))],
    issuer: Annotated[str, typer.Option(help=both("certificates.cli.issuer"))],
    learner: Annotated[str | None, typer.Option(help=both("certificates.cli.learner"))] = None,
    order: Annotated[str | None, typer.Option(help=both("certificates.cli.order"))] = None,
    data: Data = None,
) -> None:
    if (learner is None) == (order is None):
        raise UsageError("certificates.cli.one_of")
    from ledger.certificates.batch import issue_all
    from ledger.people.sight import EVERYTHING

    with _ledger(data) as services:
        if order is None:
            _tell(services.certificates.issue(learner, level, issuer, _BY, EVERYTHING))
            return
        people = _roster(services, order)
        outcome = issue_all(services.certificates, people, level, issuer, _BY, EVERYTHING)
    for each in outcome.issued:
        _tell(each)
    for each in outcome.refused:
        out.print(f"✗ {each.why.message(lang())}", markup=False, soft_wrap=True)
    counts = {name: len(getattr(outcome, name)) for name in ("issued", "there", "refused")}
    say("certificates.staff.order_done", **counts)


def _roster(services: LedgerServices, order: str) -> list[str]:
    """Everyone on the roster of an order, which is told by id or number."""
    from ledger.people.sight import EVERYTHING

    orders = services.people.orders
    numbered, _ = orders.page(0, 1, text=order, sight=EVERYTHING)
    found = orders.find(order, EVERYTHING) or next((each for each in numbered if each.number == order), None)
    if found is None:
        raise UsageError("certificates.cli.no_order", order=order)
    return [each.learner for each in orders.people(found)]


def _tell(issued: Certificate) -> None:
    from ledger.certificates.certificate import day_of

    say("certificates.cli.issued", number=issued.number, id=issued.id, expires=day_of(issued.expires_us))


@certificate.command("export", help=both("certificates.cli.export"))
def export(
    id: Id,
    url: Annotated[str, typer.Option(help=both("certificates.cli.url"))],
    folder: Annotated[Path, typer.Option("--out", help=both("certificates.cli.out"))] = Path(),
    data: Data = None,
) -> None:
    from ledger.certificates.files import credential_file, sheet_file
    from ledger.people.sight import EVERYTHING

    with _ledger(data) as services:
        files = credential_file(services, id, EVERYTHING), sheet_file(services, id, url, EVERYTHING)
    folder.mkdir(parents=True, exist_ok=True)
    for each in files:
        (folder / each.name).write_bytes(each.content)
        say("certificates.cli.written", path=folder / each.name)


@certificate.command("verify", help=both("certificates.cli.verify"))
def verify(
    file: Annotated[Path, typer.Argument(help=both("certificates.cli.file"))],
    key: Annotated[Path, typer.Option(help=both("certificates.cli.key"))],
    log_key: Annotated[str | None, typer.Option(help=both("certificates.cli.log_key"))] = None,
) -> None:
    from common.clock import SystemClock
    from ledger.certificates.certificate import day_of
    from ledger.certificates.credential import CredentialWrong
    from ledger.certificates.credential import verify as verify_credential
    from ledger.certificates.keys import read_published
    from ledger.transparency.notes import read_key

    try:
        token = _content(file).decode("ascii")
    except UnicodeDecodeError as error:
        raise CredentialWrong("certificates.credential.none") from error
    said = verify_credential(token, read_published(_content(key)))
    if log_key is not None and not said.logged(read_key(log_key)):
        raise CredentialWrong("certificates.cli.not_logged")
    it = said.achieved
    places = {"holder": it.holder, "name": it.name[lang()], "number": it.number}
    say("certificates.cli.good", **places, issued=day_of(it.issued_us), expires=day_of(it.expires_us))
    if log_key is not None:
        say("certificates.cli.logged", count=len(said.evidence))
    if said.expired(SystemClock().now()):
        raise CredentialWrong("certificates.cli.expired")
    say("certificates.cli.not_revoked")


@certificate.command("revoke", help=both("certificates.cli.revoke"))
def revoke(
    id: Id,
    why: Annotated[str, typer.Option(help=both("certificates.cli.why"))],
    data: Data = None,
) -> None:
    from ledger.people.sight import EVERYTHING

    with _ledger(data) as services:
        services.certificates.revoke(id, why, _BY, EVERYTHING)
    say("certificates.cli.revoked")


@certificate.command("keys", help=both("certificates.cli.keys"))
def keys(data: Data = None) -> None:
    with _ledger(data) as services:
        print_json(services.certificates.keys.published())


@certificate.command("rotate", help=both("certificates.cli.rotate"))
def rotate(data: Data = None) -> None:
    with _ledger(data) as services:
        say("certificates.keys.rotated", kid=services.certificates.keys.rotate().kid)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise UsageError("certificates.cli.no_file", path=path) from error

"""A ledger in a process of its own, with two companies that must not see each other, for the authorisation matrix.

``python -m tests.ledger.matrix_site FOLDER`` fills it, prints its address, its routes, everyone's way in, and
what belongs to whom, then serves.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).parents[2]
ROLES = ("officer", "district", "trainer", "bureau", "auditor", "crew", "duty", "admin")
PROGRAMS = ("write", "read-mine", "read", "all", "counts")
SUBJECTS = ("anonymous", *ROLES, "no-scope", *PROGRAMS, "revoked", "learner", "unit", "scraper")
"""``no-scope`` is an officer without a company; ``learner`` has signed up on a phone; ``unit`` is a running part of
a cmi5 course; ``scraper`` has the token of the metrics."""
SECRET = bytes(32)
DAY = date(2026, 11, 22)
DISTRICTS = {"a": "武侯区", "b": "锦江区"}
COMPANIES = {"a": ("蓉城钢构有限公司", 1), "b": ("锦江商贸有限公司", 2)}
PEOPLE = {"a": ("罗建国", 11), "b": ("马海超", 12)}


@dataclass(frozen=True)
class MatrixSite:
    """A running site."""

    url: str
    routes: list[str]
    headers: dict[str, dict[str, str]]
    """What each subject shows of itself: the cookie of a log-in or of a phone, a credential, a token."""
    spare: dict[str, dict[str, str]]
    """The same from a second log-in, which may be ended."""
    owned: dict[str, dict[str, str]]
    """What belongs to company ``a`` and to company ``b``, by the names of the routes' parameters."""
    marks: dict[str, list[str]]
    """Texts by which what belongs to each is known wherever it is shown."""


@contextmanager
def matrix_site(folder: Path) -> Iterator[MatrixSite]:
    """Run the site until the end of the block."""
    command = [sys.executable, "-m", "tests.ledger.matrix_site", str(folder)]
    with (folder / "site.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        said = process.stdout.readline()
        assert said, (folder / "site.log").read_text()
        yield MatrixSite(**json.loads(said))
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _serve(folder: Path) -> None:
    import uvicorn
    from argon2 import PasswordHasher

    import ledger.app
    import ledger.credentials
    from common.clock import ManualClock
    from common.web.accounts import Accounts
    from common.web.site import build_site
    from ledger.operation.api import metrics_token
    from ledger.services import LedgerServices

    clock = ManualClock()
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    ledger.credentials.PasswordHasher = lambda: cheap  # wrong credentials are hashed at every request
    settings = ledger.app.LedgerSettings(data=folder / "ledger")
    services = LedgerServices(settings, clock, cheap)
    owned = {each: _company(services, each) for each in COMPANIES}
    accounts = Accounts(folder / "accounts.sqlite", clock, cheap)
    headers, spare = _log_everyone_in(accounts, owned["a"]["credit_code"])
    headers |= _programs(services) | {"anonymous": {}, "learner": _learner(services, owned["a"]["pseudonym"])}
    headers["unit"] = _unit(services, folder, owned)
    for each in owned.values():
        each["lesson"] = next(iter(services.classroom.library.lessons))
    headers["scraper"] = {"Authorization": f"Bearer {metrics_token(settings)}"}
    app = build_site(accounts, SECRET, [lambda app: ledger.app.mount(app, settings, clock)], front="/ledger")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        said = {
            "url": f"http://127.0.0.1:{listening.getsockname()[1]}",
            "routes": sorted(set(_routes(app.routes))),
            "headers": headers,
            "spare": spare,
            "owned": owned,
            "marks": {each: _marks(each, owned[each]) for each in COMPANIES},
        }
        print(json.dumps(said), flush=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])


def _routes(routes: list[Any], prefix: str = "") -> Iterator[str]:
    """Every route as ``METHOD /path``, and what is served as a whole as ``MOUNT /path``."""
    for route in routes:
        path = prefix + getattr(route, "path", "")
        included = getattr(route, "original_router", None)  # how newer releases of FastAPI keep a router
        inner = included.routes if included else getattr(route, "routes", None)
        if inner:
            yield from _routes(inner, path)
        elif getattr(getattr(route, "endpoint", None), "__name__", "") == "refuse":
            continue  # answers 405 to everybody, whatever it is
        elif methods := getattr(route, "methods", None):
            yield from (f"{each} {path or '/'}" for each in methods if each != "HEAD")
        else:
            yield f"{'SOCKET' if 'WebSocket' in type(route).__name__ else 'MOUNT'} {path or '/'}"


def _company(services: Any, which: str) -> dict[str, str]:
    """A company with an order, someone on its roster who completed something, a log, a visit; their ids."""
    from dataclasses import replace

    from ledger.people.documents import check_document
    from ledger.people.learners import Particulars
    from ledger.people.roster_file import Entry
    from ledger.people.sight import EVERYTHING
    from ledger.people.visits import VisitFacts
    from tests.ledger.rosters import company, resident
    from tests.ledger.sent import completion, packed, session_log

    people, name, sequence = services.people, *PEOPLE[which]
    facts = replace(company(*COMPANIES[which]), district=DISTRICTS[which])
    employer = people.employers.add(facts)
    scenario = "urn:qianche:scenario:electrocution-temporary-power"
    order = people.orders.find(
        people.orders.add(employer, DAY, f"{facts.name}门口", [scenario], "bureau", EVERYTHING), EVERYTHING
    )
    said = Particulars(name, check_document("resident_id", resident(sequence)), "焊工")
    people.orders.add_roster(order, [Entry(2, said, ())], "bureau")
    (learner,) = (each.learner for each in people.orders.people(order))
    sent = completion(learner=learner)
    key, secret = services.credentials.add(f"van-{which}", "write")
    services.statements.take(sent, services.credentials.verify(key, secret), "1.0.3")
    done = sent[0]["context"]["registration"]
    services.logs.take(done, packed(session_log(done)))
    people.visits.add(VisitFacts("community", DAY, f"{DISTRICTS[which]}文化站", DISTRICTS[which], 85), "bureau")
    made = services.classroom.classes.find(services.classroom.classes.make_for(order, "bureau"), EVERYTHING)
    return {
        "class_id": made.id,
        "code": made.code,
        "completion": done,
        "employer": employer,
        "credit_code": facts.credit_code,
        "order": order.id,
        "pseudonym": learner,
        "completion_id": done,
        "statement_id": sent[2]["id"],
        "certificate": services.certificates.issue(learner, "experience", "测试市人社局", "bureau", EVERYTHING).id,
    }


def _marks(which: str, owned: dict[str, str]) -> list[str]:
    marks = [COMPANIES[which][0], PEOPLE[which][0], f"{DISTRICTS[which]}文化站"]
    return marks + [owned[each] for each in ("employer", "credit_code", "order", "pseudonym", "completion_id")]


def _programs(services: Any) -> dict[str, dict[str, str]]:
    programs = {each: services.credentials.add(each, each) for each in PROGRAMS}
    programs["revoked"] = services.credentials.add("revoked", "all")
    services.credentials.revoke(programs["revoked"][0])
    return {name: _basic(f"{key}:{secret}") for name, (key, secret) in programs.items()}


def _basic(shown: str) -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(shown.encode()).decode()}"}


def _learner(services: Any, learner: str) -> dict[str, str]:
    with services.database.writing() as connection:
        return {"Cookie": f"qianche_learner={services.classroom.sessions.open(connection, learner)}"}


def _unit(services: Any, folder: Path, owned: dict[str, dict[str, str]]) -> dict[str, str]:
    """A unit that the learner of ``b`` has launched: the one of ``a`` ends theirs when they launch it anew."""
    from tests.ledger.courses import SITE, UNIT_ID, imported

    course = imported(services, folder)
    for each in owned.values():
        launched = services.cmi5.launching.launch(
            each["pseudonym"], course, UNIT_ID, site=SITE, return_url="http://testserver/classroom"
        )
        asked = parse_qs(urlsplit(launched).query)
        each |= {"course": course, "course_id": course, "registration_id": asked["registration"][0]}
        each["fetch"] = asked["fetch"][0].rpartition("/")[2]
    return {"Authorization": f"Basic {services.cmi5.sessions.fetch(owned['b']['fetch'])}"}


def _log_everyone_in(accounts: Any, code: str) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """One account for each role; those with a scope see company ``a`` or its district; and one without any."""
    scopes = {"officer": [code], "district": [DISTRICTS["a"]]}
    names = {each: each for each in ROLES} | {"no-scope": "officer"}
    for name, role in names.items():
        accounts.create(name, role, scopes.get(name, []))
    first, second = (
        {name: {"Cookie": f"qianche_session={accounts.open_session(accounts.find(name), SECRET)}"} for name in names}
        for _ in range(2)
    )
    return first, second


if __name__ == "__main__":
    os.environ.setdefault("NICEGUI_STORAGE_PATH", str(Path(sys.argv[1]) / "nicegui"))
    _serve(Path(sys.argv[1]))

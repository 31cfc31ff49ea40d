"""Course packages as publishers hand them in, and a unit that speaks the Experience API by itself."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ledger.classroom.cmi5 import routes as cmi5_routes
from ledger.classroom.cmi5.launching import Site
from ledger.services import LedgerServices
from ledger.statement_search import Query

SITE = Site("http://testserver")
COURSE_ID = "https://publisher.example/courses/ladders"
UNIT_ID = "https://publisher.example/courses/ladders/au/1"
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
ADL = "http://adlnet.gov/expapi/verbs/"
LMS = "https://w3id.org/xapi/adl/verbs/"


def words(name: str, zh: str, en: str = "") -> str:
    """A text element in two languages."""
    english = f'<langstring lang="en-US">{en or zh}</langstring>'
    return f'<{name}><langstring lang="zh-CN"> {zh} </langstring>{english}</{name}>'


def unit_xml(number: int = 1, *, url: str = "start.html", more: str = "", **attributes: object) -> str:
    """An ``au`` element; ``more`` stands behind its URL."""
    given = {"id": f"https://publisher.example/courses/ladders/au/{number}", **attributes}
    said = " ".join(f'{name}="{value}"' for name, value in given.items())
    title = words("title", f"单元{number}", f"Unit {number}") + words("description", "说明", "About it")
    return f"<au {said}>{title}<url>{url}</url>{more}</au>"


def block_xml(number: int, *parts: str) -> str:
    """A ``block`` element around units and blocks."""
    inside = words("title", f"章节{number}", f"Block {number}") + words("description", "说明", "About it")
    return f'<block id="https://publisher.example/courses/ladders/block/{number}">{inside}{"".join(parts)}</block>'


def course_xml(*parts: str, course_id: str = COURSE_ID, before: str = "") -> str:
    """A whole cmi5.xml."""
    inside = words("title", "梯子安全", "Ladder safety") + words("description", "怎样用梯子", "How to use ladders")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">\n'
        f'<course id="{course_id}">{inside}</course>\n{before}{"".join(parts) or unit_xml()}\n</courseStructure>'
    )


def package(xml: str | None, files: dict[str, bytes] | None = None) -> bytes:
    """A ZIP file of a course."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        if xml is not None:
            archive.writestr("cmi5.xml", xml)
        for path, data in ({"start.html": b"<!doctype html><p>ladder</p>"} if files is None else files).items():
            archive.writestr(path, data)
    return content.getvalue()


def imported(services: LedgerServices, folder: Path, *parts: str, files: dict[str, bytes] | None = None) -> str:
    """Import a course of these units and blocks; its id here."""
    return take(services, folder, package(course_xml(*parts), files)).id


def take(services: LedgerServices, folder: Path, content: bytes) -> Any:
    """Import a package given as bytes."""
    path = folder / f"{uuid.uuid4()}.upload"
    path.write_bytes(content)
    return services.cmi5.courses.take(path, "bureau")


def served(services: LedgerServices) -> TestClient:
    """The routes for units alone."""
    app = FastAPI()
    for router in cmi5_routes.create_routers(services):
        app.include_router(router)
    return TestClient(app, headers={"X-Experience-API-Version": "1.0.3"})


class Unit:
    """A unit (AU) as a program: launched, it fetches its token and speaks for itself."""

    def __init__(self, http: TestClient, url: str) -> None:
        self.http = http
        self.url = url
        self.asked = {name: given[0] for name, given in parse_qs(urlsplit(url).query).items()}
        self.data: dict[str, Any] = {}

    @property
    def actor(self) -> dict[str, Any]:
        """The learner, as the launch named them."""
        return json.loads(self.asked["actor"])

    def fetch(self) -> dict[str, str]:
        """What the fetch address answers."""
        answer = self.http.post(urlsplit(self.asked["fetch"]).path, headers={"Origin": "null"})
        assert answer.status_code == 200
        return answer.json()

    def start(self) -> Unit:
        """Everything up to the first statement (cmi5 8.2, 10, 11)."""
        self.http.headers["Authorization"] = f"Basic {self.fetch()['auth-token']}"
        self.data = self.state("LMS.LaunchData").json()
        assert self.profile("cmi5LearnerPreferences").status_code == 200
        return self

    def state(self, state_id: str, method: str = "GET", **more: Any) -> httpx.Response:
        """Ask for a document of the state, or write it."""
        of = {"activityId": self.asked["activityId"], "registration": self.asked["registration"]}
        parameters = {"agent": self.asked["actor"], "stateId": state_id, **of}
        return self.http.request(method, "/cmi5/xapi/activities/state", params=parameters, **more)

    def profile(self, profile_id: str, method: str = "GET", **more: Any) -> httpx.Response:
        """Ask for a document of the learner's profile, or write it."""
        parameters = {"agent": self.asked["actor"], "profileId": profile_id}
        return self.http.request(method, "/cmi5/xapi/agents/profile", params=parameters, **more)

    def statement(self, verb: str, *, at: str = "2026-11-22T01:00:10Z", **result: Any) -> dict[str, Any]:
        """A "cmi5 defined" statement of this session."""
        context = json.loads(json.dumps(self.data["contextTemplate"]))
        judged = verb in ("completed", "passed", "failed")
        context["registration"] = self.asked["registration"]
        context["contextActivities"]["category"] = [{"id": each} for each in (CMI5, *((MOVE_ON,) if judged else ()))]
        if "score" in result and "masteryScore" in self.data:
            context["extensions"][MASTERY] = self.data["masteryScore"]
        given = {"completed": {"completion": True}, "passed": {"success": True}, "failed": {"success": False}}
        said = {**given.get(verb, {}), **({} if verb == "initialized" else {"duration": "PT4M30S"}), **result}
        return {
            "id": str(uuid.uuid4()),
            "actor": self.actor,
            "verb": {"id": ADL + verb, "display": {"en": verb}},
            "object": {"objectType": "Activity", "id": self.asked["activityId"]},
            "context": context,
            "timestamp": at,
            **({"result": said} if said else {}),
        }

    def allowed(self, verb: str = ADL + "experienced", **changed: Any) -> dict[str, Any]:
        """A "cmi5 allowed" statement: the template, but not the category."""
        statement = self.statement("initialized") | {"verb": {"id": verb}, "object": {"id": "https://x.example/page"}}
        del statement["context"]["contextActivities"]["category"]
        return statement | changed

    def send(self, *statements: dict[str, Any]) -> httpx.Response:
        """POST statements, one by itself or several as a batch."""
        body = statements[0] if len(statements) == 1 else list(statements)
        return self.http.post("/cmi5/xapi/statements", json=body)

    def say(self, verb: str, **result: Any) -> httpx.Response:
        """Say something that is taken."""
        answer = self.send(self.statement(verb, **result))
        assert answer.status_code == 200, answer.text
        return answer


def told(services: LedgerServices, registration: str) -> list[tuple[str, str]]:
    """The verbs and objects of a registration's statements, in the order stored."""
    found, _ = services.statements.search(Query(registration=registration, ascending=True), 100)
    said = [json.loads(each.raw) for each in found]
    return [(each["verb"]["id"].rpartition("/")[2], each["object"]["id"]) for each in said]

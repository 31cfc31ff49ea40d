"""Every route of the ledger as everyone: who is let in, and that no company is shown another's."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.ledger.matrix_site import ROLES, SUBJECTS, MatrixSite, matrix_site

TABLE = Path(__file__).with_name("authorisation.yaml")
SEES_A_PART = ("officer", "district", "learner")
SIGN_IN = ("/login?next=", "/classroom/sign-in")
NOBODYS = "00000000-0000-7000-8000-000000000000"
A_FEW = ("anonymous", "officer", "crew", "revoked")
"""Enough for what everyone may ask."""
HEADERS = {
    "Accept": "text/html,*/*",
    "X-Experience-API-Version": "2.0.0",
    "X-Forwarded-For": "203.0.113.7",  # nobody asks from the ledger's own machine, which may see its metrics
}


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    route: str
    who: frozenset[str]
    of: str | None = None
    gives: int = 200
    query: str = ""
    form: dict[str, str] | None = None
    json: Any = None
    given: dict[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    def path(self, owned: dict[str, str]) -> str:
        """The address, with what is ``owned`` in the place of the parameters."""
        given = owned | self.given
        path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda found: given[found[1]], self.route.partition(" ")[2])
        return path + (f"?{self.query}" if self.query else "")


class Matrix:
    """The table, and what the site answers everyone."""

    def __init__(self, site: MatrixSite) -> None:
        self.site = site
        table = yaml.safe_load(TABLE.read_text("utf-8"))
        self.open, self.framework = table["open"], tuple(table["framework"])
        self.looking = set(table["looking"])
        self.groups = {name: frozenset(_members(table["groups"], name)) for name in table["groups"]}
        self.lines = [self._line(route, **said) for route, said in table["routes"].items()]
        self._answers: dict[tuple[str, str, str], httpx.Response] = {}
        self._http = httpx.Client(base_url=site.url, headers=HEADERS, trust_env=False, timeout=30)

    def close(self) -> None:
        self._http.close()

    def ask(self, subject: str, line: Line, owned: dict[str, str]) -> httpx.Response:
        """What ``subject`` is answered; a GET is asked once, whatever is then looked for in its answer."""
        asked = (subject, line.route, owned["order"])
        if line.method != "GET" or asked not in self._answers:
            shown = self.site.spare if line.route == "POST /logout" else self.site.headers
            sent: dict[str, Any] = {"headers": shown.get(subject, {}), "data": line.form, "json": line.json}
            self._answers[asked] = self._http.request(line.method, line.path(owned), **sent)
        return self._answers[asked]

    def _line(self, route: str, who: str, **said: Any) -> Line:
        given = {name: str(value) for name, value in said.pop("with", {}).items()}
        return Line(route, self.groups[who], given=given, **said)

    def subjects(self, line: Line) -> tuple[str, ...]:
        """Whom to ask a route as: everybody. Where no program is let in, one that may do all stands for all of them."""
        if line.who == self.groups["anyone"]:
            return A_FEW
        if line.who <= self.groups["staff"]:
            return ("anonymous", *ROLES, *({"no-scope"} & line.who), "learner", "all")
        return SUBJECTS


def _members(groups: dict[str, list[str]], name: str) -> Iterator[str]:
    for each in groups[name]:
        if each in SUBJECTS:
            yield each
        else:
            assert each in groups, f"{TABLE.name}: group {name!r} names {each!r}, which is nobody"
            yield from _members(groups, each)


def turned_away(answer: httpx.Response) -> bool:
    """Whether somebody was not let in: refused, slowed down for a wrong secret, or sent to log in."""
    return answer.status_code in (401, 403, 429) or answer.headers.get("location", "").startswith(SIGN_IN)


def read(answer: httpx.Response) -> str:
    """Everything that an answer tells, also what is packed into it as Excel or ZIP."""
    if not answer.content.startswith(b"PK"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def offered(answer: httpx.Response) -> set[str]:
    """What a page offers to press or to send, also in dialogs that are not open: their handlers are."""
    controls = re.findall(r'"tag":"(q-btn|nicegui-upload)".*?"props":\{(.*?)\}', answer.text)
    labels = [(tag, re.search(r'"label":"([^"]+)"', properties)) for tag, properties in controls]
    return {label[1] if label else tag for tag, label in labels} - {"q-btn"}  # of the pagers, which have none


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Matrix]:
    with matrix_site(tmp_path_factory.mktemp("site")) as site:
        matrix = Matrix(site)
        yield matrix
        matrix.close()


def test_every_route_has_its_line_and_every_line_its_route(matrix: Matrix) -> None:
    routes = {each for each in matrix.site.routes if not each.partition(" ")[2].startswith(matrix.framework)}
    named = {line.route for line in matrix.lines} | set(matrix.open)
    missing, left_over = sorted(routes - named), sorted(named - routes)
    said = [
        f"{each}: say in tests/ledger/{TABLE.name} who may ask it, e.g.  {each}: {{who: readers}}" for each in missing
    ]
    said += [f"{each}: stands in {TABLE.name}, but there is no such route: remove the line" for each in left_over]
    owned = matrix.site.owned["a"]
    for line in matrix.lines:
        unknown = set(re.findall(r"\{(\w+)", line.route)) - set(owned) - set(line.given)
        said += [f"{line.route}: say `with: {{{each}: ...}}`, or in matrix_site.py whose it is" for each in unknown]
    assert not said, "\n".join(said)


def test_each_route_lets_in_whom_its_line_names(matrix: Matrix) -> None:
    wrong = []
    for line in matrix.lines:
        for subject in matrix.subjects(line):
            if line.of == "company" and subject == "no-scope":
                continue
            answer = matrix.ask(subject, line, matrix.site.owned["a"])
            status = answer.status_code
            if subject not in line.who:
                right, expected = turned_away(answer), "be turned away"
            elif line.method == "GET":
                right, expected = status == line.gives and not turned_away(answer), f"be answered {line.gives}"
            else:
                right, expected = status < 500 and not turned_away(answer), "be let in"
            if not right:
                wrong.append(f"{line.route}: {subject} should {expected}, but got {status}: {answer.text[:80]!r}")
    assert not wrong, "\n".join(wrong)


def test_what_belongs_to_another_company_is_answered_as_what_does_not_exist(matrix: Matrix) -> None:
    wrong = []
    a, b = matrix.site.owned["a"], matrix.site.owned["b"]
    nobodys = a | dict.fromkeys(set(a) - {"lesson", "course"}, NOBODYS)
    for line in (each for each in matrix.lines if each.of == "company"):
        for subject in line.who & {*SEES_A_PART, "no-scope", "bureau"}:
            hidden = {"nobody": nobodys, "b": b, "a": a} if subject == "no-scope" else {"nobody": nobodys, "b": b}
            if subject == "bureau":
                hidden.pop("b")
                if matrix.ask(subject, line, b).status_code == 404:
                    wrong.append(f"{line.route} of b as bureau: there is no such thing, so nothing was tried")
            for whose, owned in hidden.items():
                answer = matrix.ask(subject, line, owned)
                if answer.status_code != 404 or turned_away(answer):
                    wrong.append(f"{line.route} of {whose} as {subject}: {answer.status_code}, not 404")
    assert not wrong, "\n".join(wrong)


def test_nothing_shown_anywhere_tells_of_another_company(matrix: Matrix) -> None:
    """Every page, list, search and download that has no company in its address, too."""
    seen: dict[str, set[str]] = {subject: set() for subject in ("officer", "district", "no-scope", "bureau")}
    public = matrix.groups["anyone"]
    marks = [mark for marks in matrix.site.marks.values() for mark in marks]
    for line in (each for each in matrix.lines if each.method == "GET" and each.who != public):
        for subject in seen:
            if subject in line.who:
                for whose in matrix.site.owned if subject == "bureau" else "a":
                    shown = read(matrix.ask(subject, line, matrix.site.owned[whose]))
                    seen[subject] |= {mark for mark in marks if mark in shown}
    assert seen["bureau"] == set(marks), "what the bureau sees holds everything that others must not"
    own = set(matrix.site.marks["a"])
    assert seen["officer"] == own - {"武侯区文化站"}, "the plan's visits are not an officer's"
    assert seen["district"] == own
    assert seen["no-scope"] == set()


def test_no_browser_keeps_what_was_shown(matrix: Matrix) -> None:
    """Whoever sits down at the computer next finds nothing of it with the button that goes back."""
    kept = []
    shown = (each for each in matrix.lines if each.method == "GET" and each.gives == 200)
    for line in (each for each in shown if each.who != matrix.groups["anyone"]):
        for subject in {"bureau", "learner"} & line.who:
            answer = matrix.ask(subject, line, matrix.site.owned["a"])
            if "no-store" not in answer.headers.get("Cache-Control", ""):
                kept.append(f"{line.route}: answer it with Cache-Control: no-store")
    assert not kept, "\n".join(kept)


def test_an_auditor_is_offered_nothing_that_changes_anything(matrix: Matrix) -> None:
    found: dict[str, set[str]] = {"auditor": set(), "bureau": set()}
    for line in (each for each in matrix.lines if each.method == "GET" and each.who != matrix.groups["anyone"]):
        for subject in found.keys() & line.who:
            found[subject] |= offered(matrix.ask(subject, line, matrix.site.owned["a"]))
    assert found["bureau"] >= {"新建订单", "更正", "导入名册（Excel）", "nicegui-upload", "核对并联署最新检查点"}
    assert found["auditor"] <= matrix.looking

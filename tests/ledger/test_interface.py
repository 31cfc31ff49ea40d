"""The description of the programs' interface is of all of it, holds together, and can be read in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from common.text import LANGS
from ledger.operation.interface import interface
from qianche.commands.ledger import app as command
from tests.ledger.programs_site import programs_site

OURS = ("/xapi", "/ledger/api", "/verify", "/health", "/metrics")
METHODS = {"get", "put", "post", "delete"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The ledger's part of a site, with every route that it adds."""
    return programs_site(tmp_path_factory.mktemp("interface"))[0]


def all_routes(routes: Iterable[Any]) -> Iterator[APIRoute]:
    """Every route, those of included routers too, however this release of FastAPI keeps them."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif (included := getattr(route, "original_router", None)) is not None:
            yield from all_routes(included.routes)


def operations(said: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in said["paths"].items():
        for method in METHODS & set(item):
            yield path, method, item[method]


def inside(value: Any) -> Iterator[tuple[str, Any]]:
    """Every named value in a document."""
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield str(name), inner
        if isinstance(inner, dict | list):
            yield from inside(inner)


def test_every_route_for_programs_is_described_and_nothing_else(site: FastAPI) -> None:
    routes: dict[str, set[str]] = {}
    for route in all_routes(site.routes):
        if route.path.startswith(OURS) and route.endpoint.__name__ != "refuse":
            routes.setdefault(route.path, set()).update(method.lower() for method in route.methods - {"HEAD"})
    said = {path: METHODS & set(item) for path, item in interface("en")["paths"].items()}
    assert set(said) >= set(routes), "describe them in ledger/operation/paths"
    assert set(said) == set(routes)
    for path, methods in said.items():
        assert methods <= routes[path], path
        if not path.startswith("/xapi"):  # xAPI's resources share one way in, which refuses the other methods itself
            assert methods == routes[path], path


@pytest.mark.parametrize("lang", LANGS)
def test_the_description_holds_together(lang: str) -> None:
    said = interface(lang)
    for name, value in inside(said):
        if name == "$ref":
            target: Any = said
            for step in value.removeprefix("#/").split("/"):
                target = target[step]
    for schema in said["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    ids = [operation["operationId"] for _, _, operation in operations(said)]
    assert len(set(ids)) == len(ids)
    tags = {tag["name"] for tag in said["tags"]}
    for path, method, operation in operations(said):
        where = f"{method} {path}"
        assert operation["summary"], where
        assert set(operation["tags"]) <= tags, where
        assert any(code.startswith("2") for code in operation["responses"]), where
        everyone = operation.get("security") == [] or {} in operation.get("security", [])
        assert everyone or "401" in operation["responses"], where
        places = {name for name, _ in re.findall(r"\{((\w+))\}", path)}
        given = [*said["paths"][path].get("parameters", []), *operation.get("parameters", [])]
        assert {each["name"] for each in given if each.get("in") == "path"} == places, where


def test_both_languages_say_the_same_in_their_own_words() -> None:
    chinese, english = (json.dumps(interface(lang), ensure_ascii=False) for lang in ("zh", "en"))
    assert not re.search("[\u4e00-\u9fff]", english.replace("完成", "")), "but for the example's verb"
    assert len(re.findall("[\u4e00-\u9fff]", chinese)) > 500
    assert [name for name, _ in inside(interface("zh"))] == [name for name, _ in inside(interface("en"))]


def test_it_is_served_and_can_be_read_without_the_internet(site: FastAPI) -> None:
    with TestClient(site) as anyone:
        served = anyone.get("/ledger/api/openapi.json", params={"lang": "en"})
        assert served.json() == interface("en")
        assert anyone.get("/ledger/api/openapi.json").json() == interface("zh")
        assert anyone.get("/ledger/api/openapi.json", params={"lang": "fr"}).status_code == 422
        page = anyone.get("/ledger/api/docs").text
        assert "千车培训台账接口" in page and "/xapi/statements" in page
        anyone.cookies.set("qianche_lang", "en")
        page = anyone.get("/ledger/api/docs").text
    for _, _, operation in operations(interface("en")):
        assert f'id="{operation["operationId"]}"' in page
    links = set(re.findall(r'(?:src|href)="([^"#]+)', page))
    assert all(link.startswith("/") for link in links), links
    targets = set(re.findall(r'href="#(\w+)"', page))
    assert targets <= set(re.findall(r'id="(\w+)"', page))


def test_other_methods_are_refused_by_name(site: FastAPI) -> None:
    with TestClient(site) as anyone:
        for path, method, allowed in (
            ("/xapi/statements", "PATCH", "PUT, POST, GET"),
            ("/xapi/about", "TRACE", "GET"),
            ("/ledger/api/log/proofs/x", "DELETE", "GET"),
            ("/health", "POST", "GET"),
        ):
            answer = anyone.request(method, path)
            assert (answer.status_code, answer.json()["error"]) == (405, "ledger.xapi.no_such_method"), path
            assert set(answer.headers["Allow"].split(", ")) == set(allowed.split(", ")), path


def test_the_command_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_LANG", "en")
    printed = CliRunner().invoke(command, ["openapi"])
    assert json.loads(printed.stdout) == interface("en")

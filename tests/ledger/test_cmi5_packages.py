"""Course packages are taken as cmi5 describes them (Quartz, 13 and 14) and refused with line, column and reason."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ledger.classroom.cmi5 import routes as cmi5_routes
from ledger.classroom.cmi5.content import OnlyCourses
from ledger.classroom.cmi5.course_xml import read_structure
from ledger.classroom.cmi5.package import PackageWrong, open_package
from ledger.classroom.cmi5.structure import Block, said
from ledger.classroom.cmi5.xml_tree import CourseWrong
from ledger.people.sight import EVERYTHING
from ledger.services import LedgerServices
from ledger.settings import LedgerSettings
from tests.ledger.courses import SITE, block_xml, course_xml, imported, package, served, take, unit_xml, words
from tests.ledger.sent import LEARNER

ELSEWHERE = "https://cdn.publisher.example/unit/index.html"
OBJECTIVES = (
    '<objectives><objective id="https://publisher.example/o/1">'
    + words("title", "目标", "Aim")
    + words("description", "会用", "To know")
    + "</objective></objectives>"
)
REFERENCE = '<objectives><objective idref="https://publisher.example/o/1"/></objectives>'


def read(*parts: str, **more: str) -> object:
    return read_structure(course_xml(*parts, **more).encode(), {"start.html", "a/课 程.html"})


def test_a_whole_course_is_read() -> None:
    everything = unit_xml(
        2,
        url="a/%E8%AF%BE%20%E7%A8%8B.html?page=1#top",
        more="<launchParameters> Start=1 </launchParameters><entitlementKey>xyz</entitlementKey>",
        launchMethod="OwnWindow",
        moveOn="CompletedOrPassed",
        masteryScore=" .85 ",
        activityType="http://adlnet.gov/expapi/activities/media",
    )
    course = read(block_xml(1, block_xml(2, everything), unit_xml(3, url=ELSEWHERE)), unit_xml(4), before=OBJECTIVES)
    assert [unit.id[-1] for unit in course.units()] == ["2", "3", "4"]
    assert [block.id[-1] for block in course.blocks()] == ["2", "1"], "the innermost first"
    unit = next(course.units())
    assert (unit.launch_method, unit.move_on, unit.mastery_score) == ("OwnWindow", "CompletedOrPassed", 0.85)
    assert (unit.launch_parameters, unit.entitlement_key) == ("Start=1", "xyz"), "blanks around are removed (13.1)"
    assert said(course.title, "zh") == "梯子安全" and said(course.title, "en") == "Ladder safety"
    assert [each.in_package for each in course.units()] == [True, False, True]
    assert isinstance(course.parts[0], Block) and course.objectives[0].id == "https://publisher.example/o/1"
    ids = {course.activity, *(course.unit_activity(each) for each in course.units())}
    assert len(ids) == 4 and not ids & {course.id, *(each.id for each in course.units())}, "8.1.5, 9.4"
    assert type(course).model_validate_json(course.model_dump_json(exclude_defaults=True)) == course


def test_defaults_are_those_of_the_schema() -> None:
    (unit,) = read(unit_xml()).units()
    assert (unit.launch_method, unit.move_on, unit.mastery_score) == ("AnyWindow", "NotApplicable", None)


def test_what_publishers_add_in_their_own_namespace_is_left_aside() -> None:
    course = read(unit_xml(more='<v:extra xmlns:v="urn:v" v:a="1"><v:inner/></v:extra>'))
    assert sum(1 for _ in course.units()) == 1


def test_a_thousand_units_are_taken() -> None:
    assert sum(1 for _ in read(*(unit_xml(number) for number in range(1001))).units()) == 1001


WRONG = {
    "no unit": (course_xml("<x xmlns='urn:x'/>"), "content"),
    "no id": (course_xml(unit_xml(id=" ")), "attribute_missing"),
    "id is no IRI": (course_xml(course_id="publisher.example/course"), "not_iri"),
    "block's id is no IRI": (course_xml(block_xml(1, unit_xml()).replace("https://", "", 1)), "not_iri"),
    "unit's id is no IRI": (course_xml(unit_xml(id="au1")), "not_iri"),
    "objective's id is no IRI": (course_xml(before=OBJECTIVES.replace("https://", "")), "not_iri"),
    "reference is no IRI": (
        course_xml(unit_xml().replace("<url>", '<objectives><objective idref="o"/></objectives><url>')),
        "not_iri",
    ),
    "type is no IRI": (course_xml(unit_xml(activityType="media")), "not_iri"),
    "unit twice": (course_xml(unit_xml(), unit_xml()), "id_twice"),
    "block twice": (course_xml(block_xml(1, unit_xml(1)), block_xml(1, unit_xml(2))), "id_twice"),
    "objective twice": (
        course_xml(before=OBJECTIVES.replace("</objectives>", "") + OBJECTIVES.replace("<objectives>", "")),
        "id_twice",
    ),
    "title missing": (course_xml(unit_xml().replace("title>", "titel>")), "content"),
    "parts in another order": (
        course_xml(unit_xml(), before="")
        .replace("<url>start.html</url>", "")
        .replace("</au>", "<url>start.html</url><title/></au>"),
        "stray_element",
    ),
    "url missing": (course_xml(unit_xml().replace("<url>start.html</url>", "")), "content"),
    "url empty": (course_xml(unit_xml(url="")), "not_url"),
    "url with a blank": (course_xml(unit_xml(url="http://example.com index.html")), "not_url"),
    "url of a script": (course_xml(unit_xml(url="javascript://x/%0aalert(1)")), "not_url"),
    "url of a file": (course_xml(unit_xml(url="file:///etc/passwd")), "not_url"),
    "own parameter": (course_xml(unit_xml(url="start.html?endpoint=x")), "own_parameter"),
    "not in the package": (course_xml(unit_xml(url="missing.html")), "not_in_package"),
    "out of the package": (course_xml(unit_xml(url="../start.html")), "not_in_package"),
    "from the root": (course_xml(unit_xml(url="/start.html")), "not_in_package"),
    "masteryScore": (course_xml(unit_xml(masteryScore="1.1")), "mastery_score"),
    "masteryScore no number": (course_xml(unit_xml(masteryScore="1e-1")), "mastery_score"),
    "moveOn": (course_xml(unit_xml(moveOn="completed")), "not_one_of"),
    "launchMethod": (course_xml(unit_xml(launchMethod="Popup")), "not_one_of"),
    "attribute": (course_xml(unit_xml(colour="red")), "stray_attribute"),
    "text": (course_xml(unit_xml().replace("<url>", "hello<url>")), "stray_text"),
    "language": (course_xml().replace('lang="zh-CN"', 'lang="chinese language"'), "not_language"),
    "other root": ("<course/>", "no_course"),
    "no XML": (course_xml().replace("</course>", ""), "not_xml"),
    "document type": (
        course_xml().replace("<courseStructure", '<!DOCTYPE x [<!ENTITY a "b">]><courseStructure', 1),
        "document_type",
    ),
    "too deep": (course_xml("<block>" * 70 + "</block>" * 70), "too_deep"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_breaks_the_schema_is_told_with_its_place(name: str) -> None:
    xml, why = WRONG[name]
    with pytest.raises(CourseWrong) as wrong:
        read_structure(xml.encode(), {"start.html"})
    assert wrong.value.why == why
    assert f"第 {wrong.value.line} 行" in wrong.value.message("zh") and "cmi5.xml, line" in wrong.value.message("en")


def test_the_place_is_that_of_the_element() -> None:
    with pytest.raises(CourseWrong) as wrong:
        read_structure(course_xml(unit_xml(1), "\n\n  " + unit_xml(1)).encode(), {"start.html"})
    assert (wrong.value.line, wrong.value.column) == (6, 3)


def test_an_xml_file_by_itself_has_whole_addresses_only(services: LedgerServices, tmp_path: Path) -> None:
    taken = take(services, tmp_path, course_xml(unit_xml(url=ELSEWHERE)).encode())
    assert taken.version == 1 and taken.bytes == 0
    with pytest.raises(CourseWrong) as wrong:
        take(services, tmp_path, course_xml().encode())
    assert wrong.value.why == "relative_alone"
    assert take(services, tmp_path, b"\xef\xbb\xbf" + course_xml(unit_xml(url=ELSEWHERE)).encode()).version == 2
    utf16 = course_xml(unit_xml(url=ELSEWHERE)).replace("utf-8", "utf-16").encode("utf-16")
    assert take(services, tmp_path, utf16).version == 3


def zipped(name: str, **changed: int) -> bytes:
    """A package with one more member, of this name."""
    content = io.BytesIO(package(course_xml()))
    with zipfile.ZipFile(content, "a") as archive:
        info = zipfile.ZipInfo(name)
        for field, value in changed.items():
            setattr(info, field, value)
        with warnings.catch_warnings(action="ignore"):  # some names are there twice
            archive.writestr(info, b"x")
    return content.getvalue()


def encrypted() -> bytes:
    content = bytearray(zipped("secret.html"))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def bomb() -> bytes:
    """A member that says of itself that it is 900 MB long."""
    content = bytearray(zipped("big.bin"))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 900_000_000)
    return bytes(content)


def damaged() -> bytes:
    content = bytearray(package(course_xml()))
    content[content.index(b"<!doctype") if b"<!doctype" in content else 60] ^= 0xFF
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not a zip at all", "neither"),
        (b"", "neither"),
        (b"PK\x03\x04 torn off", "damaged"),
        (package(None), "no_xml"),
        (package(None, {"course/cmi5.xml": course_xml().encode()}), "no_xml"),
        (zipped("../../evil.html"), "path"),
        (zipped("/etc/evil.html"), "path"),
        (zipped("..\\evil.html"), "path"),
        (zipped("C:/evil.html"), "path"),
        (zipped("a//b.html"), "path"),
        (zipped("link.html", external_attr=0o120777 << 16), "link"),
        (zipped("start.html"), "twice"),
        (zipped("odd.html", compress_type=zipfile.ZIP_LZMA), "method"),
        (encrypted(), "encrypted"),
        (bomb(), "bomb"),
        (damaged(), "damaged"),
    ],
)
def test_archives_that_no_course_needs_are_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(content)
    with pytest.raises(PackageWrong) as wrong, open_package(path, most_bytes=10**9) as opened:
        opened.unpack(tmp_path)
    assert wrong.value.key == f"cmi5.package.{why}"


def test_of_a_refused_package_nothing_stays(services: LedgerServices, tmp_path: Path) -> None:
    for content in (damaged(), b"nothing"):
        with pytest.raises(PackageWrong):
            take(services, tmp_path, content)
    assert services.cmi5.courses.offered() == []
    assert list(services.settings.courses.iterdir()) == []


def test_more_than_a_course_may_have_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(package(course_xml(), {"start.html": b"x" * 5000}))
    with pytest.raises(PackageWrong, match="larger"), open_package(path, most_bytes=4000):
        pass


def test_64_bit_archives_are_taken(services: LedgerServices, tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in (("cmi5.xml", course_xml()), ("start.html", "<p>64</p>")):
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data.encode())
    assert take(services, tmp_path, content.getvalue()).version == 1


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_as_chinese_tools_write_them_are_understood(tmp_path: Path, encoding: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("cmi5.xml", course_xml(unit_xml(url="%E6%A2%AF%E5%AD%90/start.html")))
        placeholder = "x" * len("梯子".encode(encoding)) + "/start.html"
        archive.writestr(placeholder, "<p>1</p>")
    path = tmp_path / "course.zip"
    path.write_bytes(content.getvalue().replace(placeholder.encode(), "梯子/start.html".encode(encoding)))
    with open_package(path, most_bytes=10_000) as opened:
        assert set(opened.members) == {"cmi5.xml", "梯子/start.html"}
        assert (tmp_path / "files").mkdir() is None and len(opened.unpack(tmp_path / "files")) == 2


def test_files_are_served_in_a_sandbox(services: LedgerServices, tmp_path: Path) -> None:
    files = {
        "start.html": b"<p>1</p>",
        "a/\xe8\xaf\xbe.svg".encode("latin-1").decode(): b"<svg/>",
        "v.MP4": b"0123456789",
    }
    course = imported(services, tmp_path, files=files)
    http = served(services)
    page = http.get(f"/cmi5/content/{course}/start.html?endpoint=x")
    assert page.text == "<p>1</p>" and page.headers["Content-Type"] == "text/html"
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-scripts ") and "allow-same-origin" not in policy
    assert "default-src testserver/cmi5/ " in policy and page.headers["Referrer-Policy"] == "no-referrer"
    part = http.get(f"/cmi5/content/{course}/v.MP4", headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.content, part.headers["Content-Type"]) == (206, b"234", "video/mp4")
    for path in ("cmi5", "../0", "%2e%2e/0", "0", "start.html/"):
        assert http.get(f"/cmi5/content/{course}/{path}").status_code == 404, path
    assert http.get("/cmi5/content/other/start.html").status_code == 404
    strange = http.get(f"/cmi5/content/{course}/start.html", headers={"Host": "x; script-src *"})
    assert "default-src 'none'" in strange.headers["Content-Security-Policy"]


def test_at_an_address_of_their_own_courses_need_no_sandbox(services: LedgerServices, tmp_path: Path) -> None:
    course = imported(services, tmp_path)
    own = LedgerSettings(data=services.settings.data, course_origin="https://courses.example.cn")
    services.settings = own
    http = served(services)
    apart = http.get(f"/cmi5/content/{course}/start.html", headers={"Host": "courses.example.cn"})
    assert apart.headers["Content-Security-Policy"].startswith("default-src courses.example.cn/cmi5/ ")
    here = http.get(f"/cmi5/content/{course}/start.html")
    assert here.headers["Content-Security-Policy"].startswith("sandbox ")


def test_the_courses_own_address_serves_nothing_else(services: LedgerServices, tmp_path: Path) -> None:
    course = imported(services, tmp_path)
    app = FastAPI()
    app.add_middleware(OnlyCourses, course_origin="https://courses.example.cn")
    app.add_api_route("/login", lambda: "name and password")
    for router in cmi5_routes.create_routers(services):
        app.include_router(router)
    http = TestClient(app)
    apart = {"Host": "courses.example.cn"}
    assert http.get("/login").status_code == 200
    assert http.get("/login", headers=apart).status_code == 404
    assert http.get(f"/cmi5/content/{course}/start.html", headers=apart).status_code == 200


def test_a_new_version_takes_the_place_of_the_one_before(services: LedgerServices, tmp_path: Path) -> None:
    first = imported(services, tmp_path)
    cmi5 = services.cmi5
    unit = next(cmi5.courses.find(first).structure.units())
    cmi5.launching.launch(LEARNER, first, unit.id, site=SITE, return_url="x")
    second = imported(services, tmp_path, unit_xml(moveOn="Passed"))
    assert [(each.id, each.version) for each in cmi5.courses.offered()] == [(second, 2)]
    (goes_on,) = cmi5.cards(LEARNER, "zh")
    assert goes_on.href.endswith(first) and goes_on.title == "梯子安全"
    (begins,) = cmi5.cards("qc-" + "c" * 32, "en")
    assert begins.href.endswith(second) and begins.title == "Ladder safety"
    assert cmi5.courses.find(first).structure.activity == cmi5.courses.find(second).structure.activity
    listed, total = cmi5.courses.page(0, 10, EVERYTHING)
    assert [(each.course.version, each.course.state, each.learners) for each in listed] == [
        (2, "offered", 0),
        (1, "replaced", 1),
    ]
    assert total == 2
    cmi5.courses.withdraw(second)
    cmi5.courses.withdraw(first)
    assert [each.course.state for each in cmi5.courses.page(0, 10, EVERYTHING)[0]] == ["withdrawn"], (
        "nobody took the second"
    )
    assert list(services.settings.courses.iterdir()) == []
    assert served(services).get(f"/cmi5/content/{first}/start.html").status_code == 404

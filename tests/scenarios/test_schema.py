"""The JSON Schema: fresh, sound, accepts the bank, completes names, refuses wrong ones."""

from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest

import scenarios
from scenarios.registry import registry
from scenarios.schema import json_schema
from scenarios.source import read_source
from scenarios.starter import starter


@pytest.fixture(scope="module")
def schema():
    return json_schema()


@pytest.fixture(scope="module")
def validator(schema) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_committed_file_is_fresh(schema) -> None:
    """Renew it with: qianche schema > scenarios/schema/scenario.schema.json"""
    written = resources.files("scenarios.schema").joinpath("scenario.schema.json").read_text("utf-8")
    assert json.loads(written) == schema


@pytest.mark.parametrize("name", scenarios.bank())
def test_accepts_the_bank(name: str, validator) -> None:
    assert list(validator.iter_errors(scenarios.load(name).source.data)) == []


def test_accepts_the_starter(validator) -> None:
    assert list(validator.iter_errors(read_source(starter("my-own").encode("utf-8"), "").data)) == []


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("place",), "construction-floor/yrd"),
        (("industry",), "建筑"),
        (("accident_type", "gb6441_2025"), "车辆伤害"),
        (("props", "my_box", "prop"), "swich_box"),
        (("props", "my_box", "state"), "crushed"),
        (("props", "my_lamp", "variant"), "pump"),
        (("props", "my_box", "colour"), "red"),
        (("actors", "my_worker", "character"), "robot"),
        (("actors", "my_worker", "character"), "trainee"),
        (("actors", "my_worker", "variant"), "acid_suit"),
        (("actors", "my_worker", "path", 2, "pose"), "dance"),
        (("hazards", "no-rcd", "class"), "物/物理"),
        (("hazards", "no-rcd", "problem"), "bad"),
        (("hazards", "no-rcd", "standards", 0), "GB 1"),
        (("hazards", "no-rcd", "lec", "L"), 5),
        (("accident", "steps", 0, "do", 1, "sound", "name"), "bang"),
        (("accident", "steps", 0, "do", 2, "effect", "name"), "explosion"),
        (("storyboard", 0, "when"), {"time": 1, "flagged": "no-rcd"}),
    ],
)
def test_refuses_wrong_names(path, wrong, specimen, validator) -> None:
    parent = specimen
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = wrong
    errors = list(validator.iter_errors(specimen))
    assert errors and all(list(error.absolute_path)[: len(path) - 1] == list(path[:-1]) for error in errors)


def test_names_come_with_their_labels_in_both_languages(schema) -> None:
    props = schema["$defs"]["names-prop"]
    assert props["enum"] == list(registry().props)
    assert props["enumDescriptions"][props["enum"].index("switch_box")] == "开关箱 / Switch box"


def test_every_key_is_explained_in_both_languages(schema) -> None:
    for model in [schema, *(each for each in schema["$defs"].values() if "properties" in each)]:
        assert "\n" in model["description"]
        for key, value in model["properties"].items():
            if key not in ("zh", "en"):
                assert "\n" in value["description"], (model["description"], key)


def test_nothing_asks_for_null(schema) -> None:
    assert '"null"' not in json.dumps(schema)

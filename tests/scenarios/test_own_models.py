"""``prop: ./models/x.glb``: accepted beside the registry's names; what is wrong is told with its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenarios.errors import ScenarioInvalid
from scenarios.loader import BANK, LoadedScenario, load
from scenarios.names import is_own_model
from scenarios.own_models import MAX_TRIANGLES, ONLY_STATE, prop_entry, read_model
from scoring import OtherScenario, score
from sim.log import read_log
from sim.play import play_headless
from sim.session.aim import middle_height
from sim.trainees import scripted
from sim.world.compose import compose
from sim.world.picking import touchable_triangles
from tests.glb_writer import block, write_glb

ADDED = """  press:
    prop: ./models/press.glb
    at: [6.0, 6.0]
"""


@pytest.fixture
def scene(tmp_path: Path) -> Callable[..., Path]:
    """A copy of a scenario of the bank with a trainer's press in it."""

    def written(added: str = ADDED) -> Path:
        path = tmp_path / "electrocution-temporary-power.yaml"
        shutil.copy(BANK / path.name, path)
        content = path.read_text("utf-8")
        path.write_text(content.replace("\nprops:\n", f"\nprops:\n{added}", 1), "utf-8")
        return path

    return written


def press(folder: Path, **changed: Any) -> Path:
    return write_glb(folder / "models" / "press.glb", *block(1.2, 1.8, 0.9), **changed)


def code_of(path: Path) -> str:
    with pytest.raises(ScenarioInvalid) as told:
        load(path)
    (fault,) = told.value.faults
    line = path.read_text("utf-8").splitlines()[fault.line - 1]
    assert "press" in line or fault.code == "model_has_no_looks", "the fault stands in the model's line"
    for lang in ("zh", "en"):
        assert "scenarios.fault" not in fault.text(lang)
    return fault.code


def test_a_model_of_ones_own_is_a_prop(scene: Callable[..., Path], tmp_path: Path) -> None:
    file = press(tmp_path)
    loaded: LoadedScenario = load(scene())
    name = loaded.scenario.props["press"].prop
    assert is_own_model(name) and Path(name) == file.resolve()
    entry = prop_entry(name)
    assert entry is not None and entry.zh == "press" and entry.states == (ONLY_STATE,)
    assert entry.size == pytest.approx((1.2, 0.9, 1.8), abs=1e-6)
    assert middle_height(loaded.scenario, "press") == pytest.approx(0.9)


def test_it_stands_in_the_world_and_can_be_pointed_at(scene: Callable[..., Path], tmp_path: Path) -> None:
    press(tmp_path)
    world = compose(load(scene()).scenario)
    state = world.first_state("press")
    points = world.placed("press", state).meshes["opaque"].position
    assert np.allclose((points.min(0) + points.max(0))[:2] / 2, (6, 6), atol=1e-4)
    assert len(touchable_triangles(world.model("press", state.state))) == 12


def test_the_hash_follows_the_content_and_not_the_place(scene: Callable[..., Path], tmp_path: Path) -> None:
    press(tmp_path)
    first = load(scene()).hash
    moved = tmp_path / "elsewhere"
    shutil.copytree(tmp_path / "models", moved / "models")
    shutil.copy(scene(), moved)
    assert load(moved / "electrocution-temporary-power.yaml").hash == first
    press(tmp_path, node={"scale": [1, 1.1, 1]})
    assert load(scene()).hash != first != load("electrocution-temporary-power").hash


def test_a_session_with_it_is_scored(scene: Callable[..., Path], tmp_path: Path) -> None:
    press(tmp_path)
    loaded = load(scene())
    result = play_headless(loaded, scripted("perfect", loaded.scenario), tmp_path / "log.jsonl", scorer=score)
    assert result.passed and score(read_log(tmp_path / "log.jsonl"), loaded.scenario).total == result.score
    press(tmp_path, node={"scale": [1, 1.1, 1]})
    with pytest.raises(OtherScenario):
        score(read_log(tmp_path / "log.jsonl"), loaded.scenario)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"buffers": [{"byteLength": 4, "uri": "press.bin"}]}, "model_not_whole"),
        ({"images": [{"uri": "http://example.org/a.png"}]}, "model_not_whole"),
        ({"extensionsRequired": ["KHR_draco_mesh_compression"]}, "model_packed"),
        ({"scenes": [{"nodes": []}]}, "model_empty"),
        ({"accessors": []}, "model_damaged"),
        ({"nodes": [{"mesh": 0, "scale": [1000, 1000, 1000]}]}, "model_size"),
        ({"nodes": [{"mesh": 0, "scale": [1e300, 1e300, 1e300]}]}, "model_size"),
        ({"nodes": [{"mesh": 0, "children": [0]}]}, "model_too_many_nodes"),
        ({"nodes": [{"children": [1] * 3000}, {"mesh": 0}]}, "model_too_many_nodes"),
        ({"scenes": [{"nodes": [0]}], "nodes": [{"mesh": "first"}]}, "model_damaged"),
    ],
)
def test_a_model_that_cannot_be_used_is_told_in_its_line(
    scene: Callable[..., Path], tmp_path: Path, changed: dict[str, Any], code: str
) -> None:
    read_model.cache_clear()
    press(tmp_path, changed=changed)
    assert code_of(scene()) == code


def test_too_many_triangles_are_counted_before_anything_is_decoded(scene: Callable[..., Path], tmp_path: Path) -> None:
    read_model.cache_clear()
    points, faces = block(1, 1, 1)
    write_glb(tmp_path / "models" / "press.glb", points, np.tile(faces, (MAX_TRIANGLES // 12 + 1, 1)))
    assert code_of(scene()) == "model_too_many_triangles"


def test_what_is_no_glb(scene: Callable[..., Path], tmp_path: Path) -> None:
    read_model.cache_clear()
    assert code_of(scene()) == "model_missing"
    file = press(tmp_path)
    file.write_bytes(file.read_bytes()[:300])
    assert code_of(scene()) == "model_damaged"
    read_model.cache_clear()
    file.write_text("solid press, as a text file of triangles", "utf-8")
    assert code_of(scene()) == "model_not_glb"


def test_a_model_lies_beside_its_scenario_and_has_no_states(scene: Callable[..., Path], tmp_path: Path) -> None:
    read_model.cache_clear()
    press(tmp_path)
    assert code_of(scene(ADDED.replace("./models", "./../models"))) == "model_outside"
    assert code_of(scene(ADDED + "    state: broken\n")) == "model_has_no_looks"
    assert code_of(scene(ADDED.replace("./models/press.glb", "/models/press.glb"))) == "unknown_prop"

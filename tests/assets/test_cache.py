"""The cache: what is stored comes back, what is damaged is built anew, what changed is not confused."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.builders import PropRequest
from assets.cache import cache_dir, cached, entry_path, forget_unused, is_cached, source_key
from assets.props_cache import NotBuilt, prop_key, prop_model
from common.errors import EnvironmentLacks


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path / "cache"))


class Builder:
    """Counts how often it had to build."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> dict[str, np.ndarray]:
        self.count += 1
        return {"a": np.arange(2000, dtype=np.float32), "note": np.array("词")}


def test_second_time_comes_from_the_file() -> None:
    build = Builder()
    first = cached("thing", ("x", 1), build)
    second = cached("thing", ("x", 1), build)
    assert build.count == 1
    assert np.array_equal(first["a"], second["a"]) and str(second["note"]) == "词"
    assert is_cached("thing", ("x", 1)) and not is_cached("thing", ("x", 2))


def test_another_key_is_another_entry() -> None:
    build = Builder()
    for key in (("x", 1), ("x", 2), ("x", "1"), ("x",)):
        cached("thing", key, build)
    assert build.count == 4


@settings(max_examples=40, deadline=None)
@given(where=st.floats(0, 0.999), how=st.sampled_from(["cut", "flip", "empty", "text"]), bit=st.integers(0, 7))
def test_a_damaged_file_is_built_anew(where: float, how: str, bit: int) -> None:
    build = Builder()
    path = entry_path("thing", ("damaged",))
    path.unlink(missing_ok=True)
    cached("thing", ("damaged",), build)
    whole = path.read_bytes()
    at = int(where * len(whole))
    flipped = whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :]
    path.write_bytes({"cut": whole[:at], "flip": flipped, "empty": b"", "text": b"not an archive"}[how])
    again = cached("thing", ("damaged",), build)
    assert np.array_equal(again["a"], np.arange(2000, dtype=np.float32))
    assert str(again["note"]) == "词"


def test_no_half_written_file_is_left() -> None:
    def fails() -> dict[str, np.ndarray]:
        raise RuntimeError("builder broke")

    with pytest.raises(RuntimeError):
        cached("thing", ("y",), fails)
    cached("thing", ("z",), Builder())
    assert [path.suffix for path in (cache_dir() / "thing").iterdir()] == [".npz"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("QIANCHE_CACHE", str(blocked))
    with pytest.raises(EnvironmentLacks) as told:
        cached("thing", ("x",), Builder())
    assert str(blocked) in told.value.message("zh") and told.value.exit_code == 3


def test_unused_entries_go() -> None:
    build = Builder()
    cached("thing", ("old",), build)
    cached("thing", ("new",), build)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for key, age in (("old", 90), ("new", 1)):
        then = (now - timedelta(days=age)).timestamp()
        os.utime(entry_path("thing", (key,)), (then, then))
    assert forget_unused(now, timedelta(days=60)) == 1
    assert is_cached("thing", ("new",)) and not is_cached("thing", ("old",))


def test_source_key_follows_the_source() -> None:
    assert source_key("assets.mesh") != source_key("assets.place")
    assert source_key("assets.modelling") == source_key.__wrapped__("assets.modelling")


def test_a_prop_comes_back_as_it_was_built() -> None:
    request = PropRequest("on", "flood")
    built = prop_model.__wrapped__("work_light", request)
    assert is_cached("props", prop_key("work_light", request))
    stored = prop_model.__wrapped__("work_light", request)
    assert stored.meshes.keys() == built.meshes.keys()
    for name, mesh in built.meshes.items():
        for field in ("faces", "position", "normal", "uvl", "colour", "surface"):
            assert np.array_equal(getattr(mesh, field), getattr(stored.meshes[name], field))
    assert stored.lamps == built.lamps and stored.lamps[0].power == 5.0


def test_a_prop_nobody_builds_is_named() -> None:
    with pytest.raises(NotBuilt, match="flying_carpet"):
        prop_model.__wrapped__("flying_carpet", PropRequest("ok"))

"""Building assets: only what is missing, progress that ends at one, names that are checked; the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assets.build import KEPT, PORTION, _batches, _shape_of, _work, build_assets, pieces
from assets.builders import PropRequest
from assets.cache import cache_dir
from assets.exhibits import library_groups
from assets.portrait import Shot, framing, portrait
from assets.props_cache import prop_model
from assets.sheet import LARGEST, draw_sheets
from assets.thumbnails import SIZE, as_jpeg
from common.clock import ManualClock
from common.errors import UsageError
from common.text import Lang, text
from scenarios.registry import registry


@pytest.fixture
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path / "cache"))
    prop_model.cache_clear()


@pytest.mark.usefixtures("_own_cache")
def test_builds_what_is_missing_and_nothing_twice() -> None:
    names = ["notice_board", "traffic_cone"]
    told: list[float] = []
    count = build_assets(names, lambda done, what: told.append(done), workers=1)
    assert count == len(pieces(names)) > 3
    assert told == sorted(told) and told[-1] == 1.0
    files = sorted(cache_dir().glob("props/*.npz"))
    assert len(files) == count
    missing, damaged, *others = files
    whole = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}
    missing.unlink()
    damaged.write_bytes(damaged.read_bytes()[:-100])
    build_assets(names, workers=1)
    assert sorted(cache_dir().glob("props/*.npz")) == files
    assert all(path.stat().st_mtime_ns == whole[path][0] for path in others)
    assert len(damaged.read_bytes()) == len(whole[damaged][1]) and len(missing.read_bytes()) == len(whole[missing][1])


@pytest.mark.usefixtures("_own_cache")
def test_entries_of_older_programs_go_in_the_end() -> None:
    build_assets(["gauge"], workers=1)
    later = ManualClock(datetime.now(UTC) + KEPT + timedelta(days=1))
    left_behind = cache_dir() / "props" / "0000.npz"
    left_behind.write_bytes(b"from an older program")
    build_assets(["gauge"], workers=1, clock=later)
    assert not left_behind.exists()


@pytest.mark.usefixtures("_own_cache")
def test_builds_in_processes_of_its_own() -> None:
    names = ["notice_board", "barrier_fence", "switch_box", "steel_bundle"]
    assert len(_batches(pieces(names), [])) > 1
    count = build_assets(names, workers=2)
    assert len(list(cache_dir().glob("props/*.npz"))) == count == len(pieces(names))


def test_work_is_shared_out_evenly_and_shapes_are_built_once() -> None:
    batches = _batches(pieces(), [])
    props = [sum(_work(piece) for piece in batch) for batch in batches if batch[0].kind == "prop"]
    assert max(props) <= PORTION and min(props[:-1]) > PORTION / 3
    people = [batch[0] for batch in batches if batch[0].kind == "person"]
    assert len({_shape_of(person) for person in people}) == len(people)


def test_everything_in_the_registry_is_a_piece() -> None:
    named = {(piece.kind, piece.name) for piece in pieces()}
    assert {("prop", name) for name in registry().props} <= named
    assert {("place", name) for name in registry().places} <= named
    assert {("person", name) for name in registry().characters} <= named


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UsageError) as told:
        build_assets(["pump_unit", "flying_carpet"])
    assert "flying_carpet" in told.value.message("zh") and "pump_unit" not in told.value.message("zh")


def test_a_portrait_shows_the_model_before_its_backdrop() -> None:
    model = prop_model("extinguisher_pair", PropRequest("ok", "stand"))
    picture = portrait(model, framing(model), (80, 60), oversize=1).astype(int)
    red = (picture[..., 0] > 110) & (picture[..., 1] < 80)
    assert 0.1 < red.mean() < 0.7
    rows, columns = np.nonzero(red)
    assert abs(columns.mean() - 40) < 12 and abs(rows.mean() - 30) < 14


def test_a_portrait_sees_through_wire() -> None:
    fence = prop_model("barrier_fence", PropRequest("closed"))
    shot = Shot((0.0, 3.0, 0.65), (0.0, 0.0, 0.65), 20.0)
    with_wire = portrait(fence, shot, (180, 120), oversize=2, floor=False).astype(int)
    yellow = (with_wire[..., 0] - with_wire[..., 2]) > 40
    assert 0.02 < yellow.mean() < 0.6


@pytest.mark.usefixtures("_own_cache")
def test_a_sheet_shows_every_exhibit_of_its_group_and_stays_small(tmp_path: Path) -> None:
    told: list[float] = []
    groups = {"signs": library_groups()["signs"][:7], "electrical": library_groups()["electrical"][:2]}
    written = draw_sheets(tmp_path, groups, "zh", lambda done, what: told.append(done), workers=1)
    assert [path.name for path in written] == ["signs.jpg", "electrical.jpg"]
    assert told == sorted(told) and told[-1] == 1.0
    for path, rows in zip(written, (2, 1), strict=True):
        assert path.stat().st_size < LARGEST
        with Image.open(path) as sheet:
            assert sheet.width > 1500 and sheet.height > rows * SIZE[1]
            assert np.asarray(sheet.convert("L")).std() > 10


@pytest.mark.usefixtures("_own_cache")
def test_a_sheet_fits_the_documents_however_many_there_are(tmp_path: Path) -> None:
    noise = np.random.default_rng(4).integers(0, 255, (SIZE[1], SIZE[0], 3), np.uint8)
    cell = Noisy(as_jpeg(noise))
    (path,) = draw_sheets(tmp_path, {"textures": [cell] * 24}, workers=1)
    assert path.stat().st_size < 1.6 * LARGEST, "noise is the worst that can be drawn"


@dataclass(frozen=True)
class Noisy:
    """An exhibit that no compression makes small."""

    jpeg: bytes
    name: str = "noise"
    look: str = ""

    def title(self, lang: Lang) -> str:
        return "A title far too long for the narrow cell under which it is written by anyone"

    def facts(self, lang: Lang) -> str:
        return ""

    def picture(self) -> bytes:
        return self.jpeg


def test_groups_hold_the_whole_registry_and_have_titles() -> None:
    groups = library_groups()
    listed = registry()
    shown = {exhibit.name for exhibits in groups.values() for exhibit in exhibits}
    assert {*listed.props, *listed.characters, *listed.poses, *listed.signs} <= shown
    for name, exhibits in groups.items():
        assert text(f"assets.groups.{name}", "zh") != text(f"assets.groups.{name}", "en")
        for exhibit in exhibits:
            assert exhibit.title("zh") and exhibit.title("en")
    looks = [(exhibit.name, exhibit.look) for exhibit in groups["electrical"]]
    assert ("cable_run", "pump.copper_showing") in looks and len(looks) == len(set(looks))

"""A van's own scenarios: offered beside the bank, published only when proved, replaced while the van runs."""

from __future__ import annotations

import asyncio
import pickle
import zipfile
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest

import scenarios
from common.errors import DataError
from kiosk.own_scenarios import NoAuthor, NotProved, OwnIdTaken, export, publish
from kiosk.shelf import Shelf
from scenarios.errors import ScenarioInvalid
from scenarios.loader import BANK
from scenarios.starter import starter
from scoring import score
from sim.check.perfect_trainee import perfect_trainee
from sim.log import read_log
from sim.play import play_headless
from sim.trainees import scripted
from tests.glb_writer import block, write_glb

PROVED = (BANK / "electrocution-temporary-power.yaml").read_text("utf-8")
OWN = starter("our-yard")


@pytest.fixture(autouse=True)
def quick_proofs(monkeypatch: pytest.MonkeyPatch) -> None:
    """One proof stands for all: they are tried elsewhere, and take seconds."""
    monkeypatch.setattr("sim.check.prove", lambda context: iter([perfect_trainee(context)]))


def test_what_is_proved_is_published_with_version_and_author(tmp_path: Path) -> None:
    first = publish(OWN, " 王师傅 ", tmp_path)
    assert (first.id, first.version, first.path) == ("our-yard", 1, tmp_path / "our-yard" / "our-yard.yaml")
    loaded = scenarios.load(first.path)
    assert (loaded.scenario.version, loaded.scenario.author, loaded.hash) == (1, "王师傅", first.hash)
    written = first.path.read_text("utf-8")
    assert written.replace("version: 1\nauthor: 王师傅\n", "") == OWN, "every comment is where it was"


def test_the_edition_before_is_kept(tmp_path: Path) -> None:
    first = publish(OWN, "王", tmp_path).path.read_bytes()
    second = publish(OWN.replace("minutes: 2", "minutes: 4", 1), "李", tmp_path)
    third = publish(second.path.read_text("utf-8"), "李", tmp_path)
    assert (second.version, third.version) == (2, 3)
    earlier = tmp_path / "our-yard" / "earlier"
    assert (earlier / "our-yard@1.yaml").read_bytes() == first
    assert scenarios.load(earlier / "our-yard@2.yaml").hash == second.hash
    assert [path.name for path in tmp_path.iterdir()] == ["our-yard"], "nothing is left lying about"


@pytest.mark.parametrize(
    ("text", "author", "error"),
    [
        (OWN.replace("minutes: 2", "minutes: many", 1), "王", ScenarioInvalid),
        (OWN + "  - [", "王", ScenarioInvalid),
        (PROVED, "王", OwnIdTaken),
        (OWN, "  ", NoAuthor),
        (OWN, "王" * 61, ScenarioInvalid),
    ],
)
def test_what_may_not_be_published_changes_nothing(
    text: str, author: str, error: type[DataError], tmp_path: Path
) -> None:
    before = publish(OWN, "王", tmp_path).path.read_bytes()
    with pytest.raises(error):
        publish(text, author, tmp_path)
    assert (tmp_path / "our-yard" / "our-yard.yaml").read_bytes() == before
    assert not (tmp_path / "our-yard" / "earlier").exists()


def test_what_is_not_proved_is_refused_with_its_lines(tmp_path: Path) -> None:
    text = OWN.replace("window: [0, 60]", "window: [0, 1.5]", 1)
    with pytest.raises(NotProved) as refused:
        publish(text, "王", tmp_path)
    (line, *_) = refused.value.message("zh").splitlines()[1:]
    number = int(line.split(":")[0])
    assert "[0, 1.5]" in text.splitlines()[number - 1]
    assert not list(tmp_path.iterdir())


def with_a_press(folder: Path) -> str:
    write_glb(folder / "models" / "press.glb", *block(1.2, 1.8, 0.9))
    return OWN.replace("\nprops:\n", "\nprops:\n  press: {prop: ./models/press.glb, at: [6.0, 6.0]}\n", 1)


def test_its_models_go_with_it(tmp_path: Path) -> None:
    drafts, published = tmp_path / "drafts", tmp_path / "published"
    text = with_a_press(drafts)
    done = publish(text, "王", published, beside=drafts)
    model = done.path.parent / "models" / "press.glb"
    assert model.read_bytes() == (drafts / "models" / "press.glb").read_bytes()
    packed = export(done.path.read_text("utf-8"), done.path.parent)
    assert packed.name == "our-yard.zip"
    with zipfile.ZipFile(BytesIO(packed.content)) as archive:
        archive.extractall(tmp_path / "elsewhere")
    assert scenarios.load(tmp_path / "elsewhere" / "our-yard.yaml").hash == done.hash
    assert publish(OWN, "王", published).version == 2
    assert export(OWN, done.path.parent).content == OWN.encode("utf-8")


# --- on the shelf --------------------------------------------------------------------------------


def test_a_bad_file_hides_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    publish(OWN, "王", folder)
    (folder / "broken.yaml").write_text(OWN.replace("place: ", "plaice: ", 1), "utf-8")
    (folder / "same.yaml").write_text(PROVED, "utf-8")
    shelf = Shelf(tmp_path / "kept", ["electrocution-temporary-power"], [folder, tmp_path / "nowhere"])
    assert list(shelf.offers) == ["electrocution-temporary-power", "our-yard"]
    told = {bad.path.name: bad.error for bad in shelf.bad_files}
    assert set(told) == {"broken.yaml", "same.yaml"}
    assert "broken.yaml:" in told["broken.yaml"].message("zh") and "place" in told["broken.yaml"].message("zh")
    assert "electrocution-temporary-power" in told["same.yaml"].message("zh")


def test_sessions_of_an_earlier_edition_are_still_scored(tmp_path: Path) -> None:
    drafts, folder, kept = tmp_path / "drafts", tmp_path / "ours", tmp_path / "kept"
    first = publish(with_a_press(drafts), "王", folder, beside=drafts)
    old = Shelf(kept, [], [folder]).offers["our-yard"].loaded
    log_path = tmp_path / "log.jsonl"
    result = play_headless(old, scripted("random", old.scenario, 1), log_path, scorer=score, seed=1)
    write_glb(drafts / "models" / "press.glb", *block(2, 2, 2))
    second = publish(with_a_press(drafts).replace("minutes: 2", "minutes: 4", 1), "王", folder, beside=drafts)
    shelf = Shelf(kept, [], [folder])
    assert shelf.offers["our-yard"].loaded.hash == second.hash != first.hash
    log = read_log(log_path)
    assert score(log, shelf.played(log.header).scenario).total == result.score


class Ready:
    """A screen on which everything is ready at once."""

    def __init__(self) -> None:
        self.prepared: list[str] = []

    async def prepare(self, path: Path, pictures: Path | None = None) -> AsyncIterator[float]:
        self.prepared.append(path.stem)
        yield 1.0


def test_what_is_published_is_offered_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        shelf, screen = Shelf(tmp_path / "kept", ["highway-breakdown-second-crash"]), Ready()
        await shelf.prepare(screen, None)
        waiting = asyncio.create_task(shelf.another())
        await shelf.add(publish(OWN, "王", tmp_path / "ours").path)
        await asyncio.wait_for(waiting, 5)
        assert not shelf.offers["our-yard"].ready
        await shelf.prepare(screen, None)
        assert shelf.offers["our-yard"].ready
        assert screen.prepared == ["highway-breakdown-second-crash", "our-yard"]
        await shelf.add(publish(OWN, "李", tmp_path / "ours").path)
        assert shelf.offers["our-yard"].loaded.scenario.version == 2
        shelf.unavailable("the screen is gone")
        await shelf.add(publish(OWN, "李", tmp_path / "ours").path)
        assert shelf.offers["our-yard"].trouble == "the screen is gone"

    asyncio.run(run())


def test_a_refusal_comes_back_from_another_process_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(ScenarioInvalid) as wrong:
        publish(OWN + "  - [", "王", tmp_path)
    again = pickle.loads(pickle.dumps(wrong.value))
    assert type(again) is ScenarioInvalid and again.faults == wrong.value.faults
    assert again.message("zh") == wrong.value.message("zh")

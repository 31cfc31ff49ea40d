"""The scenarios that a van sends to its headsets: unpacked as they were, and nothing else is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import scenarios
from common.errors import DataError
from kiosk.own_scenarios import export
from kiosk.remote.provision import MOST_FILES, PackageWrong, Provision, ScenarioDiffers
from scenarios import LoadedScenario
from scenarios.starter import starter
from sim.log.events import Header
from sim.play import header_of
from tests.glb_writer import block, write_glb

BANK = "electrocution-temporary-power"


@pytest.fixture
def provision(tmp_path: Path) -> Provision:
    return Provision(tmp_path / "scenarios")


@pytest.fixture
def own(tmp_path: Path) -> LoadedScenario:
    """A van's own scenario, with a model of its own."""
    folder = tmp_path / "own"
    (folder / "models").mkdir(parents=True)
    write_glb(folder / "models" / "press.glb", *block(1.2, 1.8, 0.9))
    text = starter("our-yard").replace(
        "\nprops:\n", "\nprops:\n  press: {prop: ./models/press.glb, at: [6.0, 6.0]}\n", 1
    )
    path = folder / "our-yard.yaml"
    path.write_text(text, "utf-8")
    return scenarios.load(path)


def header(loaded: LoadedScenario, **changes: object) -> Header:
    return header_of(loaded, station="VR-1", kind="ray").model_copy(update=changes)


def sent(loaded: LoadedScenario) -> bytes:
    return export(loaded.path.read_text("utf-8"), loaded.path.parent).content


def test_what_is_in_the_bank_of_both_is_not_sent(provision: Provision) -> None:
    loaded = scenarios.load(BANK)
    assert provision.bank(header(loaded)).path == loaded.path
    assert provision.kept(header(loaded)).hash == loaded.hash
    assert provision.bank(header(loaded, scenario_hash="sha256:" + "0" * 64)) is None, "another edition of it"


def test_an_own_scenario_comes_with_what_belongs_to_it(provision: Provision, own: LoadedScenario) -> None:
    wanted = header(own)
    assert provision.kept(wanted) is None
    taken = provision.take_in(wanted, sent(own))
    assert taken.hash == own.hash and taken.path != own.path
    assert (taken.path.parent / "models" / "press.glb").is_file()
    assert provision.kept(wanted).hash == own.hash, "it is there at the next start, without the van"
    assert provision.take_in(wanted, sent(own)).hash == own.hash, "it may come again"


def test_another_scenario_than_was_handed_out_is_not_used(provision: Provision, own: LoadedScenario) -> None:
    with pytest.raises(ScenarioDiffers):
        provision.take_in(header(own), starter("our-yard").encode())
    assert provision.kept(header(own)) is None


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("name", ["../outside.yaml", "/outside.yaml", "C:/outside.yaml", "a\\..\\..\\outside.yaml"])
def test_nothing_is_written_outside_its_folder(
    provision: Provision, own: LoadedScenario, tmp_path: Path, name: str
) -> None:
    before = set(tmp_path.rglob("*"))
    with pytest.raises(PackageWrong):
        provision.take_in(header(own), packed({"our-yard.yaml": b"x", name: b"x"}))
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda content: content[:-30],
        lambda content: packed({f"{k}.txt": b"" for k in range(MOST_FILES + 1)}),
        lambda content: packed({"another.yaml": b"x"}),
        lambda content: b"\x00\xff" * 100,
    ],
)
def test_a_package_that_is_spoilt_is_a_sentence(
    provision: Provision, own: LoadedScenario, tmp_path: Path, spoilt: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(DataError) as fault:
        provision.take_in(header(own), spoilt(sent(own)))
    assert "our-yard" in fault.value.message("zh")
    assert list(tmp_path.glob("scenarios/*")) == []


def test_a_package_that_would_grow_too_large(
    provision: Provision, own: LoadedScenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.remote.provision.LARGEST_SCENARIO", 1000)
    with pytest.raises(PackageWrong):
        provision.take_in(header(own), packed({"our-yard.yaml": b"x" * 1001}))

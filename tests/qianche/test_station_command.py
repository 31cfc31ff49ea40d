"""``qianche station`` says in a sentence what it lacks before it shows anything in a headset."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from common.errors import EnvironmentLacks, UsageError
from kiosk.remote import finding
from kiosk.remote.finding import FoundVan
from kiosk.remote.membership import MembershipDamaged, PairingFailed
from qianche.commands.station import FOLDER, station
from tests.kiosk.headset_network import free_port


@pytest.fixture
def nobody() -> str:
    """An address at which nobody answers."""
    return f"http://127.0.0.1:{free_port()}"


def test_a_computer_that_is_not_paired_needs_a_code(
    tmp_path: Path, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(UsageError) as fault:
        station(kiosk=nobody, data=tmp_path)
    assert "qianche station --code" in fault.value.message("zh")


def test_a_code_of_another_shape(tmp_path: Path, nobody: str) -> None:
    with pytest.raises(PairingFailed):
        station(kiosk=nobody, code="12 34", data=tmp_path)


def test_nobody_answers(tmp_path: Path, nobody: str) -> None:
    with pytest.raises(EnvironmentLacks) as fault:
        station(kiosk=nobody, code="123456", data=tmp_path)
    assert nobody in fault.value.message("en") and fault.value.exit_code == 3
    assert not (tmp_path / FOLDER).exists()


def test_a_van_must_be_chosen_where_there_are_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def several() -> list[FoundVan]:
        return [FoundVan("van-1", "http://192.168.8.2:8300"), FoundVan("van-2", "http://192.168.8.3:8300")]

    monkeypatch.setattr(finding, "found_vans", several)
    with pytest.raises(UsageError) as fault:
        station(code="123456", data=tmp_path)
    assert "van-1 http://192.168.8.2:8300" in fault.value.message("en")


def test_a_pairing_that_cannot_be_read(tmp_path: Path, nobody: str) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "membership.json").write_text("{", "utf-8")
    with pytest.raises(MembershipDamaged):
        station(kiosk=nobody, data=tmp_path)

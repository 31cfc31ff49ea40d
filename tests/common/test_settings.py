"""Settings come from the file, are overruled by the environment, and say what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from common.errors import UsageError
from common.settings import load_settings


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qianche.toml").write_text('van_id = "from-file"\nport = 9000\n', "utf-8")
    monkeypatch.setenv("QIANCHE_VAN_ID", "from-environment")
    settings = load_settings(tmp_path)
    assert (settings.van_id, settings.port) == ("from-environment", 9000)


def test_what_is_given_wins_over_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_PORT", "9000")
    assert load_settings(tmp_path, port=9100).port == 9100


def test_stations_in_the_environment_are_parted_by_commas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_STATIONS", "left,right")
    assert load_settings(tmp_path).stations == ["left", "right"]


def test_folders_in_the_environment_are_parted_as_paths_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [tmp_path / "one, two", tmp_path / "three"]
    monkeypatch.setenv("QIANCHE_SCENARIO_FOLDERS", os.pathsep.join(map(str, folders)))
    assert load_settings(tmp_path).scenario_folders == folders


def test_an_unknown_name_in_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "qianche.toml").write_text("prot = 9000\n", "utf-8")
    with pytest.raises(UsageError, match="prot"):
        load_settings(tmp_path)


def test_a_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "qianche.toml").write_text("port = \n", "utf-8")
    with pytest.raises(UsageError, match="line 1"):
        load_settings(tmp_path)


def test_how_headsets_are_used_is_a_table_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "qianche.toml").write_text('[comfort]\nhand = "left"\nturn = 45\n', "utf-8")
    comfort = load_settings(tmp_path).comfort
    assert (comfort.hand, comfort.turn, comfort.vignette) == ("left", 45, True)
    (tmp_path / "qianche.toml").write_text("[comfort]\nturn = 40\n", "utf-8")
    with pytest.raises(UsageError, match=r"comfort\.turn"):
        load_settings(tmp_path)

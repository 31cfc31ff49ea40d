"""What headset a machine has is told in sentences."""

from __future__ import annotations

import pytest
import typer

from qianche.commands.station import station
from sim.xr.probe import probe
from tests.xr.mock_runtime import MockRuntime


def test_a_headset_that_is_ready(runtime: MockRuntime) -> None:
    found = probe()
    assert (found.runtime, found.headset, found.trouble) == ("Mock runtime", "Mock headset", None)
    assert found.opengl
    told = " ".join(found.sentences("en"))
    assert "Mock headset" in told and "bare hands" in told and "Ready" in told
    assert all("{" not in line for line in found.sentences("zh"))


def test_a_runtime_without_a_headset(runtime: MockRuntime) -> None:
    runtime.set(has_headset=0)
    found = probe()
    assert found.headset is None and found.trouble.reason == "not_connected"
    assert "Connect it and switch it on" in found.sentences("en")[-1]


def test_a_runtime_without_opengl(runtime: MockRuntime) -> None:
    runtime.offer("XR_KHR_opengl_enable", False)
    found = probe()
    assert found.headset == "Mock headset" and found.trouble.reason == "no_opengl"


def test_no_runtime(runtime: MockRuntime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XR_RUNTIME_JSON", str(runtime.manifest.with_name("nothing.json")))
    found = probe()
    assert found.runtime is None and found.trouble.reason == "no_runtime"
    assert found.sentences("zh") == [found.trouble.message("zh")]


def test_the_command_line_tells_it_and_ends_as_it_is(runtime: MockRuntime, capsys: pytest.CaptureFixture[str]) -> None:
    station(probe=True)
    assert "Mock headset" in capsys.readouterr().out
    runtime.set(has_headset=0)
    with pytest.raises(typer.Exit) as ended:
        station(probe=True)
    assert ended.value.exit_code == 3

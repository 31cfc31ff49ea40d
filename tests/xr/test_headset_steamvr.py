"""What SteamVR on Linux is known for: it does not come back from giving its instance up."""

from __future__ import annotations

import sys

import pytest

from sim.xr import instance
from sim.xr.headset import Headset
from sim.xr.probe import probe
from tests.xr.mock_runtime import MockRuntime
from tests.xr.painted import Open, frames


def called(runtime: MockRuntime, name: str) -> int:
    return sum(call.name == name for call in runtime.calls)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="on Windows SteamVR gives its instance up")
def test_its_instance_is_kept_for_the_next_headset(
    runtime: MockRuntime, open_headset: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(instance, "_UNENDING", "Mock runtime")
        assert probe().headset == "Mock headset"
        first: Headset = open_headset()
        frames(first, 4)
        first.close()
        assert set(runtime.alive) == {"instance"}
        again: Headset = open_headset()
        assert frames(again, 4).focused
    assert (called(runtime, "xrCreateInstance"), called(runtime, "xrDestroyInstance")) == (1, 0)
    again.close()
    assert called(runtime, "xrDestroyInstance") == 1

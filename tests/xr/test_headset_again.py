"""The tests of the headset once more, each time in a process of their own: under OpenXR's core validation layer,
and with a window on a screen, where OpenGL comes by GLX."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from xr.platform_folder import platform_folder
from xr.resources import resource_filename

from tests.xr.conftest import WINDOWED

HERE = Path(__file__).parent
WITHOUT_SCENES = [f"test_headset_{subject}.py" for subject in ("opening", "states", "hands")]
WITH_SCENES = ["test_headset_pictures.py"]
OF_THE_CONTEXT = "byte or parallax or disorder"
"""Those of them in which it matters how OpenGL comes."""
RAN = re.compile(r"(\d+) passed")


def run_again(files: list[str], environment: dict[str, str], chosen: str = "") -> int:
    """How many tests of the ``files`` pass, of all or of those ``chosen`` by their names; all must."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", chosen]
    command += [str(HERE / name) for name in files]
    ran = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout[-4000:]
    return int(RAN.search(ran.stdout).group(1))


def test_the_core_validation_layer_finds_no_fault(tmp_path: Path) -> None:
    told = tmp_path / "validation.txt"
    layer = {
        "XR_ENABLE_API_LAYERS": "XR_APILAYER_LUNARG_core_validation",
        "XR_API_LAYER_PATH": resource_filename("xr.api_layer", platform_folder()[0]),
        "XR_CORE_VALIDATION_EXPORT_TYPE": "text",
        "XR_CORE_VALIDATION_FILE_NAME": str(told),
    }
    passed = run_again(WITHOUT_SCENES + WITH_SCENES, layer)
    lines = told.read_text(encoding="utf-8").splitlines()
    began = [line for line in lines if "VUID-CoreValidation-Initialize" in line]
    assert len(began) >= passed * 0.9 > 50, "the layer was not there in most tests"
    assert [line for line in lines if "VALID_DEBUG" not in line and "VALID_INFO" not in line] == []


@pytest.fixture
def screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="GLX is Linux's")
def test_pictures_come_through_glx_as_well(screen: str) -> None:
    assert run_again(WITH_SCENES, {"DISPLAY": screen, WINDOWED: "1"}, OF_THE_CONTEXT) == 6

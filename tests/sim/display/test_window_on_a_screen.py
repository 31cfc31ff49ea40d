"""The window on a real screen (a virtual one), seen by somebody else's program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import ImageGrab

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is a screen of Linux")

SHOWS_RED = """
import numpy as np
from sim.display.window import Window
from sim.render.graphics import Graphics
graphics = Graphics(windowed=True)
window = Window(graphics, "test")
picture = np.zeros((720, 1280, 4), np.uint8)
picture[..., 2], picture[..., 3] = 220, 255
picture[:360, ..., 1] = 220
window.show(picture)
print("shown", flush=True)
input()
graphics.close()
"""


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a virtual screen of 1366 x 768."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_a_picture_is_seen_in_the_window_the_right_way_up(screen: str) -> None:
    window = subprocess.Popen(
        [sys.executable, "-c", SHOWS_RED],
        env=os.environ | {"DISPLAY": screen},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert window.stdout.readline() == "shown\n"
    seen = np.asarray(ImageGrab.grab(xdisplay=screen)).astype(int)
    window.communicate("\n", timeout=60)
    assert window.returncode == 0
    red = (seen[..., 0] > 180) & (seen[..., 2] < 60)
    yellow = red & (seen[..., 1] > 180)
    assert red.sum() == 1280 * 720
    assert yellow.sum() == 1280 * 360
    rows = np.nonzero(red.any(1))[0]
    assert yellow[rows[0]].any(), "the upper half of the picture is above"
    assert not yellow[rows[-1]].any()

"""Pictures of a log: the right moments, and in each what was to be seen then."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.display.replay_stills import AFTER, SIZE, START, moments_that_matter, seen_at
from sim.display.stills import Stills
from sim.log import Log, read_log
from sim.log.events import Flag
from sim.render.graphics import Graphics
from sim.world.compose import compose
from tests.sim.logs import write_log
from tests.sim.small_world import SmallLibrary, small_scenario

FLAGGED = 5.0


@pytest.fixture
def log(tmp_path: Path) -> Log:
    flag = Flag(t=FLAGGED, target="sign", problem="damaged-or-missing")
    return read_log(write_log(tmp_path / "log.jsonl", (flag,), end=30.0))


def test_the_moments_are_the_start_and_what_happened(log: Log) -> None:
    moments = moments_that_matter(log, small_scenario())
    assert moments[:2] == [START, FLAGGED + AFTER]
    assert moments == sorted(moments)
    assert moments[-1] <= log.last_time


def test_the_sign_is_mended_in_the_picture_after_it_was_flagged(log: Log, graphics: Graphics) -> None:
    stills = Stills(graphics, compose(small_scenario(), SmallLibrary()), SIZE, samples=0)
    before, after = seen_at(stills, log, FLAGGED - 1), seen_at(stills, log, FLAGGED + 3)
    stills.close()
    assert before.shape == (SIZE[1], SIZE[0], 3)
    assert _red(before) > 500
    assert _red(after) == 0
    # The count of what was found is told over the picture, and it has changed.
    corner = np.s_[14:58, 16:206]
    assert (before[corner] != after[corner]).any()


def _red(picture: np.ndarray) -> int:
    """How many pixels are clearly red."""
    r, g, b = (picture[..., k].astype(int) for k in range(3))
    return int(((r > 90) & (r > 2 * g) & (r > 2 * b)).sum())

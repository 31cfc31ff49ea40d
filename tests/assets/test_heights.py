"""Heights of the ground asked for one at a time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from assets.modelling.heights import HeightField

FIELD = HeightField((-1.0, 0.0), 0.5, np.random.default_rng(3).random((9, 7)).astype(np.float32))


@given(some.floats(-3, 9), some.floats(-3, 9))
def test_one_height_is_that_of_the_field(x: float, y: float) -> None:
    assert FIELD.at(x, y) == pytest.approx(float(FIELD(np.array([x]), np.array([y]))[0]), abs=1e-5)

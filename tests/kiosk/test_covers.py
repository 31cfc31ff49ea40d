"""Before a van has drawn its own pictures, every scenario of the bank has one to show."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from kiosk.van import COVERS
from scenarios import bank


@pytest.mark.parametrize("scenario", bank())
def test_every_scenario_has_a_cover(scenario: str) -> None:
    with COVERS.joinpath(f"{scenario}.jpg").open("rb") as file:
        picture = Image.open(file).convert("RGB")
    assert picture.size == (960, 540)
    assert np.asarray(picture).std() > 25, "a picture of something, not a plain field"


def test_there_is_no_cover_without_a_scenario() -> None:
    assert {path.name.removesuffix(".jpg") for path in COVERS.iterdir()} == set(bank())

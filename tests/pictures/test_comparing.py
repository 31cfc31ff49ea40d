"""The comparison itself: it lets rounding pass and nothing that a person would see."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.pictures import comparing
from tests.pictures.comparing import difference, must_match, shows_something


@pytest.fixture
def picture() -> np.ndarray:
    """A picture of soft hills."""
    x, y = np.meshgrid(np.linspace(0, 6, 320), np.linspace(0, 4, 180))
    waves = [np.sin(x * (k + 1)) * np.cos(y) for k in range(3)]
    return (128 + 60 * np.stack(waves, -1)).astype(np.uint8)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "REFERENCE", tmp_path / "reference")
    monkeypatch.setattr(comparing, "ARTEFACTS", tmp_path / "artefacts")


def test_noise_of_rounding_and_edges_passes(picture: np.ndarray) -> None:
    noise = np.random.default_rng(1).integers(-6, 7, picture.shape)
    assert difference(np.clip(picture + noise, 0, 255).astype(np.uint8), picture).small
    assert difference(np.roll(picture, 1, axis=1), picture).small


def test_a_missing_thing_and_a_tint_do_not_pass(picture: np.ndarray) -> None:
    gone = picture.copy()
    gone[60:90, 100:140] = (200, 30, 30)
    assert not difference(gone, picture).small
    assert not difference((picture * 0.9).astype(np.uint8), picture).small


@pytest.mark.parametrize("value", [0, 255, 90])
def test_a_frame_of_one_colour_fails_even_when_renewing(value: int) -> None:
    flat = np.full((180, 320, 3), value, np.uint8)
    assert not shows_something(flat)
    with pytest.raises(AssertionError, match="one colour"):
        must_match("flat", flat, renew=True)
    assert not (comparing.REFERENCE / "flat.png").exists()


def test_a_failure_leaves_three_pictures_and_renewing_mends_it(picture: np.ndarray) -> None:
    must_match("hills", picture, renew=True)
    must_match("hills", picture, renew=False)
    other = picture[::-1].copy()
    with pytest.raises(AssertionError, match="renew-pictures"):
        must_match("hills", other, renew=False)
    assert sorted(path.name for path in comparing.ARTEFACTS.iterdir()) == [
        "hills-difference.png", "hills-expected.png", "hills-seen.png",
    ]  # fmt: skip
    must_match("hills", other, renew=True)
    must_match("hills", other, renew=False)


def test_a_picture_that_nobody_kept_fails(picture: np.ndarray) -> None:
    with pytest.raises(AssertionError, match="no picture is kept"):
        must_match("hills", picture, renew=False)

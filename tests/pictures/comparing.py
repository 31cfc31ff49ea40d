"""Pictures compared with those kept beside the tests.

Other versions of the software renderer round differently and smooth edges differently, so both pictures are
reduced before they are compared: what counts is what a person would see, not the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

REFERENCE = Path(__file__).parent / "reference"
ARTEFACTS = Path("artefacts") / "pictures"
BLOCK = 4
MEAN, FAR = 3.0, 26.0
FAR_SHARE = 0.012
"""A picture is another one when its mean differs by more than ``MEAN`` of 255, or when more than
``FAR_SHARE`` of its blocks differ by more than ``FAR``."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True)
class Difference:
    mean: float
    far: float
    """The share of blocks that differ much."""

    @property
    def small(self) -> bool:
        return self.mean <= MEAN and self.far <= FAR_SHARE


def reduced(picture: Picture) -> NDArray[np.float64]:
    """The picture (h, w, 3) as means of blocks."""
    h, w = (side // BLOCK * BLOCK for side in picture.shape[:2])
    blocks = picture[:h, :w, :3].astype(float).reshape(h // BLOCK, BLOCK, w // BLOCK, BLOCK, 3)
    return blocks.mean((1, 3))


def difference(seen: Picture, expected: Picture) -> Difference:
    """How much two pictures (h, w, 3) of the same size differ."""
    away = np.abs(reduced(seen) - reduced(expected)).max(-1)
    return Difference(float(away.mean()), float((away > FAR).mean()))


def shows_something(picture: Picture) -> bool:
    """Whether it is more than black, white or one colour: many tones, over most of its area."""
    tones = reduced(picture)
    spread = tones.std((0, 1)).max()
    common = np.unique((tones // 8).astype(int).reshape(-1, 3), axis=0, return_counts=True)[1].max()
    return bool(spread > 6 and common < 0.75 * tones.shape[0] * tones.shape[1])


def must_match(name: str, seen: Picture, *, renew: bool) -> None:
    """Fail when a picture is not the kept one; then the two and their difference lie under ``artefacts``.

    With ``renew`` it is kept instead, if it shows anything.
    """
    assert shows_something(seen), f"{name}: the picture is black, white or of one colour"
    kept = REFERENCE / f"{name}.png"
    if renew:
        kept.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(seen).save(kept, optimize=True)
        return
    assert kept.is_file(), f"{name}: no picture is kept; run pytest with --renew-pictures and look at {kept}"
    expected = np.asarray(Image.open(kept).convert("RGB"))
    assert expected.shape == seen.shape, f"{name}: {seen.shape} instead of {expected.shape}"
    found = difference(seen, expected)
    if not found.small:
        _explain(name, seen, expected)
    assert found.small, (
        f"{name}: differs by {found.mean:.1f} of 255 on the whole (at most {MEAN}) and much in {found.far:.1%} of it "
        f"(at most {FAR_SHARE:.1%}); see {ARTEFACTS}; if it is meant to, run pytest with --renew-pictures"
    )


def _explain(name: str, seen: Picture, expected: Picture) -> None:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    away = np.clip(np.abs(seen[..., :3].astype(int) - expected) * 3, 0, 255).astype(np.uint8)
    for kind, picture in (("seen", seen), ("expected", expected), ("difference", away)):
        Image.fromarray(picture).save(ARTEFACTS / f"{name}-{kind}.png")

"""Sizes are said as people know them, and never as more than they are."""

from __future__ import annotations

import pytest

from common.sizes import shown_size


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 B"),
        (1023, "1,023 B"),
        (1024, "1 KB"),
        (64 * 1024, "64 KB"),
        (1024 * 1024 - 1, "1,023.9 KB"),
        (16 * 1024 * 1024, "16 MB"),
        (1024 * 1024 * 3 // 2, "1.5 MB"),
        (5 * 1024**4, "5,120 GB"),
    ],
)
def test_sizes_are_said_in_the_largest_unit_that_fits(count: int, said: str) -> None:
    assert shown_size(count) == said

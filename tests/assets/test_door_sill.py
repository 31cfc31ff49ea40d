"""The bathroom door's sill: what a foot meets."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.props.door_sill import door_sill


def heights(state: str) -> np.ndarray:
    """Points (n, 3) of the sill in a state, highest first."""
    points = np.concatenate([mesh.position for mesh in door_sill(PropRequest(state)).meshes.values()])
    return points[np.argsort(-points[:, 2])]


def test_the_worn_sill_is_a_step_of_three_centimetres() -> None:
    points = heights("worn")
    assert 0.03 < points[0, 2] < 0.04
    at_the_edge = points[np.abs(points[:, 1]) > 0.09]
    assert at_the_edge[:, 2].max() > 0.02, "it rises at once, so a foot catches on it"


def test_ramps_lead_up_to_the_sill() -> None:
    points = heights("ramped")
    far = points[np.abs(points[:, 1]) > 0.29]
    assert len(far) and far[:, 2].max() < 0.012
    assert np.ptp(points[:, 1]) > 0.6

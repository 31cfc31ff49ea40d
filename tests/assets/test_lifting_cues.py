"""The physical cues of lifting and of edges: a slipping load, bricks at the edge, a missing toe board, a torn net."""

from __future__ import annotations

import numpy as np
import pytest

from assets.builders import PropRequest
from assets.mesh import Model
from assets.props_cache import prop_model


def built(name: str, state: str, variant: str | None = None) -> Model:
    return prop_model(name, PropRequest(state, variant))


def points_of(model: Model) -> np.ndarray:
    return np.concatenate([mesh.position for mesh in model.meshes.values()])


def test_one_sling_hangs_askew_and_pipes_slide() -> None:
    level = built("steel_bundle", "two_slings").meshes["opaque"].position
    askew = built("steel_bundle", "one_sling").meshes["opaque"].position
    pipes = askew[askew[:, 2] < 0.9]
    low, high = pipes[pipes[:, 0] < -1.8][:, 2].mean(), pipes[pipes[:, 0] > 1.8][:, 2].mean()
    assert abs(high - low) > 0.4
    assert abs(level[:, 0].min() + 2.07) < 0.05 and np.abs(askew[:, 0]).max() > 2.1


def test_bricks_stand_out_over_the_edge_until_cleared() -> None:
    edge = 0.24

    def reach(state: str) -> float:
        return float(points_of(built("brick_stack", state, "loose"))[:, 1].max())

    assert reach("at_edge") == pytest.approx(edge + 0.06, abs=0.012)
    assert reach("cleared") < edge - 0.05
    fewer = built("brick_stack", "one_fallen", "loose").triangles
    assert fewer < built("brick_stack", "at_edge", "loose").triangles


def test_toe_board_is_missing_only_where_it_should_be() -> None:
    def just_above_deck(state: str) -> bool:
        mesh = built("scaffold_bay", state).meshes["opaque"]
        boards = mesh.position[(mesh.position[:, 2] > 2.12) & (mesh.position[:, 2] < 2.2)]
        return bool((np.abs(boards[:, 0]) > 0.85).any() and len(boards) > 8 and (boards[:, 1] > 0.4).any())

    assert just_above_deck("ok")
    assert not just_above_deck("no_toeboard")


def test_torn_net_lets_a_brick_through() -> None:
    def covered(state: str) -> bool:
        mesh = built("safety_net", state).meshes["veil"]
        middle = mesh.position[mesh.faces].mean(1)
        return bool(((np.abs(middle[:, 0] - 0.4) < 0.35) & (np.abs(middle[:, 2] - 2.2) < 0.3)).any())

    assert covered("ok")
    assert not covered("torn")

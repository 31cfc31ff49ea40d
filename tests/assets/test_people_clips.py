"""How people move: whole bodies, feet that do not slide, falls that end where lying begins."""

from __future__ import annotations

import numpy as np
import pytest

from assets.people.clips import CLIPS, MOTIONS, clips
from assets.people.movements.calm import WALK
from assets.people.poses import CHANNELS, solve
from assets.people.skeleton import ANKLE, INDEX, JOINTS, PARENTS, REST, TO_METRES, TOE
from scenarios.registry import registry

REST_METRES = REST * TO_METRES


@pytest.fixture(scope="module")
def frames() -> dict[str, np.ndarray]:
    return {name: solve(motion.channels()) for name, motion in MOTIONS.items()}


def moved(matrices: np.ndarray, joint: str, offset: np.ndarray | None = None) -> np.ndarray:
    """Where a rest point (by default the joint itself) is in every frame."""
    point = np.append(REST_METRES[INDEX[joint]] if offset is None else offset, 1)
    return (matrices[:, INDEX[joint]] @ point)[:, :3]


def test_there_is_a_clip_for_every_pose_a_scenario_may_name():
    assert set(CLIPS) == set(registry().poses)


def test_bones_keep_their_length_and_joints_stay_together(frames):
    for name, matrices in frames.items():
        turn = matrices[..., :3, :3]
        assert np.abs(turn @ turn.swapaxes(-1, -2) - np.eye(3)).max() < 1e-9, name
        assert np.linalg.det(turn) == pytest.approx(1, abs=1e-9), name
        for joint, parent in zip(JOINTS, PARENTS, strict=True):
            if parent >= 0:
                apart = moved(matrices, joint) - moved(matrices, JOINTS[parent], REST_METRES[INDEX[joint]])
                assert np.linalg.norm(apart, axis=1).max() < 1e-6, (name, joint)


def test_no_clip_jumps_and_loops_close(frames):
    for name, matrices in frames.items():
        ring = np.concatenate([matrices, matrices[:1]]) if MOTIONS[name].loop else matrices
        for joint in ("head", "handR", "handL", "footR", "footL"):
            steps = np.linalg.norm(np.diff(moved(ring, joint), axis=0), axis=1)
            assert steps.max() < 0.30, (name, joint)


def test_a_walking_foot_stands_still_on_the_ground(frames):
    for name in ("walk", "push_trolley"):
        motion, matrices = MOTIONS[name], frames[name]
        count = len(matrices)
        ball_on_ground = np.array([TOE[0], TOE[1], 0]) * TO_METRES
        flat = slice(int(0.14 * count), int(0.30 * count))
        pushing = slice(int(0.36 * count), int(0.58 * count))
        for part in (flat, pushing):
            path = moved(matrices, "toesR", ball_on_ground)[part]
            speed = -np.diff(path[:, 1]) * 30
            assert speed == pytest.approx(motion.speed, rel=0.02), name
            assert np.abs(path[:, 2]).max() < 0.004, name


def test_nothing_slides_that_carries_a_run_a_climb_or_a_crawl(frames):
    """While a foot, a hand or a knee is down it goes back exactly as fast as the body goes on."""
    ways = {
        "run": ("toesR", 1, 0.04, 0.28),
        "climb_ladder": ("footR", 2, 0.05, 0.55),
        "crawl_out": ("shinR", 1, 0.05, 0.5),
    }
    for name, (joint, axis, begin, end) in ways.items():
        motion, matrices = MOTIONS[name], frames[name]
        count = len(matrices)
        path = moved(matrices, joint)[int(begin * count) : int(end * count)]
        assert -np.diff(path[:, axis]).mean() * 30 == pytest.approx(motion.speed, rel=0.12), name


def test_a_climbers_hands_and_feet_are_on_rungs_three_tenths_of_a_metre_apart(frames):
    matrices, motion = frames["climb_ladder"], MOTIONS["climb_ladder"]
    rise = motion.speed * np.arange(len(matrices)) / 30
    for first, second in (("footR", "footL"), ("handR", "handL")):
        stands = []
        for joint, shift in ((first, 0.0), (second, 0.5)):
            still = int((shift + (0.55 if joint.startswith("hand") else 0.05)) % 1 * len(matrices)) + 3
            stands.append((moved(matrices, joint)[still, 2] + rise[still]) / 0.30)
        apart = abs(stands[0] - stands[1])
        assert apart == pytest.approx(round(apart), abs=0.06)
        assert round(apart) % 2 == 1


def test_hands_are_where_the_real_things_are(frames):
    heights = {
        "push_trolley": (0.85, 1.00),
        "seated_drive": (0.85, 1.05),
        "pull_lever": (1.0, 1.15),
        "hold_drill": (0.95, 1.15),
    }
    for name, (low, high) in heights.items():
        height = moved(frames[name], "handR")[:, 2]
        assert low < height.min() and height.max() < high, name
    hips = moved(frames["sit"], "thighR")[:, 2]
    assert 0.45 < hips.min() <= hips.max() < 0.60, "a seat is 0.45 m high"
    assert moved(frames["signal_arm"], "handR")[:, 2].min() > moved(frames["signal_arm"], "head")[:, 2].max()


def test_a_slip_ends_lying_and_takes_about_as_long_as_falling_does(frames):
    fall = frames["slip_fall"]
    assert np.abs(fall[-1] - frames["lie"][0]).max() < 1e-6
    head = moved(fall, "head")[:, 2]
    down = np.argmax(head < 0.5) / 30
    slipping = np.argmax(head < head[0] - 0.05) / 30
    assert 0.25 < down - slipping < 0.8


def test_a_gripping_fist_closes_round_a_bar_and_a_flat_hand_is_flat(frames):
    def bend(name: str) -> float:
        turn = frames[name][0, INDEX["handR"], :3, :3].T @ frames[name][0, INDEX["tipsR"], :3, :3]
        return float(np.degrees(np.arccos((np.trace(turn) - 1) / 2)))

    assert bend("pull_lever") > 110
    assert bend("wave") < 20
    index = frames["point"][0, INDEX["handR"], :3, :3].T @ frames["point"][0, INDEX["index_tipR"], :3, :3]
    assert np.degrees(np.arccos((np.trace(index) - 1) / 2)) < 20, "one points with a stretched forefinger"


def test_the_walks_legs_reach_their_feet():
    """A foot out of the leg's reach would be dragged along by the hip."""
    channels = MOTIONS["walk"].channels()
    matrices = solve(channels)
    for side, sign in (("R", 1), ("L", -1)):
        wanted = (ANKLE * (sign, 1, 1) + channels[f"ankle{side}"]) * TO_METRES
        assert np.abs(moved(matrices, f"foot{side}") - wanted).max() < 0.003


def test_hands_reach_what_they_are_sent_to(frames):
    """A target out of the arm's reach stiffens the arm and misses what is worked on."""
    for name, motion in MOTIONS.items():
        channels = motion.channels()
        for side in "RL":
            missed = moved(frames[name], f"hand{side}") - channels[f"wrist{side}"] * TO_METRES
            assert np.linalg.norm(missed, axis=1).max() < 0.06, (name, side)


def test_both_feet_of_a_walk_do_the_same_half_a_cycle_apart():
    phase = np.linspace(0, 1, 12, endpoint=False)
    for here, there in zip(WALK.foot(phase), WALK.foot(phase + 1), strict=True):
        assert here == pytest.approx(there)


def test_whoever_collapses_ends_up_lying(frames):
    assert np.abs(frames["collapse"][-1] - frames["lie"][0]).max() < 1e-6
    head = moved(frames["lie"], "head")
    assert head[:, 2].max() < 0.30
    assert moved(frames["collapse"], "head")[0, 2] > 0.9
    assert np.abs(frames["collapse"][0] - solve_first("shocked")).max() < 0.05


def solve_first(name: str) -> np.ndarray:
    return solve(MOTIONS[name].channels())[0]


def test_chest_compressions_keep_110_a_minute_and_go_five_to_six_centimetres_deep(frames):
    clip = MOTIONS["cpr_compress"]
    height = moved(frames["cpr_compress"], "handL")[:, 2]
    ring = np.concatenate([height[-1:], height, height[:1]])
    lowest = ((ring[1:-1] < ring[:-2]) & (ring[1:-1] <= ring[2:])).sum()
    assert lowest * 60 / clip.seconds == pytest.approx(110)
    assert 0.050 <= np.ptp(height) <= 0.060


def test_a_gripping_hand_trembles_but_does_not_let_go(frames):
    for side in "RL":
        hand = moved(frames["shocked"], f"hand{side}")
        spread = np.ptp(hand, axis=0).max()
        assert 0.002 < spread < 0.03
        assert hand[:, 2].max() < 0.62


def test_hands_go_where_the_action_is(frames):
    assert moved(frames["wave"], "handR")[:, 2].min() > moved(frames["wave"], "head")[:, 2].max()
    assert moved(frames["point"], "handR")[:, 1].min() > 0.4
    ear = moved(frames["phone"], "head", np.array([0.088, 0, 1.655]) * TO_METRES)
    assert np.linalg.norm(moved(frames["phone"], "handR") - ear, axis=1).max() < 0.20


def test_the_solver_puts_a_reachable_hand_exactly_on_its_target():
    channels = {name: np.array([default], float) for name, default in CHANNELS.items()}
    channels["wristR"] = np.array([[0.25, 0.30, 1.20]])
    hand = moved(solve(channels), "handR")[0]
    assert hand == pytest.approx(np.array([0.25, 0.30, 1.20]) * TO_METRES, abs=1e-6)


def test_clips_are_read_back_from_the_cache_as_they_were_made(frames, tmp_path, monkeypatch):
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path))
    for _ in range(2):
        found = clips.__wrapped__()
        assert set(found) == set(MOTIONS) >= set(CLIPS)
        for name, clip in found.items():
            assert clip.frames.dtype == np.float32
            assert np.abs(clip.frames - frames[name]).max() < 1e-6
            assert (clip.loop, clip.fps) == (MOTIONS[name].loop, 30)

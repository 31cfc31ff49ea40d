"""A short scenario for tests: small numbers, so that every moment can be worked out by hand.

Ann walks along y = 5 from x = -10 to x = 10 in the first 20 s, at 1 m/s. The box stands at (0, 10).
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from scenarios.model import Scenario


def words(zh: str) -> dict[str, str]:
    return {"zh": zh, "en": zh}


def hazard(target: str, window: list[float], **more: Any) -> dict[str, Any]:
    plain = {
        "target": target,
        "label": words(target),
        "cue": words("cue"),
        "why": words("why"),
        "class": "物/物理性",
        "problem": "live-electricity",
        "window": window,
        "lec": {"L": 6, "E": 6, "C": 15},
        "severity": 4,
    }
    return plain | more


def option(text: str, **more: Any) -> dict[str, Any]:
    return {"text": words(text), "then": words(f"then {text}")} | more


BASE: dict[str, Any] = {
    "qianche": 1,
    "id": "short",
    "title": words("短"),
    "industry": "建筑施工",
    "accident_type": {"gb6441_2025": "触电", "gb6441_1986": "触电"},
    "setting": words("setting"),
    "objective": words("objective"),
    "content_warning": words("warning"),
    "minutes": 1,
    "place": "construction-floor/yard",
    "ambience": "amb_site",
    "standpoints": [{"at": [0, 0], "heading": 0}, {"at": [0, 9.5], "heading": 0}],
    "props": {
        "box": {"prop": "dist_box", "at": [0, 10], "state": "open"},
        "drum": {"prop": "steel_bundle", "at": [6, 10], "heading": 45},
        "lamp": {"prop": "work_light", "variant": "flood", "at": [-6, 10], "state": "on"},
    },
    "actors": {
        "ann": {
            "character": "worker_hv",
            "name": words("安"),
            "path": [{"t": 0, "at": [-10, 5]}, {"t": 20, "at": [10, 5]}],
        },
    },
    "hazards": {
        "open-box": hazard("box", [2, 30], key=True, corrected=[{"state": {"prop": "box", "state": "closed_locked"}}]),
        "ann-walks": hazard("ann", [5, 15], problem="unsafe-act"),
    },
    "lures": [{"target": "lamp", "label": words("灯"), "why": words("fine")}],
    "decisions": {
        "d1": {
            "ask": words("what"),
            "limit": 10,
            "options": {
                "a": option("right", right=True),
                "b": option("fatal", do=[{"effect": {"name": "flash", "seconds": 0.5}}]),
                "c": option("idle"),
            },
        },
    },
    "storyboard": [{"when": {"time": 8}, "do": [{"ask": "d1"}]}],
    "accident": {
        "chain": words("chain"),
        "at": 40,
        "unless": {"any": [{"chosen": "d1.a"}, {"flagged": "open-box"}]},
        "at_once": ["d1.b"],
        "steps": [
            {"after": 0, "do": [{"pose": {"who": "ann", "pose": "collapse"}}]},
            {"after": 1, "do": [{"fade": {"to": "white", "seconds": 1}}]},
        ],
        "prevention": words("prevention"),
        "replay": {"eye": [5, 5, 5], "look_at": [0, 10, 0], "caption": words("replay")},
    },
    "averted": {"steps": [{"after": 1, "do": [{"say": {"text": words("well done")}}]}]},
    "debrief": {
        "text": words("debrief"),
        "right_way": [words("one"), words("two")],
        "first_aid": words("aid"),
        "standards": ["JGJ/T 46"],
    },
}


def short_scenario(**changes: Any) -> Scenario:
    """The short scenario with some of its top-level parts replaced."""
    return Scenario.model_validate(deepcopy(BASE) | changes)


def with_storyboard(*steps: dict[str, Any], **changes: Any) -> Scenario:
    """The short scenario with these steps as its storyboard."""
    return short_scenario(storyboard=list(steps), **changes)


def step(when: dict[str, Any], name: str = "it", do: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """A step whose happening can be looked for by its name."""
    return {"id": name, "when": when, "do": do or [{"say": {"text": words(name)}}]}

"""Reading a scenario file, with every line, reference and rule, beside PyYAML reading it without them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

import scenarios
from benchmarks.figures import Effort, Figure, Tell, peer, side_by_side, timed

PEERS = {"safe_load": yaml.SafeLoader, "c_safe_load": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}


def measure(effort: Effort, tell: Tell) -> Iterator[Figure]:
    """Milliseconds for one file that the disk cache holds."""
    for done, scenario in enumerate(effort.scenarios):
        tell(done / len(effort.scenarios), scenario)
        path = scenarios.load(scenario).path
        for name, loader in PEERS.items():
            ours, theirs = side_by_side(
                lambda path=path: timed(lambda: scenarios.load(path), "ms"),
                lambda path=path, loader=loader: timed(
                    lambda: yaml.load(path.read_bytes(), loader),
                    "ms",
                ),
                effort.repeats,
            )
            yield Figure("load.file", scenario, "ms", ours, peer(name, theirs))

"""The benchmarks measure something, beside something that is named; how fast they find it is not tested."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMES, chosen
from benchmarks.figures import Effort, Figure, Spread, limit, peer
from benchmarks.report import UNITS, as_json, cells
from common.errors import UsageError
from common.text import LANGS, catalogue, text

SCENARIO = "electrocution-temporary-power"
QUICK = ("load", "session", "state", "outbox", "ledger")


@pytest.mark.parametrize("name", QUICK)
def test_every_figure_stands_beside_a_peer_or_a_limit(name: str, tmp_path: Path) -> None:
    told: list[float] = []
    effort = Effort(tmp_path, (SCENARIO,), repeats=2, burst=2)
    figures = list(import_module(f"benchmarks.{name}").measure(effort, lambda share, what: told.append(share)))
    assert figures
    assert all(0 <= share <= 1 for share in told) and told
    for figure in figures:
        assert figure.measure.startswith(f"{name}.")
        assert len(figure.measured.values) == effort.repeats
        assert len(figure.beside.spread.values) == (1 if figure.beside.kind == "limit" else effort.repeats)
        assert math.isfinite(figure.ratio) and figure.ratio > 0
        for lang in LANGS:
            assert text(f"benchmarks.beside.{figure.beside.name}", lang) in cells(figure, lang)[5]
    assert not list(tmp_path.iterdir()), "what was written for measuring is gone"


def test_a_ratio_over_one_is_better_whatever_the_unit() -> None:
    quicker = Figure("load.file", "", "ms", Spread((5.0, 4.0, 6.0)), peer("safe_load", [10.0, 9.0, 30.0]))
    slower = Figure("stream.rate", "", "per_s", Spread((10.0,)), limit("picture_rate", 20.0))
    assert quicker.ratio == 2.0
    assert slower.ratio == 0.5
    (row, _) = as_json([quicker, slower], {"before": [0.5, 0.5, 0.5], "after": None})["figures"]
    assert (row["median"], row["min"], row["max"], row["runs"], row["ratio"]) == (5.0, 4.0, 6.0, 3, 2.0)
    assert (row["beside"]["kind"], row["beside"]["name"], row["beside"]["max"]) == ("peer", "safe_load", 30.0)
    assert cells(slower, "en")[-1] == "0.500×" and UNITS["per_s"] in cells(slower, "en")[2]


def test_every_benchmark_can_be_named_and_another_cannot() -> None:
    assert chosen([]) == NAMES
    assert chosen(["stream", "load"]) == ("stream", "load")
    measures = {key.split(".")[2] for key in catalogue() if key.startswith("benchmarks.measure.")}
    assert measures == set(NAMES)
    with pytest.raises(UsageError, match="no-such"):
        chosen(["load", "no-such"])


def test_the_command_writes_its_figures(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, "-m", "benchmarks", "outbox", "--json", str(out)]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    written = json.loads(out.read_text("utf-8"))
    assert set(written) == {"machine", "load_average", "figures"}
    (figure,) = written["figures"]
    assert (figure["measure"], figure["beside"]["name"]) == ("outbox.put", "raw_commit")
    assert text("benchmarks.measure.outbox.put", "zh") in ran.stdout
    assert str(written["machine"]["cores"]) in ran.stdout

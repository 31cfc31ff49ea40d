"""The figures as a table and as JSON, with the machine they are of."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from typing import Any

from rich.table import Table

from benchmarks.figures import Figure, Spread, Unit
from common.text import Lang, text

UNITS: dict[Unit, str] = {"us": "µs", "ms": "ms", "s": "s", "per_s": "/s", "count": "", "percent": "%", "mib": "MiB"}


def machine() -> dict[str, Any]:
    """What the figures are of: system, Python, and how many processors there are."""
    return {
        "system": platform.platform(terse=True),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    return platform.processor() or platform.machine()


def load_average() -> list[float] | None:
    """Processes that ran or waited over the last 1, 5 and 15 minutes; None where the system does not tell."""
    return [round(each, 2) for each in os.getloadavg()] if hasattr(os, "getloadavg") else None


def as_json(figures: Sequence[Figure], loads: dict[str, list[float] | None]) -> dict[str, Any]:
    return {"machine": machine(), "load_average": loads, "figures": [figure.as_json() for figure in figures]}


def heading(figures: Sequence[Figure], loads: dict[str, list[float] | None], lang: Lang) -> str:
    """The machine and how busy it was, in two lines."""
    shown = {name: " ".join(f"{each:.2f}" for each in load) if load else "–" for name, load in loads.items()}
    drawn_by = " / ".join(sorted({figure.drawn_by for figure in figures if figure.drawn_by})) or "–"
    return text("benchmarks.heading", lang, **machine(), drawn_by=drawn_by, **shown)


def table(figures: Sequence[Figure], lang: Lang) -> Table:
    """A row for each figure: median, smallest and largest, and the peer or limit beside it."""
    made = Table(show_edge=False, pad_edge=False)
    for column in ("measure", "of", "median", "range", "runs", "beside", "theirs", "ratio"):
        numbers = column in ("median", "range", "runs", "theirs", "ratio")
        made.add_column(
            text(f"benchmarks.column.{column}", lang), justify="right" if numbers else "left", no_wrap=numbers
        )
    for figure in figures:
        made.add_row(*cells(figure, lang))
    return made


def cells(figure: Figure, lang: Lang) -> tuple[str, ...]:
    unit, measured, beside = UNITS[figure.unit], figure.measured, figure.beside
    name = text(f"benchmarks.beside.{beside.name}", lang)
    return (
        text(f"benchmarks.measure.{figure.measure}", lang),
        figure.of,
        f"{significant(measured.median)} {unit}",
        _range(measured),
        str(len(measured.values)),
        f"{text(f'benchmarks.kind.{beside.kind}', lang)} {name}",
        f"{significant(beside.spread.median)} {unit}",
        f"{significant(figure.ratio)}×",
    )


def _range(spread: Spread) -> str:
    return f"{significant(min(spread.values))}–{significant(max(spread.values))}"


def significant(value: float) -> str:
    """Three digits that count, without an exponent."""
    digits = next((digits for digits, least in ((0, 100), (1, 10), (2, 1)) if abs(value) >= least), 3)
    return f"{value:,.{digits}f}"

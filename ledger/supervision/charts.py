"""The charts of the overview, drawn by ECharts as it comes with NiceGUI."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from common.web.theme import COLOURS
from ledger.supervision.figures import Figure

_INK, _SOFT, _LINE = "#2b2926", "#6b655c", "#e7dfd3"
_FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, Qianche Sans SC, sans-serif"
MONTHS = 12
MOST_BARS = 10


def month_chart(
    year: str, months: Sequence[Figure], plan: int | None, until: int, names: tuple[str, str, str], labels: list[str]
) -> dict[str, Any]:
    """People trained month by month as bars, together as a line, and the plan's pace.

    Args:
        year: of which ``months`` are those with anything in them.
        plan: people to be trained in the year; None where no plan holds.
        until: the last month that has begun, 1 to 12: the line ends there.
        names: of the bars, the line and the pace.
        labels: of the twelve months.
    """
    by_month = {figure.key: figure.newcomers for figure in months}
    newcomers = [by_month.get(f"{year}-{month:02d}", 0) for month in range(1, MONTHS + 1)]
    total = [value if month <= until else None for month, value in enumerate(accumulate(newcomers), start=1)]
    bars, line, pace = names
    series: list[dict[str, Any]] = [
        {"name": bars, "type": "bar", "data": newcomers, "barMaxWidth": 28, "itemStyle": _bar(COLOURS["primary"])},
        {
            "name": line,
            "type": "line",
            "data": total,
            "yAxisIndex": 1,
            "symbolSize": 6,
            "itemStyle": {"color": COLOURS["secondary"]},
            "lineStyle": {"width": 3},
        },
    ]
    if plan is not None:
        due = [round(plan * month / MONTHS) for month in range(1, MONTHS + 1)]
        dashes = {"type": "dashed", "width": 2}
        grey = {"color": _SOFT}
        line_of_plan = {"name": pace, "type": "line", "data": due, "yAxisIndex": 1, "symbol": "none"}
        series.append(line_of_plan | {"lineStyle": dashes, "itemStyle": grey})
    return {
        **_ground(),
        "legend": {"top": 0, "right": 0, "textStyle": {"color": _SOFT}, "itemGap": 20},
        "grid": {"left": 4, "right": 4, "top": 40, "bottom": 0, "containLabel": True},
        "xAxis": {"type": "category", "data": labels, **_axis(), "axisTick": {"show": False}},
        "yAxis": [
            {"type": "value", "minInterval": 1, **_axis(), "splitLine": {"lineStyle": {"color": _LINE}}},
            {"type": "value", "minInterval": 1, **_axis(), "splitLine": {"show": False}},
        ],
        "series": series,
    }


def bar_chart(labels: Sequence[str], values: Sequence[int], name: str) -> dict[str, Any]:
    """People by what ``labels`` say, the most on top."""
    return {
        **_ground(),
        "grid": {"left": 4, "right": 64, "top": 4, "bottom": 0, "containLabel": True},
        "xAxis": {"type": "value", "show": False, "minInterval": 1},
        "yAxis": {
            "type": "category",
            "data": list(labels),
            "inverse": True,
            "axisLine": {"show": False},
            "axisTick": {"show": False},
            "axisLabel": {"color": _INK, "width": 170, "overflow": "truncate"},
        },
        "series": [
            {
                "name": name,
                "type": "bar",
                "data": list(values),
                "barMaxWidth": 18,
                "itemStyle": _bar(COLOURS["secondary"], across=True),
                "label": {"show": True, "position": "right", "color": _INK},
            }
        ],
    }


def _ground() -> dict[str, Any]:
    return {
        "textStyle": {"fontFamily": _FONT},
        "tooltip": {"trigger": "axis", "confine": True, "axisPointer": {"type": "shadow"}},
        "animationDuration": 300,
    }


def _axis() -> dict[str, Any]:
    return {"axisLine": {"lineStyle": {"color": _LINE}}, "axisLabel": {"color": _SOFT}}


def _bar(colour: str, *, across: bool = False) -> dict[str, Any]:
    return {"color": colour, "borderRadius": [0, 4, 4, 0] if across else [4, 4, 0, 0]}

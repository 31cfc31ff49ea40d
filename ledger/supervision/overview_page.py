"""The overview: the year against its plan, what needs attention, figures and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nicegui import events, ui
from starlette.requests import Request

from common.web.figures import figure_strip
from ledger.people.days import today
from ledger.supervision import charts
from ledger.supervision.asked import Asked
from ledger.supervision.attention import Pace, concerns, pace
from ledger.supervision.figures import Dimension, Figure
from ledger.supervision.sheets import sheets_of
from ledger.supervision.view import View, address, show_sheet, supervision_page
from ledger.ways import Reader

if TYPE_CHECKING:
    from ledger.services import LedgerServices

_MOST_HAZARDS = 5


def register(services: LedgerServices) -> None:
    """Make the page known to NiceGUI."""
    sheets = sheets_of(services)

    @ui.page("/ledger/supervision")
    def overview(request: Request, user: Reader) -> None:
        with supervision_page(services, request, user, "overview") as view:
            total = services.supervision.figures.total(view.asked, view.question.sight)
            plan = _plan(services, view)
            _attention(services, view)
            if not total.completions:
                ui.label(view.say("supervision.empty.overview")).classes("notice notice-wait")
                return
            _figures(services, view, total)
            _months(services, view, plan)
            with ui.element("div").classes("chart-pair"):
                _bars(services, view, "district")
                _bars(services, view, "industry")
            with ui.card().classes("card"):
                _head(view, "supervision.chart.hazards", address("hazards", view.asked))
                show_sheet(view, sheets["hazards"], "supervision.empty.hazards", _MOST_HAZARDS)


def _plan(services: LedgerServices, view: View) -> int | None:
    """The year's plan with its pace, for those who see the whole city; how many people it wants."""
    if not view.question.sight.everything or len(view.asked.period) != 4:
        return None
    progress = services.people.visits.progress(view.question.sight, int(view.asked.year))
    day = today(services.clock.now())
    with ui.row().classes("figures"):
        for name in ("people", "visits", "companies"):
            done, target = getattr(progress, name), getattr(progress.targets, name)
            _plan_figure(view, name, pace(target, done, progress.year, day))
    return progress.targets.people


def _plan_figure(view: View, name: str, due: Pace) -> None:
    with ui.column().classes("figure plan-figure"):
        with ui.row().classes("plan-line"):
            said = view.say("people.plan.of", done=f"{due.done:,}", target=f"{due.target:,}")
            ui.label(said).classes("figure-value")
            ui.label(view.say(f"people.plan.{name}")).classes("figure-name")
        with ui.element("div").classes("pace"):
            colour = "negative" if due.behind else "positive"
            bar = ui.linear_progress(min(1.0, due.done / due.target), show_value=False, color=colour)
            bar.props(f'rounded size=10px aria-label="{view.say(f"people.plan.{name}")}"')
            ui.element("div").classes("pace-mark").style(f"left: {min(100.0, 100 * due.due / due.target):.1f}%")
        ui.label(_pace_said(view, due)).classes("soft")


def _pace_said(view: View, due: Pace) -> str:
    if due.done >= due.target:
        return view.say("supervision.plan.reached")
    if due.behind:
        return view.say("supervision.plan.pace_behind", due=f"{due.due:,}", behind=f"{due.behind:,}")
    return view.say("supervision.plan.pace_good", due=f"{due.due:,}")


def _attention(services: LedgerServices, view: View) -> None:
    found = concerns(services, view.question)
    with ui.card().classes("card concerns"):
        ui.label(view.say("supervision.attention.title")).classes("section-title")
        if not found:
            ui.label(view.say("supervision.attention.none")).classes("soft")
        for each in found:
            with ui.row().classes("concern"):
                ui.icon("error_outline").classes("concern-icon")
                ui.label(each.said).classes("concern-said")
                ui.link(view.say("supervision.attention.look"), each.href)


def _figures(services: LedgerServices, view: View, total: Figure) -> None:
    figures = {
        "people": f"{total.people:,}",
        "completions": f"{total.completions:,}",
        "pass_rate": "–" if total.pass_rate is None else f"{total.pass_rate:.1%}",
        "hours": f"{total.hours:,.0f}",
        "companies": f"{total.companies:,}",
    }
    gain = services.supervision.gains.total(view.asked, view.question.sight)
    if gain is not None:
        figures["gain"] = f"{100 * (gain.after - gain.before):+.1f}"
    figure_strip({view.say(f"supervision.figure.{name}"): value for name, value in figures.items()})


def _months(services: LedgerServices, view: View, plan: int | None) -> None:
    if not view.asked.year:
        return
    year, day = view.asked.year, today(services.clock.now())
    months = services.supervision.figures.by("month", view.asked, view.question.sight)
    until = charts.MONTHS if int(year) < day.year else day.month
    names = tuple(view.say(f"supervision.chart.{name}") for name in ("newcomers", "total", "plan"))
    labels = [view.say("supervision.filter.month_name", month=month) for month in range(1, charts.MONTHS + 1)]
    options = charts.month_chart(year, months, plan, until, names, labels)

    def open_month(event: events.EChartPointClickEventArguments) -> None:
        ui.navigate.to(address("people", view.asked.but(period=f"{year}-{event.data_index + 1:02d}")))

    with ui.card().classes("card"):
        _head(view, "supervision.chart.months", address("figures", view.asked, by="month"))
        _chart(view, options, open_month, height=300)


def _bars(services: LedgerServices, view: View, dimension: Dimension) -> None:
    found = services.supervision.figures.by(dimension, view.asked, view.question.sight)
    found = [each for each in found if each.people][: charts.MOST_BARS]
    title = {"district": "supervision.chart.districts", "industry": "supervision.chart.industries"}[dimension]

    def open_bar(event: events.EChartPointClickEventArguments) -> None:
        wanted: Asked = view.asked.but(**{dimension: found[event.data_index].key})
        ui.navigate.to(address("companies", wanted))

    with ui.card().classes("card"):
        _head(view, title, address("figures", view.asked, by=dimension))
        if not found:
            ui.label(view.say("supervision.empty.any")).classes("soft")
            return
        labels = [view.say(f"people.industry.{each.key}") if dimension == "industry" else each.key for each in found]
        options = charts.bar_chart(labels, [each.people for each in found], view.say("supervision.chart.people"))
        _chart(view, options, open_bar, height=40 + 32 * len(found))


def _head(view: View, title_key: str, more: str) -> None:
    with ui.row().classes("tools"):
        ui.label(view.say(title_key)).classes("section-title")
        ui.space()
        ui.link(view.say("supervision.chart.more"), more)


def _chart(view: View, options: dict[str, Any], on_click: Any, *, height: int) -> None:
    chart = ui.echart(options, on_point_click=on_click, renderer="svg")
    chart.classes("chart").style(f"height: {height}px").tooltip(view.say("supervision.chart.hint"))

"""A strip of large numbers with their names."""

from __future__ import annotations

from nicegui import ui


def figure_strip(figures: dict[str, str]) -> dict[str, ui.label]:
    """Show values by name, and return the values' labels by name, to be changed later."""
    labels = {}
    with ui.row().classes("figures"):
        for name, value in figures.items():
            with ui.row().classes("figure"):
                labels[name] = ui.label(value).classes("figure-value")
                ui.label(name).classes("figure-name")
    return labels

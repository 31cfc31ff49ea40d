"""Colours and fonts of all pages. Nothing is fetched from another machine."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pylopdf_fonts_zh_cn
from fastapi import FastAPI
from nicegui import ui
from starlette.staticfiles import StaticFiles

from common.text import Lang

STATIC_PATH = "/web/static"
FONT_PATH = "/web/fonts"
LANGUAGE_TAG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
COLOURS = {
    "primary": "#9a4a1f",
    "secondary": "#2f6b62",
    "accent": "#d8912c",
    "positive": "#3b7a4c",
    "negative": "#b3372f",
    "warning": "#d8912c",
    "info": "#3f6f94",
    "dark": "#2b2926",
}


def serve_theme(app: FastAPI) -> None:
    """Serve style sheet and fonts from this machine."""
    fonts = Path(pylopdf_fonts_zh_cn.__file__).parent
    app.mount(FONT_PATH, StaticFiles(directory=fonts), name="fonts")
    app.mount(STATIC_PATH, StaticFiles(directory=str(resources.files("common.web") / "static")), name="web-static")


def apply_theme(lang: Lang) -> None:
    """Colours, fonts and the page's language, for the NiceGUI page being built."""
    ui.colors(**COLOURS)
    ui.add_head_html(f'<link rel="stylesheet" href="{STATIC_PATH}/frame.css">')
    ui.add_head_html(f'<script>document.documentElement.lang = "{LANGUAGE_TAG[lang]}"</script>')

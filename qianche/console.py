"""How the command line speaks: one language, plain text or JSON, one progress bar."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from common.text import Lang, text

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def lang() -> Lang:
    """The command line's language: ``QIANCHE_LANG``, else Chinese."""
    return "en" if os.environ.get("QIANCHE_LANG", "zh").lower().startswith("en") else "zh"


def both(key: str) -> str:
    """A help text in both languages."""
    return f"{text(key, 'zh')} / {text(key, 'en')}"


def say(key: str, **places: object) -> None:
    """Print a text of the catalogue."""
    out.print(text(key, lang(), **places), markup=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print ``value`` as JSON for a program to read, without colours or wrapping."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


@contextmanager
def progress_bar(key: str) -> Iterator[Callable[[float, str], None]]:
    """A progress bar on stderr; the yielded function takes the done part (0..1) and what is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[what]}"))
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task(text(key, lang()), total=1.0, what="")
        yield lambda done, what="": progress.update(task, completed=done, what=what)

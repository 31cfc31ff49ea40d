"""The ``qianche`` command: its table of contents, and how it ends.

Exit codes: 0 good, 1 the scenario or data is wrong, 2 wrong usage, 3 the environment lacks
something. What a command needs is imported when it runs, so that ``--help`` stays quick.
"""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

import typer

from common.errors import QiancheError
from qianche.commands import (
    accounts,
    assets,
    language,
    ledger,
    lessons,
    pictures,
    play,
    proofs,
    records,
    services,
    station,
    voices,
)
from qianche.console import both, err, lang

app = typer.Typer(
    help=both("cli.help"), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
for commands in (services, station, play, pictures, proofs, language, records, voices):
    commands.register(app)
app.add_typer(accounts.app, name="account", help=both("cli.account.help"))
app.add_typer(assets.app, name="assets", help=both("cli.assets.help"))
app.add_typer(services.serving("kiosk"), name="kiosk", help=both("cli.kiosk"))
app.add_typer(ledger.app, name="ledger", help=both("cli.ledger.help"))
app.add_typer(lessons.app, name="lesson", help=both("lessons.check.help"))
app.add_typer(services.serving("monitoring"), name="monitoring", help=both("cli.monitoring"))


def main() -> None:
    """Run the command line; a person meets sentences, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # Windows consoles may start in another code page
    try:
        app()
    except QiancheError as error:
        err.print(error.message(lang()), markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except Exception:
        err.print(_crash_message(), markup=False, soft_wrap=True)
        sys.exit(1)


def _crash_message() -> str:
    """Write what happened to a file and say where it is."""
    path = Path(gettempdir()) / f"qianche-crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    path.write_text(traceback.format_exc(), "utf-8")
    return QiancheError("cli.fault.unexpected", path=path).message(lang())

"""``qianche ledger verify`` and ``checkpoint``: the transparency log from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common.errors import UsageError
from common.settings import load_settings
from qianche.console import both, lang, out, print_json, progress_bar, say

if TYPE_CHECKING:
    from ledger.transparency.verification import Verification

_MOST_NOTE_BYTES = 65536
Data = Annotated[Path | None, typer.Option(help=both("cli.option.data"))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to those of the ledger."""
    app.command("verify", help=both("cli.ledger_log.verify"))(verify)
    app.command("checkpoint", help=both("cli.ledger_log.checkpoint"))(checkpoint)


def verify(
    data: Data = None,
    kept: Annotated[list[Path] | None, typer.Option("--checkpoint", help=both("cli.ledger_log.kept"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from ledger.database import open_ledger
    from ledger.transparency.log_keys import read_log_keys
    from ledger.transparency.verification import verify as verify_all
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    ledger = ledger_settings(settings)
    keys = read_log_keys(ledger.log_key)
    notes = [_note(path) for path in kept or []]
    database = open_ledger(ledger.data, ledger.database)
    try:
        with progress_bar("cli.progress.ledger") as progress:
            result = verify_all(database, keys, notes, lambda done: progress(done, ""))
    finally:
        database.close()
    print_json(_told(result)) if json else _tell(result)
    if not result.good:
        raise typer.Exit(1)


def checkpoint(data: Data = None) -> None:
    from common.clock import SystemClock
    from ledger.services import LedgerServices
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    ledger = ledger_settings(settings)
    services = LedgerServices(ledger, SystemClock())
    try:
        print(services.checkpoints.sign_now().note, end="")
    finally:
        services.close()


def _note(path: Path) -> str:
    """A checkpoint that somebody kept."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_MOST_NOTE_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("cli.ledger_log.no_file", path=path) from error


def _tell(result: Verification) -> None:
    for finding in result.findings:
        out.print(f"✗ {finding.message(lang())}", markup=False, soft_wrap=True)
    if result.found > len(result.findings):
        say("cli.ledger_log.more", count=result.found - len(result.findings))
    counts = {"size": result.size, "erased": result.erased, "checkpoints": result.checkpoints}
    root = "–" if result.root is None else result.root.hex()
    say("cli.ledger_log.looked", **counts, cosignatures=result.cosignatures, root=root)
    say("cli.ledger_log.good" if result.good else "cli.ledger_log.bad", count=result.found)


def _told(result: Verification) -> dict[str, Any]:
    return {
        "good": result.good,
        "statements": result.size,
        "erased": result.erased,
        "checkpoints": result.checkpoints,
        "cosignatures": result.cosignatures,
        "root": None if result.root is None else result.root.hex(),
        "found": result.found,
        "findings": [{"kind": each.kind, **each.places} for each in result.findings],
    }

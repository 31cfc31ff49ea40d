"""``qianche ledger backup`` and ``restore``: the whole ledger in one file, and back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import UsageError
from common.settings import load_settings
from common.text import text
from qianche.console import both, lang, progress_bar, say

if TYPE_CHECKING:
    from ledger.backup.contents import Contents
    from ledger.backup.sealing import Lock

Data = Annotated[Path | None, typer.Option(help=both("cli.option.data"))]
_MIB = 1024 * 1024


def register(app: typer.Typer) -> None:
    """Add the commands of this module to those of the ledger."""
    app.command("backup", help=both("backup.help.backup"))(backup)
    app.command("restore", help=both("backup.help.restore"))(restore)


def backup(
    target: Annotated[Path, typer.Argument(help=both("backup.option.target"))],
    key: Annotated[Path | None, typer.Option(help=both("backup.option.key"))] = None,
    passphrase: Annotated[bool, typer.Option("--passphrase", help=both("backup.option.passphrase"))] = False,
    with_keys: Annotated[bool, typer.Option("--with-keys", help=both("backup.option.with_keys"))] = False,
    data: Data = None,
) -> None:
    from common.clock import SystemClock
    from common.sealing import key_from
    from ledger.backup.writing import write_backup
    from ledger.database import open_ledger
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    ledger = ledger_settings(settings)
    new_key = key is not None and not key.exists()
    lock = _lock(key, passphrase, key_from, confirm=True)
    if new_key:
        say("backup.done.new_key", path=key)
    with closing(open_ledger(ledger.data, ledger.database)) as database, progress_bar("backup.progress.writing") as bar:
        written = write_backup(
            ledger, database, SystemClock(), target, lock, with_keys=with_keys, progress=lambda done: bar(done, "")
        )
    path, contents = written
    say("backup.done.written", path=path, size=f"{path.stat().st_size / _MIB:.1f} MiB")
    if not contents.brings_keys:
        say("backup.done.no_keys", names=", ".join(contents.key_marks))
    _tell(contents)


def restore(
    source: Annotated[Path, typer.Argument(help=both("backup.option.source"))],
    key: Annotated[Path | None, typer.Option(help=both("backup.option.unlock"))] = None,
    passphrase: Annotated[bool, typer.Option("--passphrase", help=both("backup.option.unlock_passphrase"))] = False,
    check: Annotated[bool, typer.Option("--check", help=both("backup.option.check"))] = False,
    replace: Annotated[bool, typer.Option("--replace", help=both("backup.option.replace"))] = False,
    damaged: Annotated[bool, typer.Option("--damaged", help=both("backup.option.damaged"))] = False,
    data: Data = None,
) -> None:
    from common.clock import SystemClock
    from common.sealing import read_key
    from ledger.backup import restoring
    from ledger.backup.contents import looked_into
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    lock = _lock(key, passphrase, read_key, confirm=False)
    with progress_bar("backup.progress.restoring") as bar:
        if check:
            contents = looked_into(source, lock, source.parent, lambda done: bar(done, ""))
        else:
            ledger = ledger_settings(settings)
            places = {"replace": replace, "damaged": damaged, "progress": lambda done: bar(done, "")}
            contents = restoring.restore(ledger, SystemClock(), source, lock, **places)
    say("backup.done.checked" if check else "backup.done.restored")
    _tell(contents)


def _lock(key: Path | None, passphrase: bool, read: Callable[[Path], bytes], *, confirm: bool) -> Lock | None:
    """What the backup is sealed with, from a key file or asked for."""
    from ledger.backup.sealing import Lock

    if key is not None and passphrase:
        raise UsageError("backup.one_lock")
    if key is not None:
        return Lock(key=read(key))
    if passphrase:
        asked = text("backup.ask.passphrase", lang())
        return Lock(passphrase=typer.prompt(asked, hide_input=True, confirmation_prompt=confirm, err=True))
    return None


def _tell(contents: Contents) -> None:
    """What a backup holds; ends with code 1 if its log does not verify."""
    rows, found = contents.rows, contents.verification
    counts = {name: rows.get(name, 0) for name in ("statements", "learners", "certificates")}
    root = "–" if found.root is None else found.root.hex()
    say("backup.done.holds", made=contents.made, rows=sum(rows.values()), root=root, **counts)
    say("backup.done.good" if found.good else "backup.done.bad", count=found.found)
    if not found.good:
        raise typer.Exit(1)

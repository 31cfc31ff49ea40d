"""``qianche van``, and each service alone."""

from __future__ import annotations

import gc
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import EnvironmentLacks
from common.settings import Settings, load_settings
from common.text import text
from qianche.console import both, lang, out, say

if TYPE_CHECKING:
    from fastapi import FastAPI

_MOST_CONNECTIONS = 2000
"""At once; who comes then is told to come back (503), so that idle connections do not eat the machine."""
_COLLECTED_AFTER = (20_000, 20, 50)
"""New objects, and collections of the younger, before the collector looks: about what fifty statements bring."""
_GOODBYE_S = 10
"""How long requests in progress are waited for at the end."""
Data = Annotated[Path | None, typer.Option(help=both("cli.option.data"))]
Port = Annotated[int | None, typer.Option(help=both("cli.option.port"))]
Host = Annotated[str | None, typer.Option(help=both("cli.option.host"))]


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("van", help=both("cli.van"))(van)


def van(
    data: Data = None,
    host: Host = None,
    port: Port = None,
    new_password: Annotated[bool, typer.Option("--new-password", help=both("cli.option.new_password"))] = False,
) -> None:
    _spare_the_collector()
    from qianche.preparing import show_preparing
    from qianche.van import van_site

    settings = load_settings(data, host=host, port=port)
    _refuse_a_taken_port(settings)
    site = van_site(settings, new_password=new_password)
    _welcome(settings, site.name, site.password)
    stopping = threading.Event()
    if settings.display == "stream":
        show_preparing(site.readiness, stopping)
    try:
        _serve(site.app, settings)
    finally:
        stopping.set()


def serving(service: str) -> typer.Typer:
    """The commands of a service that can run alone: ``serve``."""
    app = typer.Typer(no_args_is_help=True)

    @app.callback()
    def group() -> None:
        """A group even while it holds one command only."""

    @app.command("serve", help=both("cli.serve"))
    def serve(data: Data = None, host: Host = None, port: Port = None) -> None:
        _spare_the_collector()
        from qianche.alone import alone_site

        settings = load_settings(data, host=host, port=port)
        _refuse_a_taken_port(settings)
        site = alone_site(service, settings)
        out.print(f"{text(f'cli.{service}', lang()) if service != 'ledger' else text('cli.ledger.help', lang())}"
                  f"  http://{settings.host}:{settings.port}{site.path}", markup=False)  # fmt: skip
        _say_login(site.name, site.password)
        _serve(site.app, settings)

    return app


def _welcome(settings: Settings, name: str, password: str | None) -> None:
    address = f"http://{'127.0.0.1' if settings.host == '0.0.0.0' else settings.host}:{settings.port}"
    say("cli.van_started.ready")
    for part, path in (("kiosk", "/"), ("crew", "/crew"), ("ledger", "/ledger"), ("monitoring", "/monitoring")):
        label = text(f"cli.van_started.{part}", lang())
        out.print(f"  {address}{path:<14} {label}", markup=False, soft_wrap=True)
    _say_login(name, password)
    say("cli.van_started.hint", scenario=_first_title())


def _say_login(name: str, password: str | None) -> None:
    if password is None:
        say("cli.van_started.login_kept", name=name)
    else:
        say("cli.van_started.login", name=name, password=password)


def _first_title() -> str:
    from scenarios import bank, load

    return getattr(load(bank()[0]).scenario.title, lang())


def _refuse_a_taken_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError:
            raise EnvironmentLacks("cli.fault.port_taken", port=settings.port) from None


def _serve(app: FastAPI, settings: Settings) -> None:
    import uvicorn

    gc.collect()
    gc.freeze()  # what was imported and opened stays until the end, and need not be gone through again and again
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        ws_max_size=1 << 20,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_GOODBYE_S,
    )


def _spare_the_collector() -> None:
    """Python's collector of garbage need not look so often, neither while modules and scenarios are read, which all
    stay, nor while statements come by the thousand."""
    gc.set_threshold(*_COLLECTED_AFTER)

"""The process that draws for one station: it owns the session, its log and the graphics.

Run as a module; commands come in by standard input, one JSON object a line (see ``StreamDisplay``),
and pictures and messages go out by standard output (see ``wire``). It ends when its input ends.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO, Protocol

from common.errors import QiancheError
from sim.display.player import StreamPlayer, refusal
from sim.display.wire import write_message, write_picture
from sim.world.library import CachedLibrary, Library

SHORTEST_PICTURE = 1 / 30
"""Seconds between two pictures at least: more would only take time from others."""
TICK = 0.05
LINGER = 3.0
"""Seconds that the process may still need after its owner is gone."""
ENDED = None
Command = dict[str, Any]


class Player(Protocol):
    """What a drawing process runs. Every method is called from the thread that owns the graphics."""

    renderer: str
    playing: bool
    """Whether pictures can come of asking for them."""
    has_work: bool

    def obey(self, what: str, command: Command) -> list[Command]:
        """Do what the owner asks; gives what is to be said to it."""

    def tick(self) -> list[Command]:
        """Come up to now; what the owner has to know."""

    def picture(self) -> bytes | None:
        """The next picture as JPEG, None while there is none."""

    def work(self) -> list[Command]:
        """One small piece of what can wait."""

    def close(self) -> None:
        """Give everything back."""


def read_commands(source: BinaryIO, commands: queue.Queue[Command | None]) -> None:
    """Put every line's command on the queue; at the end of input, see that the process ends."""
    for line in source:
        commands.put(json.loads(line))
    commands.put(ENDED)
    time.sleep(LINGER)
    os._exit(0)


def named(library: str) -> Library:
    """What ``module:name`` makes."""
    module, _, name = library.partition(":")
    return getattr(import_module(module), name)()


class StreamProcess:
    """The loop: commands first, then a picture that is waited for, then work that can wait."""

    def __init__(self, player: Player, commands: queue.Queue[Command | None], out: BinaryIO) -> None:
        self._player, self._commands, self._out = player, commands, out
        self._wanted = False
        self._number = 0
        self._next_picture = 0.0

    def run(self) -> None:
        """Until there are no more commands."""
        while True:
            try:
                command = self._commands.get(timeout=self._patience())
            except queue.Empty:
                pass
            else:
                if command is ENDED:
                    self._player.close()
                    return
                self._obey(command)
                continue
            for message in self._player.tick():
                write_message(self._out, message)
            if self._wanted and time.monotonic() >= self._next_picture:
                self._send_picture()
            elif not self._wanted or not self._player.playing:
                self._work()

    def _patience(self) -> float:
        """How long to wait for a command."""
        if self._player.has_work and not self._player.playing:
            return 0.0
        if self._wanted and self._player.playing:
            return max(0.0, min(TICK, self._next_picture - time.monotonic()))
        return TICK

    def _obey(self, command: Command) -> None:
        what = command.pop("do")
        if what == "draw":
            self._wanted = True
            return
        try:
            messages = self._player.obey(what, command)
        except QiancheError as error:
            messages = [refusal(what, error)]
        for message in messages:
            write_message(self._out, message)

    def _send_picture(self) -> None:
        started = time.monotonic()
        jpeg = self._player.picture()
        if jpeg is None:
            self._next_picture = started + TICK
            return
        self._number += 1
        self._wanted = False
        write_picture(self._out, self._number, jpeg)
        self._next_picture = started + SHORTEST_PICTURE

    def _work(self) -> None:
        for message in self._player.work():
            write_message(self._out, message)


def serve(make_player: Callable[[], Player]) -> None:
    """Run a player on standard input and output until the input ends."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.disable()
    commands: queue.Queue[Command | None] = queue.Queue()
    threading.Thread(target=read_commands, args=(sys.stdin.buffer, commands), daemon=True).start()
    try:
        player = make_player()
    except QiancheError as error:
        write_message(out, {"type": "fault", "key": error.key, "text": error.message("en")})
        sys.exit(error.exit_code)
    write_message(out, {"type": "ready", "renderer": player.renderer})
    StreamProcess(player, commands, out).run()


def main() -> None:
    parser = argparse.ArgumentParser(prog="sim.display.stream_process", description=__doc__)
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--height", type=int, required=True)
    parser.add_argument("--quality", choices=("auto", "lean", "full"), default="auto")
    parser.add_argument("--library")
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args()
    library = named(wanted.library) if wanted.library else CachedLibrary().open()
    size = (wanted.width, wanted.height)
    serve(lambda: StreamPlayer(size, wanted.quality, library, quick=wanted.quick))


if __name__ == "__main__":
    main()

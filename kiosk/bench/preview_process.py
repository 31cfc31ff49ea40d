"""The process that shows what a trainer writes. Run as a module; see ``sim.display.stream_process``."""

from __future__ import annotations

import argparse

from kiosk.bench.preview_player import PreviewPlayer
from sim.display.stream_process import named, serve
from sim.world.library import CachedLibrary


def main() -> None:
    parser = argparse.ArgumentParser(prog="kiosk.bench.preview_process", description=__doc__)
    parser.add_argument("--library")
    wanted = parser.parse_args()
    serve(lambda: PreviewPlayer(named(wanted.library) if wanted.library else CachedLibrary()))


if __name__ == "__main__":
    main()

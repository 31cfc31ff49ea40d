"""A headset's computer as a process: ``serve_headset.py FOLDER ADDRESS [CODE]``.

In its headset a script plays, which stops half way until there is a file ``FOLDER/go``.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from common.clock import SystemClock
from common.errors import QiancheError
from kiosk.remote.membership import pair, read_membership
from kiosk.remote.remote_station import open_station
from kiosk.van import COVERS
from tests.kiosk.fake_headset import FakeHeadset
from tests.kiosk.serve_kiosk import SCENARIO

HALF = 12
PICTURE = Path(str(COVERS.joinpath(f"{SCENARIO}.jpg")))


def main() -> None:
    folder, address = Path(sys.argv[1]), sys.argv[2]
    belongs = pair(folder, address, sys.argv[3]) if len(sys.argv) > 3 else read_membership(folder)
    headset = FakeHeadset(going=lambda done: done < HALF or (folder / "go").exists(), picture=PICTURE.read_bytes())
    try:
        open_station(folder, belongs, address, headset, SystemClock(), print).run(threading.Event())
    except QiancheError as ending:
        print(ending.message("zh"))
        sys.exit(ending.exit_code)


if __name__ == "__main__":
    main()

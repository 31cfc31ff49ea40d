"""Work in several processes: results as they come, faults passed on, nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assets.workers import process_pool, worked

ORPHAN = """
import os
from assets.workers import process_pool
if __name__ == "__main__":
    pool = process_pool(1)
    print(pool.submit(os.getpid).result(), flush=True)
    os._exit(9)
"""


def square(number: int) -> int:
    if number < 0:
        raise ValueError("negative")
    return number * number


@pytest.mark.parametrize("workers", [1, 2])
def test_each_piece_comes_back_with_its_number(workers: int) -> None:
    assert dict(worked(square, [3, 4, 5, 6], workers)) == {0: 9, 1: 16, 2: 25, 3: 36}
    with pytest.raises(ValueError, match="negative"):
        list(worked(square, [1, -1, 2], workers))


def test_workers_leave_ctrl_c_to_whoever_began_them() -> None:
    with process_pool(1) as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_workers_end_with_whoever_began_them(tmp_path: Path) -> None:
    """The worker has the script's output open: that it comes to its end says that the worker is gone."""
    script = tmp_path / "orphan.py"
    script.write_text(ORPHAN, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, timeout=90, env=environment)
    assert int(told.stdout) > 0 and told.returncode == 9

"""Compiles the mock runtime, once for every state of its sources, and writes its manifest for the loader."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from pathlib import Path

from assets.cache import cache_dir

SOURCES = Path(__file__).parent / "mock"
COMPILER = os.environ.get("CC", "cc")
FLAGS = ("-std=gnu11", "-O1", "-Wall", "-Wextra", "-shared", "-fPIC", "-fvisibility=hidden")
LIBRARIES = ("-lm", "-ldl")


def mock_manifest() -> Path:
    """The manifest of the compiled runtime, for XR_RUNTIME_JSON; the library lies beside it."""
    sources = sorted(SOURCES.iterdir())
    digest = hashlib.sha256(" ".join((COMPILER, *FLAGS)).encode())
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    folder = cache_dir() / "mock-runtime" / digest.hexdigest()[:16]
    library, manifest = folder / "libmock_runtime.so", folder / "mock_runtime.json"
    if manifest.exists():
        return manifest
    folder.mkdir(parents=True, exist_ok=True)
    # Two workers may get here at once: each writes files of its own and then puts them in place whole.
    mine = library.with_suffix(f".{os.getpid()}")
    code = [str(source) for source in sources if source.suffix == ".c"]
    made = subprocess.run([COMPILER, *FLAGS, "-o", str(mine), *code, *LIBRARIES], capture_output=True, text=True)
    assert made.returncode == 0, f"the mock runtime does not compile:\n{made.stderr}"
    mine.replace(library)
    runtime = {"file_format_version": "1.0.0", "runtime": {"name": "Mock runtime", "library_path": str(library)}}
    mine.write_text(json.dumps(runtime), encoding="utf-8")
    mine.replace(manifest)
    return manifest

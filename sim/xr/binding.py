"""OpenXR's loader and the binding to it, or a sentence where this machine cannot load them.

Everything in this package takes ``xr`` from here.
"""

from __future__ import annotations

import os

from sim.xr.errors import NoHeadset

# The loader writes its own lines to the console; what matters of them comes back as results, and is told once.
os.environ.setdefault("XR_LOADER_DEBUG", "none")

try:
    import xr
except (ImportError, AttributeError, OSError, NotImplementedError) as trouble:
    raise NoHeadset("no_loader", why=trouble) from trouble

__all__ = ["xr"]

"""Two learning record stores on one machine: the ledger, and Ralph (France Université Numérique).

Both run as servers of their own with one worker, behind HTTP and Basic credentials, over the same statements. Ralph is
installed once, by version, into a virtual environment in the cache folder; it is no dependency. Both stores are filled
beforehand and kept in the cache folder; what is measured is a copy.
"""

from benchmarks.lrs.compare import measure

__all__ = ["measure"]

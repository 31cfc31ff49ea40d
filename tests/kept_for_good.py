"""Imported last by the process that others are forked from: no collector of garbage goes through what it imported.

It would in each of them, and write into pages of memory that they share until then.
"""

import gc

gc.freeze()

"""Ralph's application, for Ralph's own Python: as it comes, but that its file takes more than one write.

Version 5.1.0 opens the file of its record store only to create it, and answers 500 to every request to store
something but the first. It has a way to append, which is made its rule here.
"""

from ralph.api import app
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

__all__ = ["app"]

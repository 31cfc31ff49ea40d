"""What monitoring is told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from common.sealing import key_from


class MonitoringSettings(BaseModel):
    """Where monitoring keeps things, and when it calls a station silent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path
    """Folder of the database and the vans' token."""
    silent_after_s: Annotated[float, Field(gt=0)] = 90.0
    """Without a heartbeat for so long a station counts as silent; vans send one every 30 s."""
    most_body_bytes: Annotated[int, Field(ge=1024)] = 256 * 1024

    def token(self) -> str:
        """What vans show as Bearer token; made on the first start, kept in ``vans.token``.

        Raises:
            KeyFileWrong: the file holds something else.
        """
        return key_from(self.data / "vans.token").hex()

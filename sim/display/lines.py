"""What is being said, as plain data for a page."""

from __future__ import annotations

from typing import Any

from sim.audio.mix import mouth_of
from sim.state import SceneState


def lines(state: SceneState) -> list[dict[str, Any]]:
    """Each line with its speaker and the place of the speaker's mouth."""
    return [
        {
            "key": caption.key,
            "who": caption.who,
            "speaker": caption.speaker.model_dump() if caption.speaker else None,
            "text": caption.text.model_dump(),
            "age": caption.age,
            "at": mouth_of(state, caption),
        }
        for caption in state.captions
    ]

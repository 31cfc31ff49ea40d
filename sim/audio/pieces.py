"""Everything that is heard, as pieces of the asset build: the registry's sounds, and the bank's spoken lines where the
machine has a voice."""

from __future__ import annotations

from collections.abc import Iterator

import scenarios
from common.text import LANGS
from sim.audio.library import SoundPiece, sound_pieces
from sim.audio.script import lines_of
from sim.audio.system_voice import SystemVoice, system_voice
from sim.audio.voices import VoicePiece


def audio_pieces() -> list[SoundPiece | VoicePiece]:
    """All of them.

    Raises:
        ScenarioInvalid: a scenario of the bank has faults.
    """
    speaker = system_voice()
    return [*sound_pieces(), *(line_pieces(speaker) if speaker else ())]


def line_pieces(speaker: SystemVoice) -> Iterator[VoicePiece]:
    """Every line of the bank in this voice, each once for each language."""
    known: set[VoicePiece] = set()
    for name in scenarios.bank():
        for line in lines_of(scenarios.load(name).scenario):
            for lang in LANGS:
                piece = VoicePiece(getattr(line.words, lang), lang, speaker)
                if piece not in known:
                    known.add(piece)
                    yield piece

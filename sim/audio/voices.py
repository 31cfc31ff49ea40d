"""Spoken lines: a recorded file where there is one, else the machine's own voice, else the caption alone.

A line is known by a number made from its words, so that a recording stays right however a scenario is
rearranged, and falls silent when the words change. Recordings lie beside the scenario, as
``voices/<id>.wav``; ``qianche voices`` lists the ids with their words for whoever records them. What the
machine's voice says is made once and kept in the cache.
"""

from __future__ import annotations

import io
import logging
import wave
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from assets.cache import cached, is_cached, source_key
from common.errors import DataError, QiancheError
from common.text import Lang
from scenarios.model import Scenario
from sim.audio.library import trimmed
from sim.audio.recording import Recording
from sim.audio.script import Words, lines_of
from sim.audio.synthesis.filters import highpass, tinted
from sim.audio.synthesis.signals import RATE, Signal
from sim.audio.system_voice import SystemVoice

log = logging.getLogger(__name__)
KIND = "voices"
FOLDER = "voices"
VOICE_LEVEL = 68.0
"""Decibels at the ear: clear over every ambience."""
PREFIX = "say-"


class VoiceFileWrong(DataError):
    """A recorded line is no WAV file that can be played."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__("audio.errors.voice_file", path=path, why=why)


def line_id(words: str) -> str:
    """The name of a line's recording, without ending."""
    return PREFIX + sha256(words.encode()).hexdigest()[:16]


class Voices:
    """The spoken lines of one scenario in one language."""

    def __init__(self, lang: Lang, folder: Path | None = None, speaker: SystemVoice | None = None) -> None:
        """``folder`` holds recorded lines; ``speaker`` says the others."""
        self._lang, self._folder, self._speaker = lang, folder, speaker
        self._ready: dict[str, Recording] = {}

    def prepare(self, scenario: Scenario) -> None:
        """Load or make every line of a scenario. What cannot be said stays a caption, and the log says why."""
        for line in lines_of(scenario):
            words = getattr(line.words, self._lang)
            try:
                made = self._made(words)
            except QiancheError as error:
                log.warning("a line stays silent: %s", error)
                if not isinstance(error, DataError):
                    self._speaker = None  # it will not speak the others either
                continue
            if made is not None:
                self._ready[line_id(words)] = made

    def _made(self, words: str) -> Recording | None:
        recorded = self._folder / f"{line_id(words)}.wav" if self._folder else None
        if recorded is not None and recorded.is_file():
            return recorded_line(recorded)
        return spoken_line(words, self._lang, self._speaker) if self._speaker else None

    def line(self, words: Words) -> str | None:
        """The id of a line's recording; None when there is no voice for it."""
        known = line_id(getattr(words, self._lang))
        return known if known in self._ready else None

    def recording(self, line: str) -> Recording:
        """Raises KeyError for a line without a voice."""
        return self._ready[line]


def recorded_lines(scenario: Scenario, folder: Path) -> list[Path]:
    """The recordings that a folder has of a scenario's lines, in every language."""
    if not folder.is_dir():
        return []
    words = [said for line in lines_of(scenario) for said in (line.words.zh, line.words.en)]
    files = (folder / f"{line_id(said)}.wav" for said in words)
    return [file for file in dict.fromkeys(files) if file.is_file()]


def recorded_line(path: Path) -> Recording:
    """A recorded line, brought to the level of voices.

    Raises:
        VoiceFileWrong: the file cannot be read.
    """
    try:
        return _voice_of(path.read_bytes())
    except (OSError, EOFError, ValueError, wave.Error) as fault:
        raise VoiceFileWrong(path, fault) from fault


def voice_key(words: str, lang: Lang, speaker: SystemVoice) -> tuple[object, ...]:
    """All that a line in the machine's voice depends on."""
    return words, lang, speaker.identity, source_key("sim.audio.voices", "sim.audio.loudness", "sim.audio.system_voice")


def spoken_line(words: str, lang: Lang, speaker: SystemVoice) -> Recording:
    """A line in the machine's voice, through the cache.

    Raises:
        EnvironmentLacks: the voice does not speak, or the cache cannot be written.
    """

    def build() -> dict[str, np.ndarray]:
        return {"samples": _voice_of(speaker.say(words, lang)).samples}

    return Recording(cached(KIND, voice_key(words, lang, speaker), build)["samples"], loops=False)


def _voice_of(wav: bytes) -> Recording:
    """A line from the bytes of a WAV file: mono, at our rate, without rumble, at its level."""
    signal = tinted(_signal_of(wav), highpass(70))
    from sim.audio.loudness import levelled  # slow to import, and most lines were spoken long ago

    return Recording.of(levelled(trimmed(signal), VOICE_LEVEL, loops=False), loops=False)


def _signal_of(wav: bytes) -> Signal:
    with wave.open(io.BytesIO(wav)) as file:
        width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
        raw = np.frombuffer(file.readframes(file.getnframes()), np.uint8)
    frames = raw[: len(raw) // (width * channels) * width * channels].reshape(-1, channels, width)
    if not len(frames) or not 4000 <= rate <= 192000:
        raise ValueError(f"{len(frames)} frames at {rate} Hz")
    if width == 1:
        signal = (frames[..., 0].astype(float) - 128) / 128
    else:
        # Little-endian samples of two to four bytes: shifted up to four, so that the highest bit is the sign.
        whole = np.zeros((*frames.shape[:2], 4), np.uint8)
        whole[..., 4 - width :] = frames
        signal = whole.view("<i4")[..., 0] / 2**31
    signal = signal.mean(1)
    if not signal.any():
        raise ValueError("silence")
    from scipy.signal import resample_poly  # slow to import, and few vans have recorded voices

    shared = int(np.gcd(rate, RATE))
    return resample_poly(signal, RATE // shared, rate // shared)


@dataclass(frozen=True)
class VoicePiece:
    """A line in the machine's voice, as ``assets.build`` builds it among all the rest."""

    words: str
    lang: Lang
    speaker: SystemVoice

    @property
    def name(self) -> str:
        return line_id(self.words)

    def is_built(self) -> bool:
        return is_cached(KIND, voice_key(self.words, self.lang, self.speaker))

    def build(self) -> None:
        spoken_line(self.words, self.lang, self.speaker)

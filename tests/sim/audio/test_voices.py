"""Spoken lines: recorded ones, the machine's voice, and neither."""

from __future__ import annotations

import logging
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

import scenarios
from sim.audio.loudness import decibels
from sim.audio.script import lines_of, sounds_of
from sim.audio.synthesis import RATE
from sim.audio.system_voice import EspeakVoice, SapiVoice, VoiceSilent
from sim.audio.voices import (
    VOICE_LEVEL,
    VoiceFileWrong,
    VoicePiece,
    Voices,
    line_id,
    recorded_line,
    recorded_lines,
    spoken_line,
)

SCENARIO = scenarios.load("electrocution-temporary-power").scenario
SPEAKS = """
import os, sys, wave
words = sys.stdin.buffer.read().decode("utf-8")
out = sys.argv[sys.argv.index("-w") + 1] if "-w" in sys.argv else os.environ["QIANCHE_VOICE_FILE"]
with open(sys.argv[1], "a", encoding="utf-8") as told:
    print(words, os.environ.get("QIANCHE_VOICE_CULTURE", ""), *sys.argv[2:4], file=told)
with wave.open(out, "wb") as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(22050)
    one = bytes(1100) + b"\\x00\\x30" * 40 + b"\\x00\\xd0" * 40
    file.writeframes(one * (4 + len(words)))
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return tmp_path / "told"


@pytest.fixture
def speaker(tmp_path: Path, told: Path) -> EspeakVoice:
    """A program that behaves as espeak-ng does, and writes down what it is told."""
    script = tmp_path / "speak.py"
    script.write_text(SPEAKS, "utf-8")
    return EspeakVoice((sys.executable, str(script), str(told)))


def record(path: Path, rate: int = 44100, channels: int = 2, width: int = 2) -> None:
    """A recorded line: a tone of a second."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tone = np.round(0.3 * np.sin(np.arange(rate) * 2 * np.pi * 400 / rate) * (2 ** (8 * width - 1) - 1)).astype("<i4")
    if width == 1:
        raw = (tone + 128).astype(np.uint8).repeat(channels).tobytes()
    else:
        raw = tone.repeat(channels).view(np.uint8).reshape(-1, 4)[:, :width].tobytes()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(raw)


def test_without_any_voice_lines_are_captions_only(tmp_path: Path) -> None:
    voices = Voices("zh", tmp_path / "voices")
    voices.prepare(SCENARIO)
    assert all(voices.line(line.words) is None for line in lines_of(SCENARIO))
    with pytest.raises(KeyError):
        voices.recording("say-0")


@pytest.mark.parametrize(("rate", "channels", "width"), [(44100, 2, 2), (8000, 1, 1), (48000, 1, 3), (22050, 2, 4)])
def test_a_recorded_line_is_played_at_its_level(tmp_path: Path, rate: int, channels: int, width: int) -> None:
    words = lines_of(SCENARIO)[3].words
    record(tmp_path / f"{line_id(words.zh)}.wav", rate, channels, width)
    voices = Voices("zh", tmp_path)
    voices.prepare(SCENARIO)
    heard = voices.recording(voices.line(words))
    assert heard.seconds == pytest.approx(1.0, abs=0.02)
    assert decibels(heard.signal, loops=False) == pytest.approx(VOICE_LEVEL, abs=0.3)
    bins = np.abs(np.fft.rfft(heard.signal))
    assert bins.argmax() * RATE / len(heard.signal) == pytest.approx(400, abs=2)
    other = Voices("en", tmp_path)
    other.prepare(SCENARIO)
    assert other.line(words) is None, "it was recorded in Chinese"


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 9])
def test_a_recording_that_is_none_is_named(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    words = lines_of(SCENARIO)[0].words
    path = tmp_path / f"{line_id(words.zh)}.wav"
    path.write_bytes(content)
    with pytest.raises(VoiceFileWrong) as fault:
        recorded_line(path)
    assert str(path) in fault.value.message("zh") and fault.value.exit_code == 1
    voices = Voices("zh", tmp_path)
    with caplog.at_level(logging.WARNING):
        voices.prepare(SCENARIO)
    assert path.name in caplog.text and voices.line(words) is None


def test_the_machines_voice_says_what_is_not_recorded_once(tmp_path: Path, speaker: EspeakVoice, told: Path) -> None:
    recorded, spoken = lines_of(SCENARIO)[:2]
    record(tmp_path / "voices" / f"{line_id(recorded.words.zh)}.wav")
    for _ in range(2):
        voices = Voices("zh", tmp_path / "voices", speaker)
        voices.prepare(SCENARIO)
        assert all(voices.line(line.words) for line in lines_of(SCENARIO))
        assert decibels(voices.recording(voices.line(spoken.words)).signal, loops=False) == pytest.approx(68, abs=0.5)
    asked = told.read_text("utf-8").splitlines()
    assert len(asked) == len(lines_of(SCENARIO)) - 1
    assert asked[0] == f"{spoken.words.zh}  -v cmn"


def test_words_never_become_a_command(speaker: EspeakVoice, told: Path) -> None:
    nasty = '"; touch gone; $(touch gone) `touch gone` -w /elsewhere'
    spoken_line(nasty, "en", speaker)
    assert told.read_text("utf-8") == f"{nasty}  -v en\n"


def test_windows_voice_is_asked_the_same_way(speaker: EspeakVoice, told: Path) -> None:
    spoken_line("断电！", "zh", SapiVoice(speaker.command))
    assert told.read_text("utf-8") == "断电！ zh-CN -NoProfile -NonInteractive\n"


def test_a_voice_that_fails_is_asked_once_and_the_captions_stay(caplog: pytest.LogCaptureFixture) -> None:
    dumb = EspeakVoice((sys.executable, "-c", "import sys; sys.exit('no voice for this language')"))
    with pytest.raises(VoiceSilent, match="no voice for this language"):
        spoken_line("好", "zh", dumb)
    voices = Voices("zh", None, dumb)
    with caplog.at_level(logging.WARNING):
        voices.prepare(SCENARIO)
    assert len(caplog.records) == 1
    with pytest.raises(VoiceSilent):
        spoken_line("好", "zh", EspeakVoice(("no-such-program-anywhere",)))


def test_a_line_is_a_piece_of_the_build(speaker: EspeakVoice) -> None:
    piece = VoicePiece("断电！", "zh", speaker)
    assert not piece.is_built()
    piece.build()
    assert piece.is_built()


def test_lines_and_sounds_are_found_wherever_they_stand() -> None:
    said = {line.words.zh for line in lines_of(SCENARIO)}
    assert {option.then.zh for each in SCENARIO.decisions.values() for option in each.options.values()} <= said
    assert "有人出事了！" in said, "what is shouted in a sound"
    assert {"amb_site", "arc_zap", "mains_hum", "tap_ok", "tap_bad"} <= set(sounds_of(SCENARIO))


def test_the_recordings_of_a_scenario_are_told_from_others(tmp_path: Path) -> None:
    one = lines_of(SCENARIO)[0].words
    record(tmp_path / f"{line_id(one.en)}.wav")
    record(tmp_path / "something-else.wav")
    assert recorded_lines(SCENARIO, tmp_path) == [tmp_path / f"{line_id(one.en)}.wav"]

"""The machine's own voice, where it has one: a program of the system that is asked to write a WAV file.

On Windows that is SAPI, reached through PowerShell; elsewhere espeak-ng, when somebody has installed it.
Neither is required or shipped. The words go in through standard input and never through a shell.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from common.errors import EnvironmentLacks
from common.text import Lang

LONGEST_SECONDS = 60.0
Call = tuple[tuple[str, ...], dict[str, str]]
"""A command and what its environment has more."""
ESPEAK_VOICES: dict[Lang, str] = {"zh": "cmn", "en": "en"}
ESPEAK_PACE = "165"
SAPI_CULTURES: dict[Lang, str] = {"zh": "zh-CN", "en": "en-US"}
SAPI_SCRIPT = """
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [System.Text.UTF8Encoding]::new($false)
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$culture = [System.Globalization.CultureInfo]::GetCultureInfo($env:QIANCHE_VOICE_CULTURE)
$able = $voice.GetInstalledVoices($culture) | Where-Object { $_.Enabled } | Select-Object -First 1
if ($null -eq $able) { [Console]::Error.WriteLine('no voice for ' + $culture.Name); exit 3 }
$voice.SelectVoice($able.VoiceInfo.Name)
$voice.SetOutputToWaveFile($env:QIANCHE_VOICE_FILE)
$voice.Speak([Console]::In.ReadToEnd())
$voice.Dispose()
"""


class VoiceSilent(EnvironmentLacks):
    """The machine's voice does not speak."""

    def __init__(self, program: str, why: object) -> None:
        super().__init__("audio.errors.voice_silent", program=program, why=why)


class SystemVoice(Protocol):
    @property
    def identity(self) -> str:
        """Which voice it is: another one is asked again."""

    def say(self, words: str, lang: Lang) -> bytes:
        """The words as the bytes of a WAV file.

        Raises:
            EnvironmentLacks: it does not speak.
        """


@dataclass(frozen=True)
class EspeakVoice:
    """espeak-ng. ``command`` starts it."""

    command: tuple[str, ...]

    @property
    def identity(self) -> str:
        return f"espeak-ng {ESPEAK_PACE} {self.command[-1]}"

    def say(self, words: str, lang: Lang) -> bytes:
        def ask(file: Path) -> Call:
            return (*self.command, "-v", ESPEAK_VOICES[lang], "-s", ESPEAK_PACE, "--stdin", "-w", str(file)), {}

        return _written(ask, words)


@dataclass(frozen=True)
class SapiVoice:
    """SAPI through PowerShell. ``command`` starts PowerShell."""

    command: tuple[str, ...]

    @property
    def identity(self) -> str:
        return "sapi"

    def say(self, words: str, lang: Lang) -> bytes:
        def ask(file: Path) -> Call:
            command = (*self.command, "-NoProfile", "-NonInteractive", "-Command", SAPI_SCRIPT)
            return command, {"QIANCHE_VOICE_CULTURE": SAPI_CULTURES[lang], "QIANCHE_VOICE_FILE": str(file)}

        return _written(ask, words)


def system_voice() -> SystemVoice | None:
    """This machine's voice, or None."""
    if sys.platform == "win32":
        shell = shutil.which("powershell")
        return SapiVoice((shell,)) if shell else None
    program = shutil.which("espeak-ng")
    return EspeakVoice((program,)) if program else None


def _written(ask: Callable[[Path], Call], words: str) -> bytes:
    """What a program writes into the file that ``ask`` names to it, given the words."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "line.wav"
        command, more = ask(file)
        try:
            subprocess.run(
                command, input=words.encode(), check=True, capture_output=True, timeout=LONGEST_SECONDS,
                env={**os.environ, **more},
            )  # fmt: skip
            return file.read_bytes()
        except subprocess.CalledProcessError as fault:
            why = fault.stderr.decode(errors="replace").strip() or f"exit {fault.returncode}"
            raise VoiceSilent(command[0], why) from fault
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise VoiceSilent(command[0], fault) from fault

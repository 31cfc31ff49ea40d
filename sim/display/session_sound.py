"""A session's sound on the machine it is played at: from its state to the loudspeakers."""

from __future__ import annotations

from pathlib import Path

from common.text import Lang
from scenarios import LoadedScenario
from sim.audio.library import build_sounds
from sim.audio.mix import Ear, utterances
from sim.audio.script import lines_of, sounds_of
from sim.audio.speakers import Speakers
from sim.audio.system_voice import system_voice
from sim.audio.voices import FOLDER, Voices
from sim.render.camera import View
from sim.state import SceneState


class SessionSound:
    """Plays what one session's trainee hears. Call ``play`` once for every picture."""

    def __init__(self, loaded: LoadedScenario, lang: Lang) -> None:
        """Have every sound and line of the scenario ready, so that none is late.

        Raises:
            EnvironmentLacks: the cache cannot be written.
        """
        voices = Voices(lang, Path(loaded.path).parent / FOLDER, system_voice())
        self._ear = Ear(voices)
        self._speakers = Speakers(voices.recording)
        if self._speakers.silent:
            return
        voices.prepare(loaded.scenario)
        names = sounds_of(loaded.scenario)
        build_sounds(names)
        lines = (voices.line(line.words) for line in lines_of(loaded.scenario))
        self._speakers.prepare([*names, *filter(None, lines)])

    def play(self, state: SceneState, view: View, *, held: bool = False) -> None:
        """Let the machine sound as the session does at this moment; not at all while it is ``held``."""
        hearing = self._ear.hears(state.sounds, utterances(state), view.eye, paused=state.paused or held)
        self._speakers.play(hearing, view.heading, view.pitch)

    def leap(self) -> None:
        """The session goes on from another moment."""
        self._speakers.restart()

    def close(self) -> None:
        self._speakers.close()

"""Plays what is heard through OpenAL, round the head: for the window and the headset.

Distance, pitch and muffling are worked out in ``sim.audio.mix``; every sound is put one metre away in its
direction, and OpenAL only makes it come from there (with a headset's or the system's HRTF where there is
one). A machine without a sound device plays nothing and says so once.
"""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from panda3d import core

from sim.audio.library import muffled, recording
from sim.audio.mix import MUFFLED_GAIN, RINGING, Heard, Hearing
from sim.audio.recording import Recording
from sim.audio.voices import PREFIX

log = logging.getLogger(__name__)
MOUNT = "/qianche-sounds"
LATE = 0.25
"""Seconds; a sound that began within them is begun at its beginning."""
STEP = 0.4
"""The share of the way to its loudness that a sound goes each time: changes take a few pictures, none clicks."""
SILENT = 0.01
MOST_AT_ONCE = 48

core.load_prc_file_data("", "audio-library-name p3openal_audio\nnotify-level-audio fatal")


@contextmanager
def _libraries_quiet() -> Iterator[None]:
    """Without a sound device the system's libraries print a screenful; our log says it in a line."""
    shown = os.dup(2)
    try:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 2)
            yield
    finally:
        os.dup2(shown, 2)
        os.close(shown)


@dataclass
class _Voice:
    """One sound that plays: as it is and, once the ears have rung, muffled."""

    clear: core.AudioSound
    muffled: core.AudioSound | None = None
    gain: float = 0.0

    def each(self) -> tuple[core.AudioSound, ...]:
        return (self.clear,) if self.muffled is None else (self.clear, self.muffled)


class Speakers:
    """The machine's loudspeakers or headphones. Call ``play`` once for every picture."""

    def __init__(self, line: Callable[[str], Recording] | None = None) -> None:
        """``line`` gives the recording of a spoken line by its id."""
        self._line = line
        self._voices: dict[str, _Voice] = {}
        self._leaving: list[_Voice] = []
        self._kept: list[core.AudioSound] = []
        with _libraries_quiet():
            self._manager = core.AudioManager.create_AudioManager()
        self.silent = not self._manager.is_valid()
        """Whether there is no sound device."""
        if self.silent:
            log.warning("no sound device: the session is silent, its captions show what is heard")
            return
        self._manager.set_concurrent_sound_limit(MOST_AT_ONCE)
        self._manager.audio_3d_set_drop_off_factor(0.0)
        self._manager.audio_3d_set_doppler_factor(0.0)
        self._files = core.VirtualFileSystem.get_global_ptr()
        self._files.mount(core.VirtualFileMountRamdisk(), MOUNT, 0)

    def prepare(self, names: Iterable[str]) -> None:
        """Load sounds and lines ahead, so that beginning one takes no time from a picture."""
        if self.silent:
            return
        names = list(names)
        looks = [(name, False) for name in names]
        if RINGING in names:
            looks += [(name, True) for name in names]
        self._manager.set_cache_limit(len(looks) + MOST_AT_ONCE)
        self._kept = [self._manager.get_sound(self._file(name, dull=dull), True) for name, dull in looks]

    def play(self, hearing: Hearing, heading: float, pitch: float) -> None:
        """Bring what is played to what is heard now, with the head turned so, in degrees."""
        if self.silent:
            return
        self._turn(heading, pitch)
        heard = {sound.key: sound for sound in hearing.sounds}
        for key in self._voices.keys() - heard.keys():
            self._leaving.append(self._voices.pop(key))
        for key, sound in heard.items():
            dull = hearing.muffled if sound.outer else 0.0
            if key in self._voices:
                self._go_on(self._voices[key], sound, dull)
            else:
                self._voices[key] = self._begin(sound, dull)
        self._fade_out()
        self._manager.update()

    def restart(self) -> None:
        """Time has leapt: what is heard next begins where it would be then."""
        self._leaving += self._voices.values()
        self._voices = {}

    def _turn(self, heading: float, pitch: float) -> None:
        h, p = math.radians(heading), math.radians(pitch)
        ahead = (-math.sin(h) * math.cos(p), math.cos(h) * math.cos(p), math.sin(p))
        up = (math.sin(h) * math.sin(p), -math.cos(h) * math.sin(p), math.cos(p))
        self._manager.audio_3d_set_listener_attributes(0, 0, 0, 0, 0, 0, *ahead, *up)

    def _begin(self, sound: Heard, dull: float) -> _Voice:
        """A new voice, set before it is let loose, so that not a moment of it is wrong."""
        late = sound.age >= LATE
        voice = _Voice(self._sound(sound, dull=False), gain=0.0 if late else sound.gain)
        if dull:
            voice.muffled = self._sound(sound, dull=True)
        self._set(voice, sound, dull)
        for part in voice.each():
            self._start(part, sound.age if late else 0.0)
        return voice

    def _start(self, sound: core.AudioSound, age: float) -> None:
        """Play from where it would be now; what is over stays silent."""
        if sound.get_loop():
            sound.set_time(age % sound.length())
        elif age < sound.length():
            sound.set_time(age)
        else:
            return
        sound.play()

    def _go_on(self, voice: _Voice, sound: Heard, dull: float) -> None:
        voice.gain += (sound.gain - voice.gain) * STEP
        muffling = dull > 0 and voice.muffled is None and voice.clear.status() == core.AudioSound.PLAYING
        if muffling:
            voice.muffled = self._sound(sound, dull=True)
        self._set(voice, sound, dull)
        if muffling:
            self._start(voice.muffled, voice.clear.get_time())

    def _set(self, voice: _Voice, sound: Heard, dull: float) -> None:
        for part, share in zip(voice.each(), (1 - dull, dull * MUFFLED_GAIN), strict=False):
            part.set_volume(voice.gain * share)
            part.set_play_rate(sound.pitch)
            if sound.source is not None:
                far = math.hypot(*sound.source)
                part.set_3d_attributes(*(each / far for each in sound.source), 0, 0, 0)

    def _fade_out(self) -> None:
        for voice in self._leaving:
            voice.gain *= 1 - STEP
            for part in voice.each():
                part.set_volume(min(part.get_volume(), voice.gain))
                if voice.gain < SILENT:
                    part.stop()
        self._leaving = [voice for voice in self._leaving if voice.gain >= SILENT]

    def _sound(self, sound: Heard, *, dull: bool) -> core.AudioSound:
        found = self._manager.get_sound(self._file(sound.name, dull=dull), sound.source is not None)
        found.set_loop(sound.loop)
        return found

    def _file(self, name: str, *, dull: bool) -> core.Filename:
        """The recording as a file in memory, which is where OpenAL takes it from."""
        path = core.Filename(f"{MOUNT}/{name}{'.dull' if dull else ''}.wav")
        if not self._files.exists(path):
            clear = self._line(name) if name.startswith(PREFIX) else recording(name)
            self._files.write_file(path, (muffled(clear) if dull else clear).wav(), False)
        return path

    def close(self) -> None:
        """Stop everything and give the device back."""
        if not self.silent:
            self._voices, self._leaving, self._kept = {}, [], []
            self._manager.stop_all_sounds()
            self._manager.shutdown()
            self._files.unmount(core.Filename(MOUNT))
            self.silent = True

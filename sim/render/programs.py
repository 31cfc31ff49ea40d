"""Shader programs put together from the files in ``glsl/`` and named options."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from panda3d import core

VERSION = "#version 330\n"


@cache
def source(name: str) -> str:
    """The text of a file in ``glsl/``."""
    return (resources.files(__package__) / "glsl" / name).read_text("utf-8")


@cache
def program(vertex: str, fragment: str, **options: int | bool) -> core.Shader:
    """The program of two files; options become ``#define`` lines in both.

    Each file is preceded by ``common.glsl``.
    """
    head = VERSION + "".join(f"#define {name} {int(value)}\n" for name, value in options.items() if value is not False)
    return core.Shader.make(core.Shader.SL_GLSL, head + source(vertex), head + source("common.glsl") + source(fragment))


@dataclass(frozen=True)
class Look:
    """The options that all programs of a stage share. Software drawing pays for both sides of every branch of a
    program: what a place does not have is left out when its programs are made."""

    noise: int
    """The texture layer of noises."""
    dust: bool = False
    """Beams of lamps are seen in the air."""
    lean: bool = False
    """Only what a picture cannot do without: baked light, texture, sun with hard shadows, fog."""
    lamps: int | None = None
    """How many lamps that are not baked shine now, at most; None: as many as ``lamp_count`` says."""
    wet: bool = True
    """Rain has wetted what lies open."""
    third: bool = True
    """The ground has its third layer somewhere."""
    polished: bool = False
    """The ground mirrors where it is dry."""

    def program(self, vertex: str, fragment: str, **options: int | bool) -> core.Shader:
        own = {
            "NOISE": self.noise, "DUST": self.dust, "LEAN": self.lean, "WET": self.wet, "THIRD": self.third,
            "POLISHED": self.polished, "UNLIT": self.lamps == 0, "LAMPS": self.lamps or False,
        }  # fmt: skip
        return program(vertex, fragment, **(own | options))


@cache
def sources_text(*names: str) -> str:
    """The text of files in ``glsl/`` (all of them when none is named), for cache keys."""
    folder = resources.files(__package__) / "glsl"
    return "".join(source(name) for name in sorted(names or (entry.name for entry in folder.iterdir())))

"""The few OpenGL functions that copying a picture takes, found through the context that Panda3D draws with."""

from __future__ import annotations

import ctypes
from types import TracebackType

from sim.xr.errors import NoHeadset
from sim.xr.gl_context import GlContext

SRGB8_ALPHA8, RGBA8 = 0x8C43, 0x8058
DEPTH32F, DEPTH24 = 0x8CAC, 0x81A6
_TEXTURE_2D, _NEAREST, _NONE = 0x0DE1, 0x2600, 0
_READ, _DRAW = 0x8CA8, 0x8CA9
_READ_BINDING, _DRAW_BINDING = 0x8CAA, 0x8CA6
_COLOUR_ATTACHMENT, _DEPTH_ATTACHMENT = 0x8CE0, 0x8D00
_COLOUR_BIT, _DEPTH_BIT = 0x4000, 0x0100
_FRAMEBUFFER_SRGB, _SCISSOR_TEST = 0x8DB9, 0x0C11
_MAJOR, _MINOR = 0x821B, 0x821C
_MOST_ERRORS = 16
"""A context that is gone reports errors without end."""

_int, _uint, _pointer = ctypes.c_int, ctypes.c_uint, ctypes.c_void_p
_FUNCTIONS: dict[str, tuple[type | None, tuple[type, ...]]] = {
    "glBindFramebuffer": (None, (_uint, _uint)),
    "glBlitFramebuffer": (None, (*(_int,) * 8, _uint, _uint)),
    "glDeleteFramebuffers": (None, (_int, _pointer)),
    "glDisable": (None, (_uint,)),
    "glDrawBuffer": (None, (_uint,)),
    "glEnable": (None, (_uint,)),
    "glFramebufferTexture2D": (None, (_uint, _uint, _uint, _uint, _int)),
    "glGenFramebuffers": (None, (_int, _pointer)),
    "glGetError": (_uint, ()),
    "glGetIntegerv": (None, (_uint, _pointer)),
    "glIsEnabled": (ctypes.c_ubyte, (_uint,)),
    "glReadBuffer": (None, (_uint,)),
}


class Gl:
    """OpenGL's functions, as attributes of their own names."""

    def __init__(self, context: GlContext) -> None:
        """``context`` is current on this thread."""
        for name, (result, arguments) in _FUNCTIONS.items():
            address = context.address(name)
            if address is None:
                raise NoHeadset("no_context")
            # None of them waits: Python's lock is kept, as in ``calls``.
            setattr(self, name, ctypes.PYFUNCTYPE(result, *arguments)(address))
        self._number = _int()
        self._at_number = ctypes.byref(self._number)

    def integer(self, name: int) -> int:
        """One of the context's numbers."""
        self.glGetIntegerv(name, self._at_number)
        return self._number.value

    @property
    def version(self) -> tuple[int, int]:
        """Of the context."""
        return self.integer(_MAJOR), self.integer(_MINOR)

    def clear_errors(self) -> None:
        """Forget errors that a runtime has left behind, before Panda3D takes them for its own."""
        for _ in range(_MOST_ERRORS):
            if not self.glGetError():
                return


class Copier:
    """Copies parts of textures, byte by byte, within ``with``; after it OpenGL draws to what it did before."""

    def __init__(self, gl: Gl) -> None:
        self._gl = gl
        self._names = (_uint * 4)()
        gl.glGenFramebuffers(4, self._names)
        self._state = (0, 0, False, False)
        with self:
            for target, name in ((_READ, self._names[2]), (_DRAW, self._names[3])):
                gl.glBindFramebuffer(target, name)
            # Buffers without a colour are complete only when none is asked of them.
            gl.glReadBuffer(_NONE)
            gl.glDrawBuffer(_NONE)

    def __enter__(self) -> Copier:
        gl = self._gl
        srgb, scissor = bool(gl.glIsEnabled(_FRAMEBUFFER_SRGB)), bool(gl.glIsEnabled(_SCISSOR_TEST))
        self._state = (gl.integer(_READ_BINDING), gl.integer(_DRAW_BINDING), srgb, scissor)
        # The picture is encoded for a display already, and the target's format says so: no byte may change.
        gl.glDisable(_FRAMEBUFFER_SRGB)
        gl.glDisable(_SCISSOR_TEST)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        gl = self._gl
        read, draw, srgb, scissor = self._state
        gl.glBindFramebuffer(_READ, read)
        gl.glBindFramebuffer(_DRAW, draw)
        if srgb:
            gl.glEnable(_FRAMEBUFFER_SRGB)
        if scissor:
            gl.glEnable(_SCISSOR_TEST)

    def colour(self, source: int, left: int, target: int, size: tuple[int, int]) -> None:
        """Copy ``size`` pixels from the texture ``source``, from column ``left`` on, into all of ``target``."""
        self._copy(source, left, target, size, self._names[0:2], _COLOUR_ATTACHMENT, _COLOUR_BIT)

    def depth(self, source: int, left: int, target: int, size: tuple[int, int]) -> None:
        """As ``colour``, for depths; both textures have the same format."""
        self._copy(source, left, target, size, self._names[2:4], _DEPTH_ATTACHMENT, _DEPTH_BIT)

    def _copy(
        self, source: int, left: int, target: int, size: tuple[int, int], names: list[int], attachment: int, bit: int
    ) -> None:
        gl = self._gl
        width, height = size
        for end, name, texture in ((_READ, names[0], source), (_DRAW, names[1], target)):
            gl.glBindFramebuffer(end, name)
            gl.glFramebufferTexture2D(end, attachment, _TEXTURE_2D, texture, 0)
        gl.glBlitFramebuffer(left, 0, left + width, height, 0, 0, width, height, bit, _NEAREST)

    def remove(self) -> None:
        self._gl.glDeleteFramebuffers(4, self._names)

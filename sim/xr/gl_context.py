"""The OpenGL context that Panda3D draws with, as a runtime wants to be told of it: through GLX, EGL or WGL.

Some runtimes leave their own context current, or none. So what is current is kept before the runtime is called,
and made current again after it.
"""

from __future__ import annotations

import ctypes
import sys
from abc import ABC, abstractmethod

from sim.xr.binding import xr

_EGL_CONFIG_ID, _EGL_NONE, _EGL_DRAW, _EGL_READ = 0x3028, 0x3038, 0x3059, 0x305A
_GLX_FBCONFIG_ID, _GLX_VISUAL_ID, _GLX_SCREEN = 0x8013, 0x800B, 0x800C
_Address = ctypes.c_void_p
Handles = tuple[int | None, ...]
"""What is current: the display or device, what is drawn to, the context. The context is last."""


class GlContext(ABC):
    """The context that was current when this was made, on the thread that it was made on."""

    extension = xr.KHR_OPENGL_ENABLE_EXTENSION_NAME
    """What a runtime must offer to take pictures from such a context."""

    def __init__(self, library: ctypes.PyDLL) -> None:
        self._library = library
        self._kept: Handles = ()
        self._own: int | None = None

    @classmethod
    @abstractmethod
    def current(cls) -> GlContext | None:
        """The context that is current on this thread, None where there is none of this kind."""

    @abstractmethod
    def binding(self) -> xr.BaseXrStructure:
        """What xrCreateSession is told."""

    @abstractmethod
    def address(self, name: str) -> int | None:
        """Where the OpenGL function ``name`` is."""

    @abstractmethod
    def _current(self) -> Handles:
        """What is current on this thread."""

    @abstractmethod
    def _make_current(self, handles: Handles) -> None: ...

    def _adopt(self) -> bool:
        """Take what is current now for Panda3D's; gives whether there is anything."""
        self._kept = self._current()
        self._own = self._kept[-1]
        return self._own is not None

    def keep(self) -> None:
        """Remember what is current now, before the runtime is called."""
        now = self._current()
        if now[-1] == self._own:
            self._kept = now

    def restore(self) -> None:
        """Make current again what was, where the runtime has changed it."""
        if self._current() != self._kept:
            self._make_current(self._kept)

    def _function(self, name: str, result: object, *arguments: type) -> ctypes._CFuncPtr:
        function = getattr(self._library, name)
        function.restype, function.argtypes = result, arguments
        return function


class EglContext(GlContext):
    """Linux without a screen."""

    extension = xr.MNDX_EGL_ENABLE_EXTENSION_NAME

    def __init__(self, library: ctypes.PyDLL) -> None:
        super().__init__(library)
        pointer = ctypes.c_void_p
        self._display = self._function("eglGetCurrentDisplay", pointer)
        self._surface = self._function("eglGetCurrentSurface", pointer, ctypes.c_int)
        self._context = self._function("eglGetCurrentContext", pointer)
        self._make = self._function("eglMakeCurrent", ctypes.c_uint, pointer, pointer, pointer, pointer)
        self._address = self._function("eglGetProcAddress", pointer, ctypes.c_char_p)

    @classmethod
    def current(cls) -> EglContext | None:
        library = _library("libEGL.so.1")
        found = cls(library) if library else None
        return found if found and found._adopt() else None

    def binding(self) -> xr.BaseXrStructure:
        display, _draw, _read, context = self._kept
        query = self._function("eglQueryContext", ctypes.c_uint, _Address, _Address, ctypes.c_int, _Address)
        choose = self._function("eglChooseConfig", ctypes.c_uint, _Address, _Address, _Address, ctypes.c_int, _Address)
        number, config, found = ctypes.c_int(), ctypes.c_void_p(), ctypes.c_int()
        query(display, context, _EGL_CONFIG_ID, ctypes.byref(number))
        wanted = (ctypes.c_int * 3)(_EGL_CONFIG_ID, number.value, _EGL_NONE)
        choose(display, wanted, ctypes.byref(config), 1, ctypes.byref(found))
        told = xr.GraphicsBindingEGLMNDX()
        resolve = ctypes.cast(self._address, ctypes.c_void_p).value
        _fill(told, get_proc_address=resolve, display=display, config=config.value, context=context)
        return told

    def address(self, name: str) -> int | None:
        return self._address(name.encode())

    def _current(self) -> Handles:
        return self._display(), self._surface(_EGL_DRAW), self._surface(_EGL_READ), self._context()

    def _make_current(self, handles: Handles) -> None:
        self._make(*handles)


class GlxContext(GlContext):
    """Linux with X."""

    def __init__(self, library: ctypes.PyDLL) -> None:
        super().__init__(library)
        self._display = self._function("glXGetCurrentDisplay", ctypes.c_void_p)
        self._drawable = self._function("glXGetCurrentDrawable", ctypes.c_ulong)
        self._context = self._function("glXGetCurrentContext", ctypes.c_void_p)
        self._make = self._function("glXMakeCurrent", ctypes.c_int, _Address, ctypes.c_ulong, _Address)
        self._address = self._function("glXGetProcAddressARB", ctypes.c_void_p, ctypes.c_char_p)

    @classmethod
    def current(cls) -> GlxContext | None:
        library = _library("libGL.so.1")
        found = cls(library) if library else None
        return found if found and found._adopt() else None

    def binding(self) -> xr.BaseXrStructure:
        display, drawable, context = self._kept
        config, visual = self._config()
        told = xr.GraphicsBindingOpenGLXlibKHR(visualid=visual)
        _fill(told, x_display=display, glx_fbconfig=config, glx_drawable=drawable, glx_context=context)
        return told

    def _config(self) -> tuple[int | None, int]:
        """The context's GLXFBConfig and the id of its X visual."""
        display, _drawable, context = self._kept
        query = self._function("glXQueryContext", ctypes.c_int, _Address, _Address, ctypes.c_int, _Address)
        choose = self._function("glXChooseFBConfig", _Address, _Address, ctypes.c_int, _Address, _Address)
        ask = self._function("glXGetFBConfigAttrib", ctypes.c_int, _Address, _Address, ctypes.c_int, _Address)
        number, screen, found, visual = ctypes.c_int(), ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
        query(display, context, _GLX_FBCONFIG_ID, ctypes.byref(number))
        query(display, context, _GLX_SCREEN, ctypes.byref(screen))
        wanted = (ctypes.c_int * 3)(_GLX_FBCONFIG_ID, number.value, 0)
        configs = choose(display, screen.value, wanted, ctypes.byref(found))
        if not configs or not found.value:
            return None, 0
        config = ctypes.cast(configs, ctypes.POINTER(_Address))[0]
        self._free(configs)
        ask(display, config, _GLX_VISUAL_ID, ctypes.byref(visual))
        return config, visual.value

    @staticmethod
    def _free(block: int) -> None:
        free = ctypes.CDLL("libX11.so.6").XFree
        free.restype, free.argtypes = ctypes.c_int, (_Address,)
        free(block)

    def address(self, name: str) -> int | None:
        return self._address(name.encode())

    def _current(self) -> Handles:
        return self._display(), self._drawable(), self._context()

    def _make_current(self, handles: Handles) -> None:
        self._make(*handles)


class WglContext(GlContext):
    """Windows."""

    def __init__(self, library: ctypes.PyDLL) -> None:
        super().__init__(library)
        self._device = self._function("wglGetCurrentDC", ctypes.c_void_p)
        self._context = self._function("wglGetCurrentContext", ctypes.c_void_p)
        self._make = self._function("wglMakeCurrent", ctypes.c_int, _Address, _Address)
        self._address = self._function("wglGetProcAddress", ctypes.c_void_p, ctypes.c_char_p)

    @classmethod
    def current(cls) -> WglContext | None:
        library = _library("opengl32")
        found = cls(library) if library else None
        return found if found and found._adopt() else None

    def binding(self) -> xr.BaseXrStructure:
        device, context = self._kept
        told = xr.GraphicsBindingOpenGLWin32KHR()
        _fill(told, h_dc=device, h_glrc=context)
        return told

    def address(self, name: str) -> int | None:
        # wglGetProcAddress knows nothing of what opengl32.dll itself has (OpenGL 1.1), and some drivers answer
        # small numbers for what they do not know.
        found = self._address(name.encode())
        if found is not None and found not in (1, 2, 3, 2**64 - 1):
            return found
        own = getattr(self._library, name, None)
        return None if own is None else ctypes.cast(own, ctypes.c_void_p).value

    def _current(self) -> Handles:
        return self._device(), self._context()

    def _make_current(self, handles: Handles) -> None:
        self._make(*handles)


def current_context() -> GlContext | None:
    """The OpenGL context that is current on this thread, None where there is none."""
    if sys.platform == "win32":
        return WglContext.current()
    return GlxContext.current() or EglContext.current()


def _library(name: str) -> ctypes.PyDLL | None:
    """A system library, whose functions keep Python's lock; None where this machine lacks it."""
    try:
        return ctypes.PyDLL(name)
    except OSError:
        return None


def _fill(told: ctypes.Structure, **handles: int | None) -> None:
    """Set fields of ``told`` to handles; each binding types its own in its own way, all have a pointer's size."""
    for name, handle in handles.items():
        ctypes.c_void_p.from_buffer(told, getattr(type(told), name).offset).value = handle

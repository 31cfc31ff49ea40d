"""Calls of the runtime whose failures are ours.

pyopenxr's own functions make their structures anew for every call and turn results into exceptions of their own.
That is right while a headset is opened (``asking``). What is called for every frame goes straight to the runtime
(``function``), with structures that are kept.
"""

from __future__ import annotations

import ctypes
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from sim.xr.binding import xr
from sim.xr.errors import HeadsetLost, NoHeadset, Reason, Refused

_REASONS: dict[str, Reason] = {
    "ERROR_RUNTIME_UNAVAILABLE": "no_runtime",
    "ERROR_API_VERSION_UNSUPPORTED": "version",
    "ERROR_FORM_FACTOR_UNAVAILABLE": "not_connected",
    "ERROR_FORM_FACTOR_UNSUPPORTED": "not_a_headset",
    "ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED": "not_a_headset",
    "ERROR_GRAPHICS_DEVICE_INVALID": "other_graphics",
    "ERROR_LIMIT_REACHED": "busy",
}


def result_name(code: int) -> str:
    """The name of an XrResult, e.g. "ERROR_SESSION_LOST"; the number itself where it has none here."""
    try:
        return xr.Result(code).name
    except ValueError:
        return str(code)


_WAITING = {"xrWaitFrame", "xrBeginFrame", "xrEndFrame", "xrWaitSwapchainImage"}
"""May take their time, which other threads can have. The others answer at once, and keep Python's lock: whoever gives
it up thirty times in a frame waits thirty times, up to five milliseconds, until a busy thread gives it back."""


def function(instance: xr.Instance, name: str) -> Callable[..., int]:
    """The runtime's function ``name``, e.g. "xrWaitFrame".

    It takes ctypes values and gives its XrResult, which is a success.

    Raises:
        Refused: from the function, when it fails.
        HeadsetLost: from the function, when the runtime says that the session will be lost.
    """
    kind = getattr(xr, f"PFN_{name}")
    if name not in _WAITING:
        kind = ctypes.PYFUNCTYPE(kind._restype_, *kind._argtypes_)
    called = ctypes.cast(xr.get_instance_proc_addr(instance, name), kind)
    pending = xr.Result.SESSION_LOSS_PENDING.value

    def checked(*arguments: object) -> int:
        code = called(*arguments)
        if code < 0:
            raise Refused(name, result_name(code))
        if code == pending:
            raise HeadsetLost("restarting")
        return code

    return checked


def forget(destroy: Callable[[ctypes._Pointer], object], handle: ctypes._Pointer) -> None:
    """Destroy what is not used any more. Whatever the runtime answers, nothing can be done about it."""
    with suppress(ValueError):  # pyopenxr's, of a result that it does not know
        destroy(handle)


@contextmanager
def asking(runtime: str = "") -> Iterator[None]:
    """Within it, what the runtime refuses is a NoHeadset."""
    try:
        yield
    except xr.exception.ResultException as trouble:
        kind = trouble.get_result_enum()
        result = type(trouble).__name__ if kind is None else kind.name
        raise _no_headset(result, _call_of(trouble), runtime) from trouble
    except Refused as trouble:
        raise _no_headset(trouble.result, trouble.call, runtime) from trouble
    except HeadsetLost as trouble:
        raise _no_headset("SESSION_LOSS_PENDING", _call_of(trouble), runtime) from trouble
    except ValueError as trouble:  # pyopenxr's, of a result that it does not know: "-999 is not a valid Result"
        raise _no_headset(str(trouble).split()[0], _call_of(trouble), runtime) from trouble


def _call_of(trouble: BaseException) -> str:
    """The function of pyopenxr that raised ``trouble``, e.g. "create_session"."""
    names = [
        frame.f_code.co_name
        for frame, _line in traceback.walk_tb(trouble.__traceback__)
        if frame.f_globals.get("__name__") == "xr.functions"
    ]
    return names[-1] if names else "OpenXR"


def _no_headset(result: str, call: str, runtime: str) -> NoHeadset:
    return NoHeadset(_REASONS.get(result, "refused"), call=call, result=result, runtime=runtime)

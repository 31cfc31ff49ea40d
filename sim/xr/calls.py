"""Calls of the runtime whose failures are ours.

pyopenxr's own functions make their structures anew for every call and turn results into exceptions of their own.
That is right while a headset is opened (``asking``). What is called for every frame goes straight to the runtime
(``function``), with structures that are kept.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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


def function(instance: xr.Instance, name: str) -> Callable[..., int]:
    """The runtime's function ``name``, e.g. "xrWaitFrame".

    It takes ctypes values and gives its XrResult, which is a success.

    Raises:
        Refused: from the function, when it fails.
        HeadsetLost: from the function, when the runtime says that the session will be lost.
    """
    called = ctypes.cast(xr.get_instance_proc_addr(instance, name), getattr(xr, f"PFN_{name}"))
    pending = xr.Result.SESSION_LOSS_PENDING.value

    def checked(*arguments: object) -> int:
        code = called(*arguments)
        if code < 0:
            raise Refused(name, result_name(code))
        if code == pending:
            raise HeadsetLost("restarting")
        return code

    return checked


@contextmanager
def asking(step: str, runtime: str = "") -> Iterator[None]:
    """Within it, what the runtime refuses is a NoHeadset; ``step`` names what was asked for."""
    try:
        yield
    except xr.XrException as trouble:
        kind = trouble.get_result_enum() if isinstance(trouble, xr.exception.ResultException) else None
        raise no_headset(kind.name if kind is not None else str(trouble), step, runtime) from trouble
    except Refused as trouble:
        raise no_headset(trouble.result, trouble.call, runtime) from trouble
    except (ValueError, HeadsetLost) as trouble:  # ValueError: a result that pyopenxr does not know
        raise no_headset(str(trouble), step, runtime) from trouble


def no_headset(result: str, step: str, runtime: str) -> NoHeadset:
    """What is told of a step that failed with ``result`` while a headset was opened."""
    reason = _REASONS.get(result, "refused")
    return NoHeadset(reason, step=step, result=result, runtime=runtime)

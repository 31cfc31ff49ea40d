"""Two hundred ways in which a headset fails, in a settled order: which call, with which result, at which moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Literal

from tests.xr.mock_runtime import MockRuntime

When = Literal["waiting", "before", "playing", "paused"]
"""In the waiting room, among the panels before the scene, in the scene, in a pause."""
MOMENTS: tuple[When, ...] = ("waiting", "before", "playing", "paused")
SEED, COUNT = 20, 200
IN_FRAMES = (
    "xrPollEvent", "xrWaitFrame", "xrBeginFrame", "xrEndFrame", "xrLocateSpace", "xrLocateViews", "xrSyncActions",
    "xrGetActionStateFloat", "xrGetActionStateBoolean", "xrGetActionStateVector2f", "xrGetActionStatePose",
    "xrAcquireSwapchainImage", "xrWaitSwapchainImage", "xrReleaseSwapchainImage",
)  # fmt: skip
IN_OPENING = (
    "xrEnumerateInstanceExtensionProperties", "xrCreateInstance", "xrGetInstanceProperties", "xrGetSystem",
    "xrGetSystemProperties", "xrEnumerateViewConfigurations", "xrEnumerateViewConfigurationViews",
    "xrEnumerateEnvironmentBlendModes", "xrGetOpenGLGraphicsRequirementsKHR", "xrCreateSession", "xrBeginSession",
    "xrEnumerateReferenceSpaces", "xrCreateReferenceSpace", "xrGetReferenceSpaceBoundsRect",
    "xrEnumerateSwapchainFormats", "xrCreateSwapchain", "xrEnumerateSwapchainImages", "xrStringToPath",
    "xrCreateActionSet", "xrCreateAction", "xrSuggestInteractionProfileBindings", "xrAttachSessionActionSets",
    "xrCreateActionSpace", "xrGetCurrentInteractionProfile", "xrGetDisplayRefreshRateFB",
)  # fmt: skip
SEVERAL_TIMES = ("xrCreateAction", "xrStringToPath", "xrSuggestInteractionProfileBindings", "xrCreateActionSpace")
"""In each opening."""
RESULTS = {
    "validation failure": -1, "runtime failure": -2, "out of memory": -3, "handle invalid": -12, "instance lost": -13,
    "session lost": -17, "limit reached": -10, "no such result": -987654,
}  # fmt: skip
SUDDEN: dict[str, Callable[[MockRuntime], None]] = {
    "the session is lost": MockRuntime.lose_session,
    "the instance is lost": MockRuntime.lose_instance,
    "the instance will be lost": MockRuntime.announce_instance_loss,
    "the session will be lost": lambda runtime: runtime.go("loss_pending"),
    "the wearer quits": MockRuntime.quit,
}


@dataclass(frozen=True)
class Trouble:
    when: When
    what: str
    happen: Callable[[MockRuntime], None]

    def __str__(self) -> str:
        return f"{self.what}, {self.when}"


def _fails(call: str, result: str, nth: int, *, opening: bool) -> Callable[[MockRuntime], None]:
    def happen(runtime: MockRuntime) -> None:
        runtime.fail(call, RESULTS[result], nth)
        if opening:
            runtime.lose_session()  # so that it is opened again

    return happen


def troubles() -> list[Trouble]:
    """All of them, the moments in the order in which a visit comes to them."""
    draw = Random(SEED)
    possible = [(call, result, False) for call, result in product(IN_FRAMES, RESULTS)]
    possible += [(call, result, True) for call, result in product(IN_OPENING, RESULTS)]
    found = [Trouble(draw.choice(MOMENTS), what, happen) for what, happen in SUDDEN.items() for _ in range(2)]
    for call, result, opening in draw.sample(possible, COUNT - len(found)):
        nth = draw.randint(1, 3) if not opening or call in SEVERAL_TIMES else 1
        what = f"{call} fails ({result}, call {nth}{' of opening' if opening else ''})"
        found.append(Trouble(draw.choice(MOMENTS), what, _fails(call, result, nth, opening=opening)))
    return sorted(found, key=lambda trouble: MOMENTS.index(trouble.when))

"""What hands do: actions, bound to whatever controllers or hands there are, read and shaken."""

from __future__ import annotations

import ctypes
import logging
from dataclasses import dataclass

from common.text import text
from sim.xr.binding import xr
from sim.xr.calls import forget
from sim.xr.errors import Refused
from sim.xr.instance import Extensions
from sim.xr.profiles import GAZE_PATH, GAZE_PROFILE, PROFILES, Bindings, Profile
from sim.xr.session import Session
from sim.xr.spaces import UPRIGHT, TrackingSpace
from sim.xr.tracked import SIDES, Hand, Pose, Side

log = logging.getLogger(__name__)
_KINDS = {
    "aim": xr.ActionType.POSE_INPUT,
    "grip": xr.ActionType.POSE_INPUT,
    "trigger": xr.ActionType.FLOAT_INPUT,
    "squeeze": xr.ActionType.FLOAT_INPUT,
    "stick": xr.ActionType.VECTOR2F_INPUT,
    "pad": xr.ActionType.VECTOR2F_INPUT,
    "pad_pressed": xr.ActionType.BOOLEAN_INPUT,
    "menu": xr.ActionType.BOOLEAN_INPUT,
    "haptic": xr.ActionType.VIBRATION_OUTPUT,
}
_STATES = {
    xr.ActionType.POSE_INPUT: ("xrGetActionStatePose", xr.ActionStatePose),
    xr.ActionType.FLOAT_INPUT: ("xrGetActionStateFloat", xr.ActionStateFloat),
    xr.ActionType.VECTOR2F_INPUT: ("xrGetActionStateVector2f", xr.ActionStateVector2f),
    xr.ActionType.BOOLEAN_INPUT: ("xrGetActionStateBoolean", xr.ActionStateBoolean),
}
_LOSSES = ("ERROR_SESSION_LOST", "ERROR_INSTANCE_LOST", "ERROR_RUNTIME_FAILURE")


class Reading:
    """One action of one hand, asked for in every frame."""

    def __init__(self, session: Session, kind: xr.ActionType, action: xr.Action, user: int) -> None:
        name, state = _STATES[kind]
        self._session = session.handle
        self._ask = session.function(name)
        self._asked = xr.ActionStateGetInfo(action=action, subaction_path=user)
        self.state = state()

    def ask(self) -> ctypes.Structure:
        """Its state now: ``is_active`` and, but for poses, ``current_state``."""
        self._ask(self._session, self._asked, self.state)
        return self.state


@dataclass
class HandInput:
    """One hand's readings and spaces."""

    path: int
    readings: dict[str, Reading]
    aim: xr.Space
    grip: xr.Space
    profile: Profile | None = None

    def at(self, time: int, space: TrackingSpace) -> Hand | None:
        """What it does; None while there is no such controller or hand."""
        if not self.readings["aim"].ask().is_active:
            return None
        return Hand(
            "hand" if self.profile is not None and self.profile.bare else "controller",
            space.pose(self.aim, time),
            space.pose(self.grip, time),
            self.readings["trigger"].ask().current_state,
            self.readings["squeeze"].ask().current_state,
            self._stick(),
            bool(self.readings["menu"].ask().current_state),
        )

    def _stick(self) -> tuple[float, float]:
        """A pad counts where it is pressed: a thumb that rests on it means nothing."""
        name = "stick"
        if self.profile is not None and "pad" in self.profile.both:
            if not self.readings["pad_pressed"].ask().current_state:
                return 0.0, 0.0
            name = "pad"
        lean = self.readings[name].ask().current_state
        return lean.x, lean.y


class Actions:
    """The one set of actions, of both hands and of the eyes where the headset follows them."""

    def __init__(self, session: Session) -> None:
        self._instance, self._session = session.instance.handle, session.handle
        self._sync = session.function("xrSyncActions")
        self._profile_of = session.function("xrGetCurrentInteractionProfile")
        self._shake = session.function("xrApplyHapticFeedback")
        self._users = {side: self._path(f"/user/hand/{side}") for side in SIDES}
        told = xr.ActionSetCreateInfo(action_set_name="training", localized_action_set_name=text("xr.actions.set"))
        self._set = xr.create_action_set(self._instance, told)
        self._actions = {name: self._action(name, kind, list(self._users.values())) for name, kind in _KINDS.items()}
        self._gaze = self._action("gaze", xr.ActionType.POSE_INPUT, []) if session.system.follows_eyes else None
        self._suggest_all(session.instance.extensions)
        xr.attach_session_action_sets(session.handle, xr.SessionActionSetsAttachInfo(action_sets=[self._set]))
        self._hands = {side: self._hand(session, path) for side, path in self._users.items()}
        self._eyes = None if self._gaze is None else self._space(self._gaze, 0)
        self._looking = None if self._gaze is None else Reading(session, xr.ActionType.POSE_INPUT, self._gaze, 0)
        active = xr.ActiveActionSet(action_set=self._set, subaction_path=0)
        self._synced = xr.ActionsSyncInfo(active_action_sets=[active])
        self._profiles = {self._path(f"/interaction_profiles/{each.path}"): each for each in PROFILES}
        self._shakes = True
        self._shaken = {
            side: xr.HapticActionInfo(action=self._actions["haptic"], subaction_path=path)
            for side, path in self._users.items()
        }
        self._vibration = xr.HapticVibration(frequency=xr.FREQUENCY_UNSPECIFIED)
        self._at_vibration = ctypes.cast(ctypes.pointer(self._vibration), ctypes.POINTER(xr.HapticBaseHeader))

    # Made once.

    def _path(self, name: str) -> int:
        return xr.string_to_path(self._instance, name).value

    def _action(self, name: str, kind: xr.ActionType, users: list[int]) -> xr.Action:
        return xr.create_action(
            self._set,
            xr.ActionCreateInfo(
                action_name=name,
                action_type=kind,
                subaction_paths=users,
                localized_action_name=text(f"xr.actions.{name}"),
            ),
        )

    def _suggest_all(self, extensions: Extensions) -> None:
        for profile in PROFILES:
            if profile.known_with(extensions):
                paths = [
                    (self._actions[name], f"/user/hand/{side}/{component}")
                    for side, own in zip(SIDES, (profile.left, profile.right), strict=True)
                    for name, component in _components(profile.both, own)
                ]
                self._suggest(profile.path, paths)
        if self._gaze is not None:
            self._suggest(GAZE_PROFILE, [(self._gaze, GAZE_PATH)])

    def _suggest(self, profile: str, paths: list[tuple[xr.Action, str]]) -> None:
        bindings = [xr.ActionSuggestedBinding(action, self._path(path)) for action, path in paths]
        told = xr.InteractionProfileSuggestedBinding(
            interaction_profile=self._path(f"/interaction_profiles/{profile}"), suggested_bindings=bindings
        )
        try:
            xr.suggest_interaction_profile_bindings(self._instance, told)
        except xr.PathUnsupportedError:
            # A runtime need not know every controller; one of the others will do for those that it has.
            log.info("the headset's runtime does not take the bindings of %s", profile)

    def _space(self, action: xr.Action, user: int) -> xr.Space:
        told = xr.ActionSpaceCreateInfo(action=action, subaction_path=user, pose_in_action_space=UPRIGHT)
        return xr.create_action_space(self._session, told)

    def _hand(self, session: Session, path: int) -> HandInput:
        read = {
            name: Reading(session, kind, self._actions[name], path) for name, kind in _KINDS.items() if kind in _STATES
        }
        return HandInput(path, read, self._space(self._actions["aim"], path), self._space(self._actions["grip"], path))

    # In every frame.

    def sync(self) -> None:
        """Take what the hands do now; while the runtime's menu has the input nothing is active."""
        self._sync(self._session, self._synced)

    def hand(self, side: Side, time: int, space: TrackingSpace) -> Hand | None:
        return self._hands[side].at(time, space)

    def gaze(self, time: int, space: TrackingSpace) -> Pose | None:
        """Where the eyes look."""
        if self._looking is None or self._eyes is None or not self._looking.ask().is_active:
            return None
        return space.pose(self._eyes, time)

    # Now and then.

    def look_at_profiles(self) -> None:
        """Other controllers may be in the hands."""
        state = xr.InteractionProfileState()
        for hand in self._hands.values():
            self._profile_of(self._session, hand.path, ctypes.byref(state))
            hand.profile = self._profiles.get(state.interaction_profile)

    @property
    def controllers(self) -> tuple[str, ...]:
        """What is in the hands, the left one first: ids of ``profiles``, each once."""
        found = (hand.profile.id for hand in self._hands.values() if hand.profile is not None)
        return tuple(dict.fromkeys(found))

    def pulse(self, side: Side, strength: float, seconds: float) -> None:
        """Shake a hand's controller: ``strength`` 0..1."""
        if not self._shakes:
            return
        self._vibration.duration = round(seconds * 1e9)
        self._vibration.amplitude = min(max(strength, 0.0), 1.0)
        try:
            self._shake(self._session, self._shaken[side], self._at_vibration)
        except Refused as trouble:
            if trouble.result in _LOSSES:
                raise
            # Nobody's training depends on it.
            self._shakes = False
            log.warning("controllers are not shaken any more: %s", trouble)

    def close(self) -> None:
        """The spaces go with the session."""
        forget(xr.raw_functions.xrDestroyActionSet, self._set)


def _components(*bindings: Bindings) -> list[tuple[str, str]]:
    """Each action with each component that drives it."""
    return [(name, component) for each in bindings for name, components in each.items() for component in components]

"""What headset this machine has, without drawing anything: for the crew, before a session and when one fails."""

from __future__ import annotations

from dataclasses import dataclass

from common.text import Lang, text
from sim.xr.binding import xr
from sim.xr.errors import NoHeadset
from sim.xr.instance import OPENGL, Extensions, Instance, offered_extensions


@dataclass(frozen=True)
class Probe:
    """What was found. ``trouble`` is what stands in the way of using it, None when nothing does."""

    runtime: str | None = None
    version: str | None = None
    extensions: tuple[str, ...] = ()
    """All that the runtime offers, in the alphabet's order."""
    headset: str | None = None
    trouble: NoHeadset | None = None

    @property
    def opengl(self) -> bool:
        """Whether the runtime takes pictures from OpenGL."""
        return OPENGL in self.extensions

    def sentences(self, lang: Lang) -> list[str]:
        """All of it for a person to read."""
        lines = []
        if self.runtime is not None:
            lines.append(text("xr.probe.runtime", lang, runtime=self.runtime, version=self.version))
            lines.append(text("xr.probe.opengl" if self.opengl else "xr.probe.no_opengl", lang))
            extras = [text(f"xr.probe.extras.{name}", lang) for name in _extras(self.extensions)]
            if extras:
                lines.append(text("xr.probe.offers", lang, extras=text("xr.probe.comma", lang).join(extras)))
        if self.headset is not None:
            lines.append(text("xr.probe.headset", lang, headset=self.headset))
        lines.append(text("xr.probe.ready", lang) if self.trouble is None else self.trouble.message(lang))
        return lines


def probe() -> Probe:
    """Look for a runtime and a headset. Not while a headset is open: a process has one tie to the runtime."""
    try:
        offered = offered_extensions()
        instance = Instance.open(offered)
    except NoHeadset as trouble:
        return Probe(trouble=trouble)
    try:
        return _looked(instance, offered)
    finally:
        instance.close()


def _looked(instance: Instance, offered: Extensions) -> Probe:
    trouble = None if OPENGL in offered else NoHeadset("no_opengl", runtime=instance.runtime)
    try:
        headset = instance.system().name
    except NoHeadset as found:
        headset, trouble = None, trouble or found
    return Probe(instance.runtime, instance.version, tuple(sorted(offered)), headset, trouble)


def _extras(extensions: tuple[str, ...]) -> list[str]:
    """What an extension brings to the trainee or the crew, by the name of its text."""
    brings = {
        "hands": xr.EXT_HAND_INTERACTION_EXTENSION_NAME,
        "eyes": xr.EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME,
        "presence": xr.EXT_USER_PRESENCE_EXTENSION_NAME,
        "refresh_rate": xr.FB_DISPLAY_REFRESH_RATE_EXTENSION_NAME,
        "depth": xr.KHR_COMPOSITION_LAYER_DEPTH_EXTENSION_NAME,
    }
    return [name for name, extension in brings.items() if extension in extensions]

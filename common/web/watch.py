"""A live page says when it stops being live: the worst display is one that is frozen and looks fine."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui

from common.web.frame import Frame

FROZEN_AFTER_S = 10
_SCRIPT = """
<script>
window.qiancheAlive = Date.now();
setInterval(() => {
  const frozen = Date.now() - window.qiancheAlive > %d;
  document.body.classList.toggle("page-frozen", frozen);
}, 1000);
</script>
"""


def page_watch(frame: Frame) -> Callable[[str], None]:
    """Show "as of"; the function returned is called with the time of day whenever the page was brought up to date.

    When the calls stop, because the service or the connection is gone, the browser itself greys the
    page out and says so.
    """
    ui.add_head_html(_SCRIPT % (FROZEN_AFTER_S * 1000))
    ui.label(frame.say("web.frozen")).classes("notice notice-bad frozen-notice").props("role=alert")
    as_of = ui.label().classes("soft as-of numbers")

    def alive(time_of_day: str) -> None:
        as_of.text = frame.say("web.as_of", time=time_of_day)
        ui.run_javascript("window.qiancheAlive = Date.now()")

    return alive

/* The session and its states, and how often the display is refreshed. */
#include <math.h>

#include "mock.h"

void session_state(Session *session, XrSessionState state) {
    session->state = state;
    XrEventDataSessionStateChanged event = {
        XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED, NULL, session->object.handle, (int32_t)state, time_now()};
    event_push(&event, sizeof event);
}

/* Asked for by the application, or by the wearer in the runtime's own menu. */
void session_exit(Session *session) {
    session->exiting = true;
    if (session->state == XR_SESSION_STATE_FOCUSED) session_state(session, XR_SESSION_STATE_VISIBLE);
    if (session->state == XR_SESSION_STATE_VISIBLE) session_state(session, XR_SESSION_STATE_SYNCHRONIZED);
    if (session->state != XR_SESSION_STATE_STOPPING) session_state(session, XR_SESSION_STATE_STOPPING);
}

static XrResult xrGetOpenGLGraphicsRequirementsKHR(
    XrInstance handle, XrSystemId system, XrGraphicsRequirementsOpenGLKHR *requirements) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    (void)system;
    REQUIRE_TYPE(requirements, XR_TYPE_GRAPHICS_REQUIREMENTS_OPENGL_KHR);
    requirements->minApiVersionSupported = XR_VERSION((uint64_t)mock.gl_major, (uint64_t)mock.gl_minor, 0);
    requirements->maxApiVersionSupported = XR_VERSION(4, 6, 0);
    instance->asked_for_opengl = true;
    return XR_SUCCESS;
}

static XrResult xrCreateSession(XrInstance handle, const XrSessionCreateInfo *info, XrSession *session) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(info, XR_TYPE_SESSION_CREATE_INFO);
    if (!mock.has_headset) return XR_ERROR_FORM_FACTOR_UNAVAILABLE;
    if (object_next(SESSION, NULL)) REFUSE(XR_ERROR_LIMIT_REACHED, "the last session still lives");
    if (!instance->asked_for_opengl)
        REFUSE(XR_ERROR_GRAPHICS_REQUIREMENTS_CALL_MISSING, "xrGetOpenGLGraphicsRequirementsKHR must come first");
    const char *why = NULL;
    if (!graphics_bind(info->next, &why)) REFUSE(XR_ERROR_GRAPHICS_DEVICE_INVALID, "%s", why);
    Session *made = object_new(SESSION, sizeof *made, handle);
    *session = made->object.handle;
    session_state(made, XR_SESSION_STATE_IDLE);
    if (mock.starts_worn) session_state(made, XR_SESSION_STATE_READY);
    return XR_SUCCESS;
}

static XrResult xrDestroySession(XrSession handle) {
    ENTER();
    FIND(Session, session, SESSION, handle); /* a lost one too */
    object_destroy(session->object.handle);
    return XR_SUCCESS;
}

static XrResult xrBeginSession(XrSession handle, const XrSessionBeginInfo *info) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_SESSION_BEGIN_INFO);
    if (info->primaryViewConfigurationType != XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO)
        REFUSE(XR_ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED, "%d", info->primaryViewConfigurationType);
    if (session->running) REFUSE(XR_ERROR_SESSION_RUNNING, "it runs already");
    if (session->state != XR_SESSION_STATE_READY) REFUSE(XR_ERROR_SESSION_NOT_READY, "in state %d", session->state);
    session->running = true;
    session->waited = session->begun = false;
    return XR_SUCCESS;
}

static XrResult xrEndSession(XrSession handle) {
    ENTER();
    FIND_SESSION(session, handle);
    if (!session->running) REFUSE(XR_ERROR_SESSION_NOT_RUNNING, "it does not run");
    if (session->state != XR_SESSION_STATE_STOPPING)
        REFUSE(XR_ERROR_SESSION_NOT_STOPPING, "in state %d", session->state);
    session->running = false;
    session_state(session, XR_SESSION_STATE_IDLE);
    if (session->exiting) session_state(session, XR_SESSION_STATE_EXITING);
    return XR_SUCCESS;
}

static XrResult xrRequestExitSession(XrSession handle) {
    ENTER();
    FIND_SESSION(session, handle);
    if (!session->running) REFUSE(XR_ERROR_SESSION_NOT_RUNNING, "it does not run");
    session_exit(session);
    return XR_SUCCESS;
}

const Entry session_calls[] = {
    ENTRY_OF(KHR_OPENGL, xrGetOpenGLGraphicsRequirementsKHR),
    ENTRY(xrCreateSession),
    ENTRY(xrDestroySession),
    ENTRY(xrBeginSession),
    ENTRY(xrEndSession),
    ENTRY(xrRequestExitSession),
    {0},
};

/* --- XR_FB_display_refresh_rate --- */

static XrResult xrEnumerateDisplayRefreshRatesFB(XrSession handle, uint32_t capacity, uint32_t *count, float *rates) {
    ENTER();
    FIND_SESSION(session, handle);
    ENUMERATE(capacity, count, mock.refresh_rate_count);
    for (int i = 0; i < mock.refresh_rate_count; i++) rates[i] = mock.refresh_rates[i];
    return XR_SUCCESS;
}

static XrResult xrGetDisplayRefreshRateFB(XrSession handle, float *rate) {
    ENTER();
    FIND_SESSION(session, handle);
    *rate = mock.refresh_rate;
    return XR_SUCCESS;
}

static XrResult xrRequestDisplayRefreshRateFB(XrSession handle, float rate) {
    ENTER();
    FIND_SESSION(session, handle);
    bool known = rate == 0; /* the runtime may choose */
    for (int i = 0; i < mock.refresh_rate_count; i++) known |= fabsf(mock.refresh_rates[i] - rate) < 0.01f;
    if (!known) REFUSE(XR_ERROR_DISPLAY_REFRESH_RATE_UNSUPPORTED_FB, "%g Hz", (double)rate);
    if (rate == 0 || rate == mock.refresh_rate) return XR_SUCCESS;
    XrEventDataDisplayRefreshRateChangedFB event = {
        XR_TYPE_EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB, NULL, mock.refresh_rate, rate};
    mock.refresh_rate = rate;
    event_push(&event, sizeof event);
    return XR_SUCCESS;
}

const Entry refresh_calls[] = {
    ENTRY_OF(FB_REFRESH, xrEnumerateDisplayRefreshRatesFB),
    ENTRY_OF(FB_REFRESH, xrGetDisplayRefreshRateFB),
    ENTRY_OF(FB_REFRESH, xrRequestDisplayRefreshRateFB),
    {0},
};

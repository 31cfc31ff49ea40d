/* What tests steer and see: the headset, the person in it, the room, and what was submitted. */
#include <math.h>
#include <string.h>

#include "mock.h"

Mock mock;

static const struct { const char *name; double *value, at_first; } settings[] = {
    {"width", &mock.width, 256}, {"height", &mock.height, 256}, {"max_size", &mock.max_size, 4096},
    {"max_layers", &mock.max_layers, 16}, {"samples", &mock.samples, 1}, {"api_minor", &mock.api_minor, 1},
    {"gl_major", &mock.gl_major, 3}, {"gl_minor", &mock.gl_minor, 0}, {"has_stage", &mock.has_stage, 1},
    {"has_headset", &mock.has_headset, 1}, {"has_eye_tracker", &mock.has_eye_tracker, 1},
    {"has_presence_sensor", &mock.has_presence_sensor, 1}, {"head_valid", &mock.head_valid, 1},
    {"head_tracked", &mock.head_tracked, 1}, {"views_valid", &mock.views_valid, 1}, {"paced", &mock.paced, 0}, {"starts_worn", &mock.starts_worn, 1},
    {"should_render", &mock.should_render, 1}, {"steals_context", &mock.steals_context, 0},
    {"leaves_errors", &mock.leaves_errors, 0}, {"follows_states", &mock.follows_states, 1},
};

/* Returns 0 for a name that is not known. */
EXPORT int mock_set(const char *name, double value) {
    for (size_t i = 0; i < COUNT(settings); i++)
        if (!strcmp(settings[i].name, name)) {
            *settings[i].value = value;
            return 1;
        }
    return 0;
}

static void level_eyes(void) {
    float half = 0.0315f, wide = 0.785398f;
    for (int eye = 0; eye < 2; eye++) {
        mock.eyes[eye].pose = pose_identity();
        mock.eyes[eye].pose.position.x = eye ? half : -half;
        mock.eyes[eye].fov = (XrFovf){-wide, wide, wide, -wide};
    }
}

/* A headset as it comes out of the box, worn by somebody whose eyes are 1.6 m above the floor, with nothing in the
 * hands. What is live stays so: a test that leaves something behind is found out by the next one. */
EXPORT void mock_reset(void) {
    static const int64_t formats[] = {0x8C43, 0x8058, 0x881A, 0x81A6, 0x8CAC, 0x88F0}; /* sRGB, RGBA8, RGBA16F, depths */
    memset(&mock, 0, sizeof mock);
    for (size_t i = 0; i < COUNT(settings); i++) *settings[i].value = settings[i].at_first;
    mock.head = mock.stage = mock.local = pose_identity();
    mock.head.position.y = mock.local.position.y = 1.6f;
    mock.bounds = (XrExtent2Df){2.5f, 2.0f};
    mock.refresh_rate = mock.refresh_rates[0] = 90;
    mock.refresh_rate_count = 1;
    mock.now = 1000000000;
    memcpy(mock.formats, formats, sizeof formats);
    mock.format_count = COUNT(formats);
    level_eyes();
    offer_all();
    events_clear();
    devices_reset();
    haptics_reset();
}

__attribute__((constructor)) static void start(void) { mock_reset(); }

EXPORT int mock_offer(const char *extension, int offered) { return offer_extension(extension, offered); }

EXPORT void mock_head(XrPosef pose) { mock.head = pose; }

EXPORT void mock_eye(int eye, XrPosef pose, XrFovf fov) { mock.eyes[eye] = (Eye){pose, fov}; }

EXPORT void mock_bounds(float width, float depth) { mock.bounds = (XrExtent2Df){width, depth}; }

EXPORT void mock_formats(const int64_t *formats, int count) {
    mock.format_count = count < (int)COUNT(mock.formats) ? count : (int)COUNT(mock.formats);
    memcpy(mock.formats, formats, sizeof formats[0] * (size_t)mock.format_count);
}

/* The first one is in use. */
EXPORT void mock_refresh_rates(const float *rates, int count) {
    mock.refresh_rate_count = count < (int)COUNT(mock.refresh_rates) ? count : (int)COUNT(mock.refresh_rates);
    memcpy(mock.refresh_rates, rates, sizeof rates[0] * (size_t)mock.refresh_rate_count);
    mock.refresh_rate = mock.refresh_rates[0];
}

EXPORT void mock_pass(double seconds) { mock.now += (XrTime)llround(seconds * 1e9); }

/* --- what happens to a session --- */

EXPORT int mock_session_state(void) {
    const Session *session = object_next(SESSION, NULL);
    return session ? (int)session->state : 0;
}

EXPORT void mock_push_state(int state) {
    Session *session = object_next(SESSION, NULL);
    if (session) session_state(session, (XrSessionState)state);
}

EXPORT void mock_quit(void) {
    Session *session = object_next(SESSION, NULL);
    if (session) session_exit(session);
}

EXPORT void mock_lose_session(void) {
    Session *session = object_next(SESSION, NULL);
    if (session) session->lost = true;
}

EXPORT void mock_lose_instance(void) { mock.instance_lost = object_next(INSTANCE, NULL) != NULL; }

EXPORT void mock_announce_instance_loss(void) {
    XrEventDataInstanceLossPending event = {XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING, NULL, time_now()};
    event_push(&event, sizeof event);
}

EXPORT void mock_lose_events(int count) {
    XrEventDataEventsLost event = {XR_TYPE_EVENT_DATA_EVENTS_LOST, NULL, (uint32_t)count};
    event_push(&event, sizeof event);
}

/* As runtimes do when the wearer chooses another rate in their menu. */
EXPORT void mock_announce_refresh_rate(float from) {
    XrEventDataDisplayRefreshRateChangedFB event = {
        XR_TYPE_EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB, NULL, from, mock.refresh_rate};
    if (extension_enabled(FB_REFRESH)) event_push(&event, sizeof event);
}

EXPORT void mock_worn(int worn) {
    const Session *session = object_next(SESSION, NULL);
    if (!session || !extension_enabled(EXT_PRESENCE)) return;
    XrEventDataUserPresenceChangedEXT event = {
        XR_TYPE_EVENT_DATA_USER_PRESENCE_CHANGED_EXT, NULL, session->object.handle, worn != 0};
    event_push(&event, sizeof event);
}

/* The wearer recentres by the runtime's own menu: spaces of this kind begin where ``origin`` is in the room. */
EXPORT void mock_recentre(int reference, XrPosef origin) {
    const Session *session = object_next(SESSION, NULL);
    XrPosef *moved = reference == XR_REFERENCE_SPACE_TYPE_STAGE ? &mock.stage : &mock.local;
    XrEventDataReferenceSpaceChangePending event = {
        XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING, NULL, session ? session->object.handle : 0, reference,
        time_now(), true, pose_times(pose_inverse(*moved), origin)};
    *moved = origin;
    if (session) event_push(&event, sizeof event);
}

/* --- what the application did --- */

EXPORT int mock_alive(int kind) { return objects_alive((Kind)kind); }
EXPORT int mock_textures_alive(void) { return graphics_textures_alive(); }
EXPORT int mock_frames(void) { return mock.frames; }
EXPORT int mock_dropped(void) { return mock.dropped; }
EXPORT int mock_layers(void) { return mock.layers; }
EXPORT int mock_depth_layers(void) { return mock.depth_layers; }
EXPORT float mock_refresh_rate(void) { return mock.refresh_rate; }
EXPORT int64_t mock_now(void) { return time_now(); }

/* What was submitted last for an eye; returns 0 when it was nothing. */
EXPORT int mock_view(int eye, SubmittedView *view) {
    *view = mock.views[eye];
    return view->is_given;
}

EXPORT int mock_read(int eye, int depth, void *pixels) {
    const SubmittedView *view = &mock.views[eye];
    uint32_t texture = depth ? view->depth_texture : view->texture;
    return view->is_given && texture && graphics_read(texture, view->rect, depth, pixels);
}

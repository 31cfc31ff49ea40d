/* Actions are read and hands vibrate. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "mock.h"

enum { PULSES = 256 };
static struct {
    int user;
    XrTime time;
    XrHapticVibration how; /* a duration of 0: stopped */
} pulses[PULSES];
static int pulse_count;

void haptics_reset(void) { pulse_count = 0; }

static float larger(XrVector2f value) { return hypotf(value.x, value.y); }

/* Of several bound inputs the one that is pressed hardest counts. */
static Reading read_for(const Action *action, int user) {
    Reading reading = {false, {0, 0}};
    for (int i = 0; i < binding_count; i++) {
        const Binding *binding = &bindings[i];
        if (binding->action != action->object.handle || user_of(binding->path) != user) continue;
        if (binding->profile != profile_in_use(user)) continue;
        XrVector2f value = device_value(binding->path);
        reading.active = true;
        if (larger(value) > larger(reading.value)) reading.value = value;
    }
    return reading;
}

static XrVector2f as_type(XrActionType type, XrVector2f value) {
    if (type == XR_ACTION_TYPE_BOOLEAN_INPUT) value.x = value.x > 0.5f;
    return value;
}

static void read_action(Action *action, bool in_sync) {
    memcpy(action->before, action->now, sizeof action->now);
    Reading anybody = {false, {0, 0}};
    for (int user = 0; user <= ANYBODY; user++) {
        Reading reading = anybody;
        if (user < ANYBODY) {
            reading = in_sync ? read_for(action, user) : (Reading){false, {0, 0}};
            reading.value = as_type(action->type, reading.value);
            anybody.active |= reading.active;
            if (larger(reading.value) > larger(anybody.value)) anybody.value = reading.value;
        }
        if (memcmp(&reading.value, &action->now[user].value, sizeof reading.value)) action->changed[user] = time_now();
        action->now[user] = reading;
    }
}

static XrResult xrSyncActions(XrSession handle, const XrActionsSyncInfo *info) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_ACTIONS_SYNC_INFO);
    for (uint32_t i = 0; i < info->countActiveActionSets; i++) {
        FIND(ActionSet, set, ACTION_SET, info->activeActionSets[i].actionSet);
        if (!set->attached) REFUSE(XR_ERROR_ACTIONSET_NOT_ATTACHED, "%s", set->name);
    }
    bool focused = session->state == XR_SESSION_STATE_FOCUSED;
    for (Action *action = object_next(ACTION, NULL); action; action = object_next(ACTION, action)) {
        bool in_sync = false;
        for (uint32_t i = 0; i < info->countActiveActionSets; i++)
            in_sync |= info->activeActionSets[i].actionSet == action->object.parent;
        read_action(action, in_sync && focused);
    }
    return focused ? XR_SUCCESS : XR_SESSION_NOT_FOCUSED;
}

static XrResult find_reading(
    const Call *call, const XrActionStateGetInfo *info, XrActionType type, Action **found, int *place) {
    if (!info || info->type != XR_TYPE_ACTION_STATE_GET_INFO)
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "the info's type");
    Action *action = object_find(info->action, ACTION);
    if (!action) return refuse(call, XR_ERROR_HANDLE_INVALID, "no such action");
    if (action->type != type) return refuse(call, XR_ERROR_ACTION_TYPE_MISMATCH, "%s", action->name);
    const ActionSet *set = object_find(action->object.parent, ACTION_SET);
    if (!set->attached) return refuse(call, XR_ERROR_ACTIONSET_NOT_ATTACHED, "%s", set->name);
    *found = action;
    *place = ANYBODY;
    if (!info->subactionPath) return XR_SUCCESS;
    const char *path = path_text(info->subactionPath);
    *place = path ? user_of(path) : -1;
    if (*place < 0 || !action->users[*place])
        return refuse(call, XR_ERROR_PATH_UNSUPPORTED, "%s has no subaction path %s", action->name, path ? path : "(none)");
    return XR_SUCCESS;
}

#define READ(Type, type_number, state_number, shown)                                                     \
    ENTER();                                                                                             \
    FIND_SESSION(session, handle);                                                                       \
    REQUIRE_TYPE(state, state_number);                                                                   \
    Action *action;                                                                                      \
    int place;                                                                                           \
    XrResult result = find_reading(&call, info, type_number, &action, &place);                           \
    if (result != XR_SUCCESS) return result;                                                             \
    const Reading *now = &action->now[place], *before = &action->before[place];                          \
    state->isActive = now->active;                                                                       \
    state->currentState = now->shown;                                                                    \
    state->changedSinceLastSync = memcmp(&now->value, &before->value, sizeof now->value) != 0;           \
    state->lastChangeTime = action->changed[place];                                                      \
    return XR_SUCCESS

static XrResult xrGetActionStateBoolean(XrSession handle, const XrActionStateGetInfo *info, XrActionStateBoolean *state) {
    READ(XrActionStateBoolean, XR_ACTION_TYPE_BOOLEAN_INPUT, XR_TYPE_ACTION_STATE_BOOLEAN, value.x > 0);
}

static XrResult xrGetActionStateFloat(XrSession handle, const XrActionStateGetInfo *info, XrActionStateFloat *state) {
    READ(XrActionStateFloat, XR_ACTION_TYPE_FLOAT_INPUT, XR_TYPE_ACTION_STATE_FLOAT, value.x);
}

static XrResult xrGetActionStateVector2f(XrSession handle, const XrActionStateGetInfo *info, XrActionStateVector2f *state) {
    READ(XrActionStateVector2f, XR_ACTION_TYPE_VECTOR2F_INPUT, XR_TYPE_ACTION_STATE_VECTOR2F, value);
}

static XrResult xrGetActionStatePose(XrSession handle, const XrActionStateGetInfo *info, XrActionStatePose *state) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(state, XR_TYPE_ACTION_STATE_POSE);
    Action *action;
    int place;
    XrResult result = find_reading(&call, info, XR_ACTION_TYPE_POSE_INPUT, &action, &place);
    if (result != XR_SUCCESS) return result;
    state->isActive = action->now[place].active;
    return XR_SUCCESS;
}

static XrResult vibrate(const Call *call, XrSession handle, const XrHapticActionInfo *info, const XrHapticVibration *how) {
    const Session *session = object_find(handle, SESSION);
    if (!session) return refuse(call, XR_ERROR_HANDLE_INVALID, "no such session");
    if (session->lost) return XR_ERROR_SESSION_LOST;
    if (!info || info->type != XR_TYPE_HAPTIC_ACTION_INFO)
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "the info's type");
    const Action *action = object_find(info->action, ACTION);
    if (!action) return refuse(call, XR_ERROR_HANDLE_INVALID, "no such action");
    if (action->type != XR_ACTION_TYPE_VIBRATION_OUTPUT)
        return refuse(call, XR_ERROR_ACTION_TYPE_MISMATCH, "%s", action->name);
    if (!session->attached) return refuse(call, XR_ERROR_ACTIONSET_NOT_ATTACHED, "%s", action->name);
    const char *path = info->subactionPath ? path_text(info->subactionPath) : NULL;
    if (info->subactionPath && (!path || user_of(path) < 0 || !action->users[user_of(path)]))
        return refuse(call, XR_ERROR_PATH_UNSUPPORTED, "%s", path ? path : "(none)");
    if (how->amplitude < 0 || how->amplitude > 1 || how->duration < XR_MIN_HAPTIC_DURATION)
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "amplitude %g for %lld ns", how->amplitude, (long long)how->duration);
    if (session->state != XR_SESSION_STATE_FOCUSED) return XR_SESSION_NOT_FOCUSED;
    for (int user = 0; user < USERS; user++)
        if ((!path || user_of(path) == user) && bound_path(action, user)) {
            pulses[pulse_count % PULSES].user = user;
            pulses[pulse_count % PULSES].time = time_now();
            pulses[pulse_count++ % PULSES].how = *how;
        }
    return XR_SUCCESS;
}

static XrResult xrApplyHapticFeedback(XrSession handle, const XrHapticActionInfo *info, const XrHapticVibration *how) {
    ENTER();
    REQUIRE_TYPE(how, XR_TYPE_HAPTIC_VIBRATION);
    return vibrate(&call, handle, info, how);
}

static XrResult xrStopHapticFeedback(XrSession handle, const XrHapticActionInfo *info) {
    ENTER();
    static const XrHapticVibration still = {XR_TYPE_HAPTIC_VIBRATION, NULL, 0, 0, 0};
    return vibrate(&call, handle, info, &still);
}

const Entry input_calls[] = {
    ENTRY(xrSyncActions),
    ENTRY(xrGetActionStateBoolean),
    ENTRY(xrGetActionStateFloat),
    ENTRY(xrGetActionStateVector2f),
    ENTRY(xrGetActionStatePose),
    ENTRY(xrApplyHapticFeedback),
    ENTRY(xrStopHapticFeedback),
    {0},
};

/* --- for tests --- */

EXPORT int mock_pulse_count(void) { return pulse_count; }

EXPORT int mock_pulse(int index, float *strength, double *seconds) {
    if (index < 0 || index >= pulse_count || index < pulse_count - PULSES) return -1;
    *strength = pulses[index % PULSES].how.amplitude;
    *seconds = (double)pulses[index % PULSES].how.duration / 1e9;
    return pulses[index % PULSES].user;
}

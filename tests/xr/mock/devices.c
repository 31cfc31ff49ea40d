/* What is in the hands and before the eyes: set by the test, asked for by their paths. */
#include <stdio.h>
#include <string.h>

#include "mock.h"

static struct {
    char path[128];
    XrVector2f value;
} inputs[128];
static struct {
    char path[128];
    XrPosef pose;
    XrFlags64 flags;
} poses[32];
static int profile_of[USERS]; /* -1: nothing there */

void devices_reset(void) {
    memset(inputs, 0, sizeof inputs);
    memset(poses, 0, sizeof poses);
    for (int user = 0; user < USERS; user++) profile_of[user] = -1;
}

int device_profile(int user) { return profile_of[user]; }

XrVector2f device_value(const char *path) {
    for (size_t i = 0; i < COUNT(inputs) && *inputs[i].path; i++)
        if (!strcmp(inputs[i].path, path)) return inputs[i].value;
    return (XrVector2f){0, 0};
}

XrFlags64 device_pose(const char *path, XrPosef *pose) {
    for (size_t i = 0; i < COUNT(poses) && *poses[i].path; i++)
        if (!strcmp(poses[i].path, path)) {
            *pose = poses[i].pose;
            return poses[i].flags;
        }
    return 0;
}

/* --- for tests --- */

/* Returns 0 when the device in the hand has no such input. */
EXPORT int mock_input(const char *path, float x, float y) {
    int user = user_of(path);
    if (user < 0 || profile_of[user] < 0 || !profile_component(profile_of[user], path)) return 0;
    for (size_t i = 0; i < COUNT(inputs); i++)
        if (!*inputs[i].path || !strcmp(inputs[i].path, path)) {
            snprintf(inputs[i].path, sizeof inputs[i].path, "%s", path);
            inputs[i].value = (XrVector2f){x, y};
            return 1;
        }
    return 0;
}

EXPORT int mock_pose(const char *path, XrPosef pose, int valid, int tracked) {
    for (size_t i = 0; i < COUNT(poses); i++)
        if (!*poses[i].path || !strcmp(poses[i].path, path)) {
            snprintf(poses[i].path, sizeof poses[i].path, "%s", path);
            poses[i].pose = pose;
            poses[i].flags = (valid ? XR_LOCATED_VALID : 0) | (valid && tracked ? XR_LOCATED_TRACKED : 0);
            return 1;
        }
    return 0;
}

/* Puts a controller, a hand or nothing ("") there. Returns 0 for a profile that is not known. */
EXPORT int mock_device(int user, const char *profile) {
    int index = *profile ? profile_index(profile) : -1;
    if (*profile && index < 0) return 0;
    if (profile_of[user] == index) return 1;
    profile_of[user] = index;
    const Session *session = object_next(SESSION, NULL);
    if (session && session->attached) {
        XrEventDataInteractionProfileChanged event = {
            XR_TYPE_EVENT_DATA_INTERACTION_PROFILE_CHANGED, NULL, session->object.handle};
        event_push(&event, sizeof event);
    }
    return 1;
}

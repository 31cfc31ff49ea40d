/* Interaction profiles: which inputs and outputs each kind of controller has, from the specification. */
#include <string.h>

#include "mock.h"

const char *const USER_PATHS[USERS] = {"/user/hand/left", "/user/hand/right", "/user/eyes_ext"};

enum { BOTH = 1 << LEFT | 1 << RIGHT, ONLY_LEFT = 1 << LEFT, ONLY_RIGHT = 1 << RIGHT, ONLY_EYES = 1 << EYES };
#define BOOLEAN XR_ACTION_TYPE_BOOLEAN_INPUT
#define FLOAT XR_ACTION_TYPE_FLOAT_INPUT
#define VECTOR XR_ACTION_TYPE_VECTOR2F_INPUT
#define POSE XR_ACTION_TYPE_POSE_INPUT
#define HAPTIC XR_ACTION_TYPE_VIBRATION_OUTPUT

typedef struct {
    int users;
    const char *path;
    XrActionType type;
} Component;

#define POSES {BOTH, "/input/grip/pose", POSE}, {BOTH, "/input/aim/pose", POSE}
#define STICK(name)                                                                              \
    {BOTH, "/input/" name, VECTOR}, {BOTH, "/input/" name "/x", FLOAT}, {BOTH, "/input/" name "/y", FLOAT}
#define THUMBSTICK                                                                               \
    STICK("thumbstick"), {BOTH, "/input/thumbstick/click", BOOLEAN}, {BOTH, "/input/thumbstick/touch", BOOLEAN}
#define LETTERS                                                                                  \
    {ONLY_LEFT, "/input/x/click", BOOLEAN}, {ONLY_LEFT, "/input/x/touch", BOOLEAN},              \
    {ONLY_LEFT, "/input/y/click", BOOLEAN}, {ONLY_LEFT, "/input/y/touch", BOOLEAN},              \
    {ONLY_RIGHT, "/input/a/click", BOOLEAN}, {ONLY_RIGHT, "/input/a/touch", BOOLEAN},            \
    {ONLY_RIGHT, "/input/b/click", BOOLEAN}, {ONLY_RIGHT, "/input/b/touch", BOOLEAN}
#define VIBRATION {BOTH, "/output/haptic", HAPTIC}
#define END {0, NULL, 0}

static const Component simple[] = {
    {BOTH, "/input/select/click", BOOLEAN}, {BOTH, "/input/menu/click", BOOLEAN}, POSES, VIBRATION, END};

static const Component touch[] = {
    LETTERS, THUMBSTICK, POSES, VIBRATION,
    {ONLY_LEFT, "/input/menu/click", BOOLEAN}, {ONLY_RIGHT, "/input/system/click", BOOLEAN},
    {BOTH, "/input/squeeze/value", FLOAT}, {BOTH, "/input/trigger/value", FLOAT},
    {BOTH, "/input/trigger/touch", BOOLEAN}, {BOTH, "/input/thumbrest/touch", BOOLEAN}, END};

static const Component valve_index[] = {
    THUMBSTICK, STICK("trackpad"), POSES, VIBRATION,
    {BOTH, "/input/system/click", BOOLEAN}, {BOTH, "/input/system/touch", BOOLEAN},
    {BOTH, "/input/a/click", BOOLEAN}, {BOTH, "/input/a/touch", BOOLEAN},
    {BOTH, "/input/b/click", BOOLEAN}, {BOTH, "/input/b/touch", BOOLEAN},
    {BOTH, "/input/squeeze/value", FLOAT}, {BOTH, "/input/squeeze/force", FLOAT},
    {BOTH, "/input/trigger/click", BOOLEAN}, {BOTH, "/input/trigger/value", FLOAT},
    {BOTH, "/input/trigger/touch", BOOLEAN}, {BOTH, "/input/trackpad/force", FLOAT},
    {BOTH, "/input/trackpad/touch", BOOLEAN}, END};

static const Component vive[] = {
    STICK("trackpad"), POSES, VIBRATION,
    {BOTH, "/input/system/click", BOOLEAN}, {BOTH, "/input/squeeze/click", BOOLEAN},
    {BOTH, "/input/menu/click", BOOLEAN}, {BOTH, "/input/trigger/click", BOOLEAN},
    {BOTH, "/input/trigger/value", FLOAT}, {BOTH, "/input/trackpad/click", BOOLEAN},
    {BOTH, "/input/trackpad/touch", BOOLEAN}, END};

#define PICO                                                                                     \
    LETTERS, THUMBSTICK, POSES, VIBRATION, {BOTH, "/input/system/click", BOOLEAN},               \
    {BOTH, "/input/squeeze/click", BOOLEAN}, {BOTH, "/input/squeeze/value", FLOAT},              \
    {BOTH, "/input/trigger/click", BOOLEAN}, {BOTH, "/input/trigger/touch", BOOLEAN},            \
    {BOTH, "/input/trigger/value", FLOAT}
static const Component pico_neo3[] = {PICO, {BOTH, "/input/menu/click", BOOLEAN}, END};
static const Component pico_4[] = {PICO, {ONLY_LEFT, "/input/menu/click", BOOLEAN}, END};

static const Component hand[] = {
    POSES, {BOTH, "/input/pinch_ext/pose", POSE}, {BOTH, "/input/poke_ext/pose", POSE},
    {BOTH, "/input/pinch_ext/value", FLOAT}, {BOTH, "/input/pinch_ext/ready_ext", BOOLEAN},
    {BOTH, "/input/grasp_ext/value", FLOAT}, {BOTH, "/input/grasp_ext/ready_ext", BOOLEAN},
    {BOTH, "/input/aim_activate_ext/value", FLOAT}, {BOTH, "/input/aim_activate_ext/ready_ext", BOOLEAN}, END};

static const Component gaze[] = {{ONLY_EYES, "/input/gaze_ext/pose", POSE}, END};

enum { NEVER = 99 };
static const struct {
    const char *name;
    const Component *components;
    const char *extension; /* that brings it; NULL: the core */
    int core_since_minor;
} profiles[] = {
    {"/interaction_profiles/khr/simple_controller", simple, NULL, 0},
    {"/interaction_profiles/oculus/touch_controller", touch, NULL, 0},
    {"/interaction_profiles/valve/index_controller", valve_index, NULL, 0},
    {"/interaction_profiles/htc/vive_controller", vive, NULL, 0},
    {"/interaction_profiles/bytedance/pico_neo3_controller", pico_neo3, BD_CONTROLLER, 1},
    {"/interaction_profiles/bytedance/pico4_controller", pico_4, BD_CONTROLLER, 1},
    {"/interaction_profiles/ext/hand_interaction_ext", hand, EXT_HAND, NEVER},
    {"/interaction_profiles/ext/eye_gaze_interaction", gaze, EXT_GAZE, NEVER},
};

int profile_index(const char *name) {
    for (size_t i = 0; i < COUNT(profiles); i++)
        if (!strcmp(profiles[i].name, name)) return (int)i;
    return -1;
}

const char *profile_name(int index) { return profiles[index].name; }

bool profile_available(int index) {
    const char *extension = profiles[index].extension;
    return !extension || extension_enabled(extension) || has_api_minor(profiles[index].core_since_minor);
}

int user_of(const char *path) {
    for (int user = 0; user < USERS; user++) {
        size_t length = strlen(USER_PATHS[user]);
        if (!strncmp(path, USER_PATHS[user], length) && (path[length] == '/' || !path[length])) return user;
    }
    return -1;
}

XrActionType profile_component(int profile, const char *path) {
    int user = user_of(path);
    if (user < 0) return 0;
    const char *rest = path + strlen(USER_PATHS[user]);
    for (const Component *component = profiles[profile].components; component->path; component++)
        if ((component->users >> user & 1) && !strcmp(component->path, rest)) return component->type;
    return 0;
}

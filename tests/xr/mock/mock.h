/* An OpenXR runtime without a headset, for tests: what its files share.
 *
 * It checks the application as a strict runtime would: everything that the specification forbids is refused with
 * the specification's code and kept as a sentence in the list of violations. What a person would do (move, press,
 * take the headset off) and what can go wrong (a call that fails, a lost session, a stolen context) comes from the
 * test through the functions of control.c, in the same process. */
#ifndef MOCK_H
#define MOCK_H

#include <stdbool.h>

#include "openxr.h"

#define EXPORT __attribute__((visibility("default")))
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* --- handles.c: live things by their handles, which are never used twice --- */
typedef enum { INSTANCE = 1, SESSION, SWAPCHAIN, SPACE, ACTION_SET, ACTION, KINDS } Kind; /* as XrObjectType */

typedef struct Object {
    Kind kind;
    XrHandle handle, parent;
    struct Object *next;
} Object;

void *object_new(Kind kind, size_t size, XrHandle parent);
void *object_find(XrHandle handle, Kind kind);
void *object_next(Kind kind, const void *after); /* the first one after NULL */
void object_destroy(XrHandle handle);            /* and its children */
int objects_alive(Kind kind);

/* --- calls.c: every call begins with ENTER() --- */
typedef struct {
    const char *name;
    XrResult result;
} Call;

Call call_enter(const char *name);
void call_leave(Call *call);
XrResult refuse(const Call *call, XrResult code, const char *why, ...) __attribute__((format(printf, 3, 4)));

/* Counts and logs the call, and ends it at once when a test wants it to fail. */
#define ENTER()                                                                      \
    Call call __attribute__((cleanup(call_leave))) = call_enter(__func__);           \
    if (call.result != XR_SUCCESS) return call.result
#define REFUSE(...) return refuse(&call, __VA_ARGS__)
#define REQUIRE_TYPE(structure, wanted)                                              \
    if (!(structure)) REFUSE(XR_ERROR_VALIDATION_FAILURE, #structure " is null");    \
    if ((structure)->type != (wanted))                                               \
        REFUSE(XR_ERROR_VALIDATION_FAILURE, #structure "->type is %d", (structure)->type)
/* The same for what may be left out. */
#define ALLOW_TYPE(structure, wanted)                                                \
    if ((structure) && (structure)->type != (wanted))                                \
        REFUSE(XR_ERROR_VALIDATION_FAILURE, #structure "->type is %d", (structure)->type)
#define FIND(Type, variable, of_kind, its_handle)                                    \
    Type *variable = object_find(its_handle, of_kind);                               \
    if (!variable) REFUSE(XR_ERROR_HANDLE_INVALID, "no live object has this handle")
#define FIND_SESSION(variable, its_handle)                                           \
    FIND(Session, variable, SESSION, its_handle);                                    \
    if ((variable)->lost) return XR_ERROR_SESSION_LOST
/* The usual two calls of an enumeration: how many, then all of them. */
#define ENUMERATE(capacity, count, available)                                        \
    if (!(count)) REFUSE(XR_ERROR_VALIDATION_FAILURE, "nowhere to put the count");   \
    *(count) = (uint32_t)(available);                                                \
    if ((capacity) == 0) return XR_SUCCESS;                                          \
    if ((capacity) < *(count)) REFUSE(XR_ERROR_SIZE_INSUFFICIENT, "room for %u of %u", capacity, *(count))

typedef struct {
    const char *name;
    XrFunction function;
    const char *needs; /* the extension that must be enabled, or NULL */
} Entry;
#define ENTRY(name) {#name, (XrFunction)name, NULL}
#define ENTRY_OF(extension, name) {#name, (XrFunction)name, extension}
extern const Entry instance_calls[], path_calls[], system_calls[], session_calls[], refresh_calls[], frame_calls[],
    space_calls[], swapchain_calls[], action_calls[], input_calls[];

/* --- what there is --- */
#define KHR_OPENGL "XR_KHR_opengl_enable"
#define MNDX_EGL "XR_MNDX_egl_enable"
#define KHR_DEPTH "XR_KHR_composition_layer_depth"
#define FB_REFRESH "XR_FB_display_refresh_rate"
#define EXT_PRESENCE "XR_EXT_user_presence"
#define EXT_LOCAL_FLOOR "XR_EXT_local_floor"
#define EXT_HAND "XR_EXT_hand_interaction"
#define EXT_GAZE "XR_EXT_eye_gaze_interaction"
#define BD_CONTROLLER "XR_BD_controller_interaction"

typedef struct {
    Object object;
    XrVersion api;
    bool enabled[16]; /* of the extensions in instance.c */
    bool asked_for_opengl;
} Instance;

typedef struct {
    Object object;
    XrSessionState state;
    bool running, exiting, lost, attached;
    bool waited, begun;
    XrTime display_time; /* of the frame that was waited for last */
} Session;

enum { IMAGES = 3 };
typedef struct {
    Object object;
    XrSwapchainCreateInfo info;
    uint32_t textures[IMAGES];
    int next, acquired, released; /* indices; -1: none */
    bool waited;
} Swapchain;

typedef struct {
    Object object;
    int reference;     /* XrReferenceSpaceType, or 0 */
    XrHandle action;   /* else a pose action, of this user */
    int user;          /* or ANYBODY */
    XrPosef offset;
} Space;

enum { LEFT, RIGHT, EYES, USERS, ANYBODY = USERS }; /* /user/hand/left, /user/hand/right, /user/eyes_ext */

typedef struct {
    XrPosef pose;
    XrFovf fov;
} Eye;

typedef struct {
    bool is_given;
    uint32_t texture, depth_texture;
    XrRect2Di rect;
    XrPosef pose; /* in the room */
    XrFovf fov;
} SubmittedView;

/* Everything a test sets or reads. Poses are in the room: x right, y up, z back, its origin on the floor. */
typedef struct {
    XrPosef head, stage, local; /* local: its height is that of the eyes */
    Eye eyes[2];
    double width, height, max_size, max_layers, samples;
    double api_minor, gl_major, gl_minor, has_stage, has_headset, has_eye_tracker, has_presence_sensor;
    double head_valid, head_tracked, views_valid, paced, starts_worn, should_render;
    double steals_context, leaves_errors, follows_states;
    XrExtent2Df bounds; /* 0: not known */
    int64_t formats[16];
    int format_count;
    float refresh_rates[8], refresh_rate;
    int refresh_rate_count;
    XrTime now;
    XrDuration last_period; /* of the display when the last frame was waited for */
    SubmittedView views[2];
    int layers, depth_layers, frames, dropped;
    bool instance_lost;
} Mock;
extern Mock mock;

/* --- instance.c, paths.c --- */
bool extension_enabled(const char *name);
bool has_api_minor(int minor); /* of the instance there is */
int offer_extension(const char *name, bool offered);
void offer_all(void);
const char *path_text(XrPath path); /* NULL: no such path */
XrPath path_of(const char *text);
bool name_well_formed(const char *name);

/* --- events.c --- */
void event_push(const void *event, size_t size);
bool event_pop(XrEventDataBuffer *into);
void events_clear(void);

/* --- session.c, frames.c --- */
void session_state(Session *session, XrSessionState state);
void session_exit(Session *session);
XrTime time_now(void);

/* --- poses.c, spaces.c --- */
XrPosef pose_identity(void);
XrPosef pose_times(XrPosef outer, XrPosef inner);
XrPosef pose_inverse(XrPosef pose);
bool pose_normalised(XrPosef pose);
bool space_in_room(const Space *space, XrPosef *pose, XrFlags64 *flags);

/* --- profiles.c: kinds of controllers --- */
typedef int32_t XrActionType;
extern const char *const USER_PATHS[USERS];
int user_of(const char *path);           /* -1: none */
int profile_index(const char *name);     /* -1: not known */
const char *profile_name(int index);
bool profile_available(int index);       /* to the instance there is */
XrActionType profile_component(int profile, const char *path); /* 0: the profile has no such component */

/* --- devices.c: what is in the hands, and what it tells --- */
int device_profile(int user); /* -1: nothing */
XrVector2f device_value(const char *path);
XrFlags64 device_pose(const char *path, XrPosef *pose);
void devices_reset(void);

/* --- actions.c, input.c --- */
typedef struct {
    bool active;
    XrVector2f value;
} Reading;

typedef struct {
    Object object;
    char name[64], shown_name[128];
    bool attached;
} ActionSet;

typedef struct {
    Object object;
    char name[64], shown_name[128];
    XrActionType type;
    bool users[USERS], has_users; /* its subaction paths */
    Reading now[USERS + 1], before[USERS + 1]; /* the last: of anybody */
    XrTime changed[USERS + 1];
} Action;

typedef struct {
    int profile;
    XrHandle action;
    char path[128];
} Binding;
extern Binding bindings[512];
extern int binding_count;
int profile_in_use(int user); /* -1: none */
const char *bound_path(const Action *action, int user); /* of the profile in use; NULL: none */
void actions_reset(void);
void haptics_reset(void);

/* --- graphics.c: the application's own OpenGL context --- */
bool graphics_bind(const XrBase *chain, const char **why);
void graphics_unbind(void);
bool graphics_make_textures(int64_t format, uint32_t width, uint32_t height, int count, uint32_t *textures);
void graphics_delete_textures(int count, const uint32_t *textures);
bool graphics_read(uint32_t texture, XrRect2Di rect, bool depth, void *pixels);
void graphics_steal(void);
void graphics_leave_error(void);
int graphics_textures_alive(void);

#endif

/* Where spaces are in the room, and the views of the two eyes. */
#include "mock.h"

static bool reference_offered(int reference) {
    switch (reference) {
        case XR_REFERENCE_SPACE_TYPE_VIEW:
        case XR_REFERENCE_SPACE_TYPE_LOCAL: return true;
        case XR_REFERENCE_SPACE_TYPE_STAGE: return mock.has_stage;
        case XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR: return has_api_minor(1) || extension_enabled(EXT_LOCAL_FLOOR);
        default: return false;
    }
}

static XrFlags64 head_flags(void) {
    return (mock.head_valid ? XR_LOCATED_VALID : 0) | (mock.head_valid && mock.head_tracked ? XR_LOCATED_TRACKED : 0);
}

static XrFlags64 reference_in_room(int reference, XrPosef *pose) {
    switch (reference) {
        case XR_REFERENCE_SPACE_TYPE_VIEW: *pose = mock.head; return head_flags();
        case XR_REFERENCE_SPACE_TYPE_STAGE: *pose = mock.stage; break;
        case XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR:
            *pose = mock.local;
            pose->position.y = 0;
            break;
        default: *pose = mock.local;
    }
    return XR_LOCATED_VALID | XR_LOCATED_TRACKED;
}

bool space_in_room(const Space *space, XrPosef *pose, XrFlags64 *flags) {
    XrPosef base = pose_identity();
    *flags = 0;
    if (space->reference) {
        *flags = reference_in_room(space->reference, &base);
    } else {
        const Action *action = object_find(space->action, ACTION);
        for (int user = 0; action && user < USERS; user++) {
            const char *path = space->user == user || space->user == ANYBODY ? bound_path(action, user) : NULL;
            if (path && action->now[user].active && !*flags) *flags = device_pose(path, &base);
        }
    }
    *pose = pose_times(base, space->offset);
    return *flags & XR_LOCATED_VALID;
}

static XrResult xrEnumerateReferenceSpaces(XrSession handle, uint32_t capacity, uint32_t *count, int32_t *references) {
    ENTER();
    FIND_SESSION(session, handle);
    static const int32_t all[] = {XR_REFERENCE_SPACE_TYPE_VIEW, XR_REFERENCE_SPACE_TYPE_LOCAL,
                                  XR_REFERENCE_SPACE_TYPE_STAGE, XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR};
    int available = 0;
    for (size_t i = 0; i < COUNT(all); i++) available += reference_offered(all[i]);
    ENUMERATE(capacity, count, available);
    for (size_t i = 0; i < COUNT(all); i++)
        if (reference_offered(all[i])) *references++ = all[i];
    return XR_SUCCESS;
}

static XrResult xrCreateReferenceSpace(XrSession handle, const XrReferenceSpaceCreateInfo *info, XrSpace *space) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_REFERENCE_SPACE_CREATE_INFO);
    if (!reference_offered(info->referenceSpaceType))
        REFUSE(XR_ERROR_REFERENCE_SPACE_UNSUPPORTED, "%d", info->referenceSpaceType);
    if (!pose_normalised(info->poseInReferenceSpace)) REFUSE(XR_ERROR_POSE_INVALID, "not normalised");
    Space *made = object_new(SPACE, sizeof *made, handle);
    made->reference = info->referenceSpaceType;
    made->offset = info->poseInReferenceSpace;
    *space = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrCreateActionSpace(XrSession handle, const XrActionSpaceCreateInfo *info, XrSpace *space) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_ACTION_SPACE_CREATE_INFO);
    FIND(Action, action, ACTION, info->action);
    if (action->type != XR_ACTION_TYPE_POSE_INPUT) REFUSE(XR_ERROR_ACTION_TYPE_MISMATCH, "%s", action->name);
    if (!pose_normalised(info->poseInActionSpace)) REFUSE(XR_ERROR_POSE_INVALID, "not normalised");
    const char *path = path_text(info->subactionPath);
    int user = !info->subactionPath ? ANYBODY : path ? user_of(path) : -1;
    if (user < 0 || (user != ANYBODY && !action->users[user]))
        REFUSE(XR_ERROR_PATH_UNSUPPORTED, "%s has no subaction path %s", action->name, path ? path : "(none)");
    Space *made = object_new(SPACE, sizeof *made, handle);
    made->action = info->action;
    made->user = user;
    made->offset = info->poseInActionSpace;
    *space = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrDestroySpace(XrSpace handle) {
    ENTER();
    FIND(Space, space, SPACE, handle);
    object_destroy(space->object.handle);
    return XR_SUCCESS;
}

static XrResult xrGetReferenceSpaceBoundsRect(XrSession handle, int32_t reference, XrExtent2Df *bounds) {
    ENTER();
    FIND_SESSION(session, handle);
    if (!reference_offered(reference)) REFUSE(XR_ERROR_REFERENCE_SPACE_UNSUPPORTED, "%d", reference);
    bool known = reference == XR_REFERENCE_SPACE_TYPE_STAGE && mock.bounds.width > 0;
    *bounds = known ? mock.bounds : (XrExtent2Df){0, 0};
    return known ? XR_SUCCESS : XR_SPACE_BOUNDS_UNAVAILABLE;
}

static bool lost(const Space *space) {
    const Session *session = object_find(space->object.parent, SESSION);
    return !session || session->lost;
}

static XrResult xrLocateSpace(XrSpace handle, XrSpace base_handle, XrTime time, XrSpaceLocation *location) {
    ENTER();
    FIND(Space, space, SPACE, handle);
    FIND(Space, base, SPACE, base_handle);
    if (lost(space)) return XR_ERROR_SESSION_LOST;
    REQUIRE_TYPE(location, XR_TYPE_SPACE_LOCATION);
    if (time <= 0) REFUSE(XR_ERROR_TIME_INVALID, "%lld", (long long)time);
    XrPosef here, from;
    XrFlags64 here_flags, from_flags;
    space_in_room(space, &here, &here_flags);
    space_in_room(base, &from, &from_flags);
    location->locationFlags = here_flags & from_flags;
    location->pose = pose_times(pose_inverse(from), here);
    return XR_SUCCESS;
}

static XrResult xrLocateViews(
    XrSession handle, const XrViewLocateInfo *info, XrViewState *state, uint32_t capacity, uint32_t *count, XrView *views) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_VIEW_LOCATE_INFO);
    REQUIRE_TYPE(state, XR_TYPE_VIEW_STATE);
    FIND(Space, space, SPACE, info->space);
    if (info->viewConfigurationType != XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO)
        REFUSE(XR_ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED, "%d", info->viewConfigurationType);
    if (info->displayTime <= 0) REFUSE(XR_ERROR_TIME_INVALID, "%lld", (long long)info->displayTime);
    XrPosef from;
    XrFlags64 flags;
    space_in_room(space, &from, &flags);
    state->viewStateFlags = mock.views_valid ? flags & head_flags() : 0;
    ENUMERATE(capacity, count, 2);
    for (int eye = 0; eye < 2; eye++) {
        REQUIRE_TYPE(&views[eye], XR_TYPE_VIEW);
        views[eye].pose = pose_times(pose_inverse(from), pose_times(mock.head, mock.eyes[eye].pose));
        views[eye].fov = mock.eyes[eye].fov;
    }
    return XR_SUCCESS;
}

const Entry space_calls[] = {
    ENTRY(xrEnumerateReferenceSpaces),
    ENTRY(xrCreateReferenceSpace),
    ENTRY(xrCreateActionSpace),
    ENTRY(xrDestroySpace),
    ENTRY(xrGetReferenceSpaceBoundsRect),
    ENTRY(xrLocateSpace),
    ENTRY(xrLocateViews),
    {0},
};

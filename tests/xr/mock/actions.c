/* Action sets, actions and their bindings, checked as strictly as the specification allows. */
#include <stdio.h>
#include <string.h>

#include "mock.h"

Binding bindings[512];
int binding_count;

void actions_reset(void) { binding_count = 0; }

static XrResult xrCreateActionSet(XrInstance handle, const XrActionSetCreateInfo *info, XrActionSet *set) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(info, XR_TYPE_ACTION_SET_CREATE_INFO);
    if (!name_well_formed(info->actionSetName)) REFUSE(XR_ERROR_NAME_INVALID, "\"%s\"", info->actionSetName);
    if (!*info->localizedActionSetName) REFUSE(XR_ERROR_LOCALIZED_NAME_INVALID, "it is empty");
    for (ActionSet *other = object_next(ACTION_SET, NULL); other; other = object_next(ACTION_SET, other)) {
        if (!strcmp(other->name, info->actionSetName)) REFUSE(XR_ERROR_NAME_DUPLICATED, "%s", other->name);
        if (!strcmp(other->shown_name, info->localizedActionSetName))
            REFUSE(XR_ERROR_LOCALIZED_NAME_DUPLICATED, "%s", other->shown_name);
    }
    ActionSet *made = object_new(ACTION_SET, sizeof *made, handle);
    snprintf(made->name, sizeof made->name, "%s", info->actionSetName);
    snprintf(made->shown_name, sizeof made->shown_name, "%s", info->localizedActionSetName);
    *set = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrDestroyActionSet(XrActionSet handle) {
    ENTER();
    FIND(ActionSet, set, ACTION_SET, handle);
    object_destroy(set->object.handle);
    return XR_SUCCESS;
}

static XrResult check_names(const Call *call, const XrActionCreateInfo *info, XrActionSet set) {
    if (!name_well_formed(info->actionName)) return refuse(call, XR_ERROR_NAME_INVALID, "\"%s\"", info->actionName);
    if (!*info->localizedActionName) return refuse(call, XR_ERROR_LOCALIZED_NAME_INVALID, "it is empty");
    for (Action *other = object_next(ACTION, NULL); other; other = object_next(ACTION, other)) {
        if (other->object.parent != set) continue;
        if (!strcmp(other->name, info->actionName)) return refuse(call, XR_ERROR_NAME_DUPLICATED, "%s", other->name);
        if (!strcmp(other->shown_name, info->localizedActionName))
            return refuse(call, XR_ERROR_LOCALIZED_NAME_DUPLICATED, "%s", other->shown_name);
    }
    return XR_SUCCESS;
}

static XrResult xrCreateAction(XrActionSet handle, const XrActionCreateInfo *info, XrAction *action) {
    ENTER();
    FIND(ActionSet, set, ACTION_SET, handle);
    REQUIRE_TYPE(info, XR_TYPE_ACTION_CREATE_INFO);
    if (set->attached) REFUSE(XR_ERROR_ACTIONSETS_ALREADY_ATTACHED, "%s", set->name);
    XrResult result = check_names(&call, info, handle);
    if (result != XR_SUCCESS) return result;
    bool known = (info->actionType >= XR_ACTION_TYPE_BOOLEAN_INPUT && info->actionType <= XR_ACTION_TYPE_POSE_INPUT) ||
                 info->actionType == XR_ACTION_TYPE_VIBRATION_OUTPUT;
    if (!known) REFUSE(XR_ERROR_VALIDATION_FAILURE, "action type %d", info->actionType);
    bool users[USERS] = {false};
    for (uint32_t i = 0; i < info->countSubactionPaths; i++) {
        const char *path = path_text(info->subactionPaths[i]);
        int user = path ? user_of(path) : -1;
        if (user < 0 || strcmp(path, USER_PATHS[user]) || users[user])
            REFUSE(XR_ERROR_PATH_UNSUPPORTED, "subaction path %s", path ? path : "(none)");
        users[user] = true;
    }
    Action *made = object_new(ACTION, sizeof *made, handle);
    snprintf(made->name, sizeof made->name, "%s", info->actionName);
    snprintf(made->shown_name, sizeof made->shown_name, "%s", info->localizedActionName);
    made->type = info->actionType;
    memcpy(made->users, users, sizeof users);
    made->has_users = info->countSubactionPaths > 0;
    *action = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrDestroyAction(XrAction handle) {
    ENTER();
    FIND(Action, action, ACTION, handle);
    object_destroy(action->object.handle);
    return XR_SUCCESS;
}

/* A button gives a float, a float gives a button; a stick gives a float only by its axes. */
static bool fits(XrActionType action, XrActionType component) {
    bool numbers = (action == XR_ACTION_TYPE_BOOLEAN_INPUT || action == XR_ACTION_TYPE_FLOAT_INPUT) &&
                   (component == XR_ACTION_TYPE_BOOLEAN_INPUT || component == XR_ACTION_TYPE_FLOAT_INPUT);
    return numbers || action == component;
}

static XrResult check_binding(const Call *call, int profile, const XrActionSuggestedBinding *given) {
    const Action *action = object_find(given->action, ACTION);
    if (!action) return refuse(call, XR_ERROR_HANDLE_INVALID, "a binding's action");
    const ActionSet *set = object_find(action->object.parent, ACTION_SET);
    if (set->attached) return refuse(call, XR_ERROR_ACTIONSETS_ALREADY_ATTACHED, "%s", set->name);
    const char *path = path_text(given->binding);
    if (!path) return refuse(call, XR_ERROR_PATH_INVALID, "a binding of %s", action->name);
    XrActionType component = profile_component(profile, path);
    if (!component) return refuse(call, XR_ERROR_PATH_UNSUPPORTED, "%s has no %s", profile_name(profile), path);
    if (!fits(action->type, component))
        return refuse(call, XR_ERROR_PATH_UNSUPPORTED, "%s is of another type than %s", action->name, path);
    if (action->has_users && !action->users[user_of(path)])
        return refuse(call, XR_ERROR_PATH_UNSUPPORTED, "%s has no subaction path for %s", action->name, path);
    return XR_SUCCESS;
}

static void forget_profile(int profile) {
    int kept = 0;
    for (int i = 0; i < binding_count; i++)
        if (bindings[i].profile != profile) bindings[kept++] = bindings[i];
    binding_count = kept;
}

static XrResult xrSuggestInteractionProfileBindings(XrInstance handle, const XrInteractionProfileSuggestedBinding *info) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(info, XR_TYPE_INTERACTION_PROFILE_SUGGESTED_BINDING);
    const char *name = path_text(info->interactionProfile);
    int profile = name ? profile_index(name) : -1;
    if (!name) REFUSE(XR_ERROR_PATH_INVALID, "the interaction profile");
    if (profile < 0) return XR_ERROR_PATH_UNSUPPORTED; /* no fault: a runtime need not know every controller */
    if (!profile_available(profile)) REFUSE(XR_ERROR_PATH_UNSUPPORTED, "%s without its extension", name);
    if (!info->countSuggestedBindings) REFUSE(XR_ERROR_VALIDATION_FAILURE, "no bindings");
    for (uint32_t i = 0; i < info->countSuggestedBindings; i++) {
        XrResult result = check_binding(&call, profile, &info->suggestedBindings[i]);
        if (result != XR_SUCCESS) return result;
    }
    forget_profile(profile);
    if (binding_count + info->countSuggestedBindings > COUNT(bindings)) REFUSE(XR_ERROR_LIMIT_REACHED, "bindings");
    for (uint32_t i = 0; i < info->countSuggestedBindings; i++) {
        Binding *binding = &bindings[binding_count++];
        *binding = (Binding){profile, info->suggestedBindings[i].action, ""};
        snprintf(binding->path, sizeof binding->path, "%s", path_text(info->suggestedBindings[i].binding));
    }
    return XR_SUCCESS;
}

static XrResult xrAttachSessionActionSets(XrSession handle, const XrSessionActionSetsAttachInfo *info) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_SESSION_ACTION_SETS_ATTACH_INFO);
    if (session->attached) REFUSE(XR_ERROR_ACTIONSETS_ALREADY_ATTACHED, "they may be attached once");
    if (!info->countActionSets) REFUSE(XR_ERROR_VALIDATION_FAILURE, "no action sets");
    for (uint32_t i = 0; i < info->countActionSets; i++) {
        FIND(ActionSet, set, ACTION_SET, info->actionSets[i]);
        set->attached = true;
    }
    session->attached = true;
    XrEventDataInteractionProfileChanged event = {XR_TYPE_EVENT_DATA_INTERACTION_PROFILE_CHANGED, NULL, handle};
    event_push(&event, sizeof event);
    return XR_SUCCESS;
}

static bool has_binding(int profile) {
    for (int i = 0; i < binding_count; i++)
        if (bindings[i].profile == profile) return true;
    return false;
}

/* Whether the application can use what is in this hand: it has suggested bindings for it. */
int profile_in_use(int user) {
    int profile = device_profile(user);
    return profile >= 0 && has_binding(profile) ? profile : -1;
}

const char *bound_path(const Action *action, int user) {
    for (int i = 0; i < binding_count; i++)
        if (bindings[i].action == action->object.handle && bindings[i].profile == profile_in_use(user) &&
            user_of(bindings[i].path) == user)
            return bindings[i].path;
    return NULL;
}

static XrResult xrGetCurrentInteractionProfile(XrSession handle, XrPath user_path, XrInteractionProfileState *state) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(state, XR_TYPE_INTERACTION_PROFILE_STATE);
    if (!session->attached) REFUSE(XR_ERROR_ACTIONSET_NOT_ATTACHED, "no action sets are attached");
    const char *path = path_text(user_path);
    int user = path ? user_of(path) : -1;
    if (user < 0 || strcmp(path, USER_PATHS[user])) REFUSE(XR_ERROR_PATH_UNSUPPORTED, "%s", path ? path : "(none)");
    int profile = profile_in_use(user);
    state->interactionProfile = profile < 0 ? 0 : path_of(profile_name(profile));
    return XR_SUCCESS;
}

const Entry action_calls[] = {
    ENTRY(xrCreateActionSet),
    ENTRY(xrDestroyActionSet),
    ENTRY(xrCreateAction),
    ENTRY(xrDestroyAction),
    ENTRY(xrSuggestInteractionProfileBindings),
    ENTRY(xrAttachSessionActionSets),
    ENTRY(xrGetCurrentInteractionProfile),
    {0},
};

/* The instance and its extensions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mock.h"

static struct { const char *name; bool offered; } extensions[] = {
    {KHR_OPENGL, true},      {MNDX_EGL, true},        {KHR_DEPTH, true}, {FB_REFRESH, true}, {EXT_PRESENCE, true},
    {EXT_LOCAL_FLOOR, true}, {EXT_HAND, true},        {EXT_GAZE, true},  {BD_CONTROLLER, true},
};

int offer_extension(const char *name, bool offered) {
    for (size_t i = 0; i < COUNT(extensions); i++)
        if (!strcmp(extensions[i].name, name)) {
            extensions[i].offered = offered;
            return 1;
        }
    return 0;
}

void offer_all(void) {
    for (size_t i = 0; i < COUNT(extensions); i++) extensions[i].offered = true;
}

static XrResult xrEnumerateApiLayerProperties(uint32_t capacity, uint32_t *count, void *properties) {
    (void)capacity, (void)properties;
    *count = 0;
    return XR_SUCCESS;
}

static XrResult xrEnumerateInstanceExtensionProperties(
    const char *layer, uint32_t capacity, uint32_t *count, XrExtensionProperties *properties) {
    ENTER();
    (void)layer;
    size_t available = 0;
    for (size_t i = 0; i < COUNT(extensions); i++) available += extensions[i].offered;
    ENUMERATE(capacity, count, available);
    for (size_t i = 0; i < COUNT(extensions); i++) {
        if (!extensions[i].offered) continue;
        REQUIRE_TYPE(properties, XR_TYPE_EXTENSION_PROPERTIES);
        snprintf(properties->extensionName, sizeof properties->extensionName, "%s", extensions[i].name);
        properties++->extensionVersion = strcmp(extensions[i].name, BD_CONTROLLER) ? 1 : 2;
    }
    return XR_SUCCESS;
}

static XrResult xrCreateInstance(const XrInstanceCreateInfo *info, XrInstance *instance) {
    ENTER();
    REQUIRE_TYPE(info, XR_TYPE_INSTANCE_CREATE_INFO);
    if (object_next(INSTANCE, NULL)) REFUSE(XR_ERROR_LIMIT_REACHED, "the last instance still lives");
    if (!*info->applicationInfo.applicationName) REFUSE(XR_ERROR_NAME_INVALID, "the application has no name");
    XrVersion api = info->applicationInfo.apiVersion;
    if (XR_MAJOR(api) != 1 || XR_MINOR(api) > mock.api_minor) return XR_ERROR_API_VERSION_UNSUPPORTED;
    bool enabled[COUNT(extensions)] = {false};
    for (uint32_t k = 0; k < info->enabledExtensionCount; k++) {
        size_t i = 0;
        while (i < COUNT(extensions) && strcmp(extensions[i].name, info->enabledExtensionNames[k])) i++;
        if (i == COUNT(extensions) || !extensions[i].offered)
            REFUSE(XR_ERROR_EXTENSION_NOT_PRESENT, "%s is not offered", info->enabledExtensionNames[k]);
        enabled[i] = true;
    }
    Instance *made = object_new(INSTANCE, sizeof *made, 0);
    memcpy(made->enabled, enabled, sizeof enabled);
    made->api = api;
    *instance = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrDestroyInstance(XrInstance handle) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    object_destroy(instance->object.handle);
    events_clear();
    actions_reset();
    mock.instance_lost = false;
    return XR_SUCCESS;
}

bool extension_enabled(const char *name) {
    const Instance *instance = object_next(INSTANCE, NULL);
    for (size_t i = 0; instance && i < COUNT(extensions); i++)
        if (!strcmp(extensions[i].name, name)) return instance->enabled[i];
    return false;
}

bool has_api_minor(int minor) {
    const Instance *instance = object_next(INSTANCE, NULL);
    return instance && (int)XR_MINOR(instance->api) >= minor;
}

static XrResult xrGetInstanceProperties(XrInstance handle, XrInstanceProperties *properties) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(properties, XR_TYPE_INSTANCE_PROPERTIES);
    snprintf(properties->runtimeName, sizeof properties->runtimeName, "Mock runtime");
    properties->runtimeVersion = XR_VERSION(1, 2, 3);
    return XR_SUCCESS;
}

static XrResult xrPollEvent(XrInstance handle, XrEventDataBuffer *event) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(event, XR_TYPE_EVENT_DATA_BUFFER);
    return event_pop(event) ? XR_SUCCESS : XR_EVENT_UNAVAILABLE;
}

static XrResult xrResultToString(XrInstance handle, XrResult value, char text[64]) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    snprintf(text, 64, "XR_UNKNOWN_%s_%d", value < 0 ? "FAILURE" : "SUCCESS", abs(value));
    return XR_SUCCESS;
}

static XrResult xrStructureTypeToString(XrInstance handle, int32_t value, char text[64]) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    snprintf(text, 64, "XR_UNKNOWN_STRUCTURE_TYPE_%d", value);
    return XR_SUCCESS;
}

const Entry instance_calls[] = {
    ENTRY(xrEnumerateApiLayerProperties),
    ENTRY(xrEnumerateInstanceExtensionProperties),
    ENTRY(xrCreateInstance),
    ENTRY(xrDestroyInstance),
    ENTRY(xrGetInstanceProperties),
    ENTRY(xrPollEvent),
    ENTRY(xrResultToString),
    ENTRY(xrStructureTypeToString),
    {0},
};

/* The system: the headset that is or is not plugged in. */
#include <stdio.h>

#include "mock.h"

enum { THE_SYSTEM = 7 };
#define CHECK_SYSTEM(system)                                                                                    \
    FIND(Instance, instance, INSTANCE, handle);                                                                 \
    if ((system) != THE_SYSTEM) REFUSE(XR_ERROR_SYSTEM_INVALID, "%llu", (unsigned long long)(system))
#define CHECK_VIEWS(views)                                                                                      \
    if ((views) != XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO)                                                   \
        REFUSE(XR_ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED, "%d", (views))

static XrResult xrGetSystem(XrInstance handle, const XrSystemGetInfo *info, XrSystemId *system) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    REQUIRE_TYPE(info, XR_TYPE_SYSTEM_GET_INFO);
    if (info->formFactor != XR_FORM_FACTOR_HEAD_MOUNTED_DISPLAY) return XR_ERROR_FORM_FACTOR_UNSUPPORTED;
    if (!mock.has_headset) return XR_ERROR_FORM_FACTOR_UNAVAILABLE;
    *system = THE_SYSTEM;
    return XR_SUCCESS;
}

static XrResult xrGetSystemProperties(XrInstance handle, XrSystemId system, XrSystemProperties *properties) {
    ENTER();
    CHECK_SYSTEM(system);
    REQUIRE_TYPE(properties, XR_TYPE_SYSTEM_PROPERTIES);
    properties->systemId = system;
    properties->vendorId = 0x1234;
    snprintf(properties->systemName, sizeof properties->systemName, "Mock headset");
    properties->maxSwapchainImageWidth = properties->maxSwapchainImageHeight = (uint32_t)mock.max_size;
    properties->maxLayerCount = (uint32_t)mock.max_layers;
    properties->orientationTracking = properties->positionTracking = true;
    for (XrBase *more = properties->next; more; more = more->next) {
        if (more->type == XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT)
            ((XrSystemSupport *)more)->supported = mock.has_eye_tracker && extension_enabled(EXT_GAZE);
        if (more->type == XR_TYPE_SYSTEM_USER_PRESENCE_PROPERTIES_EXT)
            ((XrSystemSupport *)more)->supported = mock.has_presence_sensor && extension_enabled(EXT_PRESENCE);
    }
    return XR_SUCCESS;
}

static XrResult xrEnumerateEnvironmentBlendModes(
    XrInstance handle, XrSystemId system, int32_t views, uint32_t capacity, uint32_t *count, int32_t *modes) {
    ENTER();
    CHECK_SYSTEM(system);
    CHECK_VIEWS(views);
    ENUMERATE(capacity, count, 1);
    modes[0] = XR_ENVIRONMENT_BLEND_MODE_OPAQUE;
    return XR_SUCCESS;
}

static XrResult xrEnumerateViewConfigurations(
    XrInstance handle, XrSystemId system, uint32_t capacity, uint32_t *count, int32_t *views) {
    ENTER();
    CHECK_SYSTEM(system);
    ENUMERATE(capacity, count, 1);
    views[0] = XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO;
    return XR_SUCCESS;
}

static XrResult xrGetViewConfigurationProperties(
    XrInstance handle, XrSystemId system, int32_t views, XrViewConfigurationProperties *properties) {
    ENTER();
    CHECK_SYSTEM(system);
    CHECK_VIEWS(views);
    REQUIRE_TYPE(properties, XR_TYPE_VIEW_CONFIGURATION_PROPERTIES);
    properties->viewConfigurationType = views;
    properties->fovMutable = true;
    return XR_SUCCESS;
}

static XrResult xrEnumerateViewConfigurationViews(
    XrInstance handle, XrSystemId system, int32_t views, uint32_t capacity, uint32_t *count, XrViewConfigurationView *each) {
    ENTER();
    CHECK_SYSTEM(system);
    CHECK_VIEWS(views);
    ENUMERATE(capacity, count, 2);
    for (int eye = 0; eye < 2; eye++, each++) {
        REQUIRE_TYPE(each, XR_TYPE_VIEW_CONFIGURATION_VIEW);
        each->recommendedImageRectWidth = (uint32_t)mock.width;
        each->recommendedImageRectHeight = (uint32_t)mock.height;
        each->maxImageRectWidth = each->maxImageRectHeight = (uint32_t)mock.max_size;
        each->recommendedSwapchainSampleCount = each->maxSwapchainSampleCount = (uint32_t)mock.samples;
    }
    return XR_SUCCESS;
}

const Entry system_calls[] = {
    ENTRY(xrGetSystem),
    ENTRY(xrGetSystemProperties),
    ENTRY(xrEnumerateEnvironmentBlendModes),
    ENTRY(xrEnumerateViewConfigurations),
    ENTRY(xrGetViewConfigurationProperties),
    ENTRY(xrEnumerateViewConfigurationViews),
    {0},
};

/* How the loader finds the runtime's functions. */
#include <string.h>

#include "mock.h"

static XrResult xrGetInstanceProcAddr(XrInstance instance, const char *name, XrFunction *function) {
    static const Entry *const tables[] = {instance_calls, path_calls,  system_calls, session_calls, frame_calls,
                                          space_calls,    swapchain_calls, action_calls, input_calls, refresh_calls};
    static const char *const without_instance[] = {
        "xrCreateInstance", "xrEnumerateInstanceExtensionProperties", "xrEnumerateApiLayerProperties"};
    *function = NULL;
    if (!strcmp(name, "xrGetInstanceProcAddr")) {
        *function = (XrFunction)xrGetInstanceProcAddr;
        return XR_SUCCESS;
    }
    bool early = false;
    for (size_t i = 0; i < COUNT(without_instance); i++) early |= !strcmp(name, without_instance[i]);
    if (!early && !object_find(instance, INSTANCE)) return XR_ERROR_HANDLE_INVALID;
    for (size_t t = 0; t < COUNT(tables); t++)
        for (const Entry *entry = tables[t]; entry->name; entry++) {
            if (strcmp(entry->name, name)) continue;
            if (entry->needs && !extension_enabled(entry->needs)) return XR_ERROR_FUNCTION_UNSUPPORTED;
            *function = entry->function;
            return XR_SUCCESS;
        }
    return XR_ERROR_FUNCTION_UNSUPPORTED;
}

EXPORT XrResult xrNegotiateLoaderRuntimeInterface(const XrNegotiateLoaderInfo *loader, XrNegotiateRuntimeRequest *runtime) {
    enum { LOADER_INFO = 1, RUNTIME_REQUEST = 3, INTERFACE = 1 };
    if (!loader || !runtime || loader->structType != LOADER_INFO || runtime->structType != RUNTIME_REQUEST ||
        loader->minInterfaceVersion > INTERFACE || loader->maxInterfaceVersion < INTERFACE)
        return -6; /* XR_ERROR_INITIALIZATION_FAILED */
    runtime->runtimeInterfaceVersion = INTERFACE;
    runtime->runtimeApiVersion = XR_VERSION(1, (uint64_t)mock.api_minor, 0);
    runtime->getInstanceProcAddr = xrGetInstanceProcAddr;
    return XR_SUCCESS;
}

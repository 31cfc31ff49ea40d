/* The part of OpenXR 1.1 that the mock runtime speaks, declared afresh from the specification, so that the tests
 * need a C compiler and nothing else, and so that a wrong layout in the application's binding shows as an error.
 * Names are the specification's. Handles are 64 bits wide everywhere. */
#ifndef MOCK_OPENXR_H
#define MOCK_OPENXR_H

#include <stddef.h>
#include <stdint.h>

typedef int32_t XrResult;
typedef uint32_t XrBool32;
typedef uint64_t XrFlags64, XrVersion, XrPath, XrSystemId, XrHandle;
typedef int64_t XrTime, XrDuration;
typedef XrHandle XrInstance, XrSession, XrSwapchain, XrSpace, XrActionSet, XrAction;
typedef void (*XrFunction)(void);

#define XR_VERSION(major, minor, patch) (((uint64_t)(major) << 48) | ((uint64_t)(minor) << 32) | (patch))
#define XR_MINOR(version) (((version) >> 32) & 0xffff)
#define XR_MAJOR(version) ((version) >> 48)

enum {
    XR_SUCCESS = 0,
    XR_EVENT_UNAVAILABLE = 4,
    XR_SPACE_BOUNDS_UNAVAILABLE = 7,
    XR_SESSION_NOT_FOCUSED = 8,
    XR_FRAME_DISCARDED = 9,
    XR_ERROR_VALIDATION_FAILURE = -1,
    XR_ERROR_RUNTIME_FAILURE = -2,
    XR_ERROR_API_VERSION_UNSUPPORTED = -4,
    XR_ERROR_FUNCTION_UNSUPPORTED = -7,
    XR_ERROR_FEATURE_UNSUPPORTED = -8,
    XR_ERROR_EXTENSION_NOT_PRESENT = -9,
    XR_ERROR_LIMIT_REACHED = -10,
    XR_ERROR_SIZE_INSUFFICIENT = -11,
    XR_ERROR_HANDLE_INVALID = -12,
    XR_ERROR_INSTANCE_LOST = -13,
    XR_ERROR_SESSION_RUNNING = -14,
    XR_ERROR_SESSION_NOT_RUNNING = -16,
    XR_ERROR_SESSION_LOST = -17,
    XR_ERROR_SYSTEM_INVALID = -18,
    XR_ERROR_PATH_INVALID = -19,
    XR_ERROR_PATH_FORMAT_INVALID = -21,
    XR_ERROR_PATH_UNSUPPORTED = -22,
    XR_ERROR_LAYER_INVALID = -23,
    XR_ERROR_LAYER_LIMIT_EXCEEDED = -24,
    XR_ERROR_SWAPCHAIN_RECT_INVALID = -25,
    XR_ERROR_SWAPCHAIN_FORMAT_UNSUPPORTED = -26,
    XR_ERROR_ACTION_TYPE_MISMATCH = -27,
    XR_ERROR_SESSION_NOT_READY = -28,
    XR_ERROR_SESSION_NOT_STOPPING = -29,
    XR_ERROR_TIME_INVALID = -30,
    XR_ERROR_REFERENCE_SPACE_UNSUPPORTED = -31,
    XR_ERROR_FORM_FACTOR_UNSUPPORTED = -34,
    XR_ERROR_FORM_FACTOR_UNAVAILABLE = -35,
    XR_ERROR_CALL_ORDER_INVALID = -37,
    XR_ERROR_GRAPHICS_DEVICE_INVALID = -38,
    XR_ERROR_POSE_INVALID = -39,
    XR_ERROR_VIEW_CONFIGURATION_TYPE_UNSUPPORTED = -41,
    XR_ERROR_ENVIRONMENT_BLEND_MODE_UNSUPPORTED = -42,
    XR_ERROR_NAME_DUPLICATED = -44,
    XR_ERROR_NAME_INVALID = -45,
    XR_ERROR_ACTIONSET_NOT_ATTACHED = -46,
    XR_ERROR_ACTIONSETS_ALREADY_ATTACHED = -47,
    XR_ERROR_LOCALIZED_NAME_DUPLICATED = -48,
    XR_ERROR_LOCALIZED_NAME_INVALID = -49,
    XR_ERROR_GRAPHICS_REQUIREMENTS_CALL_MISSING = -50,
    XR_ERROR_DISPLAY_REFRESH_RATE_UNSUPPORTED_FB = -1000101000,
};

enum {
    XR_TYPE_EXTENSION_PROPERTIES = 2,
    XR_TYPE_INSTANCE_CREATE_INFO = 3,
    XR_TYPE_SYSTEM_GET_INFO = 4,
    XR_TYPE_SYSTEM_PROPERTIES = 5,
    XR_TYPE_VIEW_LOCATE_INFO = 6,
    XR_TYPE_VIEW = 7,
    XR_TYPE_SESSION_CREATE_INFO = 8,
    XR_TYPE_SWAPCHAIN_CREATE_INFO = 9,
    XR_TYPE_SESSION_BEGIN_INFO = 10,
    XR_TYPE_VIEW_STATE = 11,
    XR_TYPE_FRAME_END_INFO = 12,
    XR_TYPE_HAPTIC_VIBRATION = 13,
    XR_TYPE_EVENT_DATA_BUFFER = 16,
    XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING = 17,
    XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED = 18,
    XR_TYPE_ACTION_STATE_BOOLEAN = 23,
    XR_TYPE_ACTION_STATE_FLOAT = 24,
    XR_TYPE_ACTION_STATE_VECTOR2F = 25,
    XR_TYPE_ACTION_STATE_POSE = 27,
    XR_TYPE_ACTION_SET_CREATE_INFO = 28,
    XR_TYPE_ACTION_CREATE_INFO = 29,
    XR_TYPE_INSTANCE_PROPERTIES = 32,
    XR_TYPE_FRAME_WAIT_INFO = 33,
    XR_TYPE_COMPOSITION_LAYER_PROJECTION = 35,
    XR_TYPE_REFERENCE_SPACE_CREATE_INFO = 37,
    XR_TYPE_ACTION_SPACE_CREATE_INFO = 38,
    XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING = 40,
    XR_TYPE_VIEW_CONFIGURATION_VIEW = 41,
    XR_TYPE_SPACE_LOCATION = 42,
    XR_TYPE_FRAME_STATE = 44,
    XR_TYPE_VIEW_CONFIGURATION_PROPERTIES = 45,
    XR_TYPE_FRAME_BEGIN_INFO = 46,
    XR_TYPE_COMPOSITION_LAYER_PROJECTION_VIEW = 48,
    XR_TYPE_EVENT_DATA_EVENTS_LOST = 49,
    XR_TYPE_INTERACTION_PROFILE_SUGGESTED_BINDING = 51,
    XR_TYPE_EVENT_DATA_INTERACTION_PROFILE_CHANGED = 52,
    XR_TYPE_INTERACTION_PROFILE_STATE = 53,
    XR_TYPE_SWAPCHAIN_IMAGE_ACQUIRE_INFO = 55,
    XR_TYPE_SWAPCHAIN_IMAGE_WAIT_INFO = 56,
    XR_TYPE_SWAPCHAIN_IMAGE_RELEASE_INFO = 57,
    XR_TYPE_ACTION_STATE_GET_INFO = 58,
    XR_TYPE_HAPTIC_ACTION_INFO = 59,
    XR_TYPE_SESSION_ACTION_SETS_ATTACH_INFO = 60,
    XR_TYPE_ACTIONS_SYNC_INFO = 61,
    XR_TYPE_COMPOSITION_LAYER_DEPTH_INFO_KHR = 1000010000,
    XR_TYPE_GRAPHICS_BINDING_OPENGL_XLIB_KHR = 1000023001,
    XR_TYPE_SWAPCHAIN_IMAGE_OPENGL_KHR = 1000023004,
    XR_TYPE_GRAPHICS_REQUIREMENTS_OPENGL_KHR = 1000023005,
    XR_TYPE_SYSTEM_EYE_GAZE_INTERACTION_PROPERTIES_EXT = 1000030000,
    XR_TYPE_GRAPHICS_BINDING_EGL_MNDX = 1000048004,
    XR_TYPE_EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB = 1000101000,
    XR_TYPE_EVENT_DATA_USER_PRESENCE_CHANGED_EXT = 1000470000,
    XR_TYPE_SYSTEM_USER_PRESENCE_PROPERTIES_EXT = 1000470001,
};

enum {
    XR_FORM_FACTOR_HEAD_MOUNTED_DISPLAY = 1,
    XR_VIEW_CONFIGURATION_TYPE_PRIMARY_STEREO = 2,
    XR_ENVIRONMENT_BLEND_MODE_OPAQUE = 1,
    XR_REFERENCE_SPACE_TYPE_VIEW = 1,
    XR_REFERENCE_SPACE_TYPE_LOCAL = 2,
    XR_REFERENCE_SPACE_TYPE_STAGE = 3,
    XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR = 1000426000,
    XR_ACTION_TYPE_BOOLEAN_INPUT = 1,
    XR_ACTION_TYPE_FLOAT_INPUT = 2,
    XR_ACTION_TYPE_VECTOR2F_INPUT = 3,
    XR_ACTION_TYPE_POSE_INPUT = 4,
    XR_ACTION_TYPE_VIBRATION_OUTPUT = 100,
    XR_SWAPCHAIN_USAGE_COLOR_ATTACHMENT_BIT = 1,
    XR_SWAPCHAIN_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT = 2,
    XR_MIN_HAPTIC_DURATION = -1,
};

/* Of views and of spaces: orientation valid 1, position valid 2, orientation tracked 4, position tracked 8. */
enum { XR_LOCATED_VALID = 3, XR_LOCATED_TRACKED = 12 };

typedef enum XrSessionState {
    XR_SESSION_STATE_UNKNOWN,
    XR_SESSION_STATE_IDLE,
    XR_SESSION_STATE_READY,
    XR_SESSION_STATE_SYNCHRONIZED,
    XR_SESSION_STATE_VISIBLE,
    XR_SESSION_STATE_FOCUSED,
    XR_SESSION_STATE_STOPPING,
    XR_SESSION_STATE_LOSS_PENDING,
    XR_SESSION_STATE_EXITING,
} XrSessionState;

typedef struct { float x, y; } XrVector2f;
typedef struct { float x, y, z; } XrVector3f;
typedef struct { float x, y, z, w; } XrQuaternionf;
typedef struct { XrQuaternionf orientation; XrVector3f position; } XrPosef;
typedef struct { float angleLeft, angleRight, angleUp, angleDown; } XrFovf;
typedef struct { float width, height; } XrExtent2Df;
typedef struct { int32_t x, y, width, height; } XrRect2Di;

/* Every structure that follows begins with its type and a link to a structure that adds to it. */
#define XR_CHAINED int32_t type; void *next
typedef struct XrBase { XR_CHAINED; } XrBase;

/* Instance and system */
typedef struct { XR_CHAINED; char extensionName[128]; uint32_t extensionVersion; } XrExtensionProperties;
typedef struct {
    char applicationName[128]; uint32_t applicationVersion;
    char engineName[128]; uint32_t engineVersion;
    XrVersion apiVersion;
} XrApplicationInfo;
typedef struct {
    XR_CHAINED; XrFlags64 createFlags; XrApplicationInfo applicationInfo;
    uint32_t enabledApiLayerCount; const char *const *enabledApiLayerNames;
    uint32_t enabledExtensionCount; const char *const *enabledExtensionNames;
} XrInstanceCreateInfo;
typedef struct { XR_CHAINED; XrVersion runtimeVersion; char runtimeName[128]; } XrInstanceProperties;
typedef struct { XR_CHAINED; int32_t formFactor; } XrSystemGetInfo;
typedef struct {
    XR_CHAINED; XrSystemId systemId; uint32_t vendorId; char systemName[256];
    uint32_t maxSwapchainImageHeight, maxSwapchainImageWidth, maxLayerCount;
    XrBool32 orientationTracking, positionTracking;
} XrSystemProperties;
typedef struct { XR_CHAINED; XrBool32 supported; } XrSystemSupport; /* eye gaze, user presence */
typedef struct { XR_CHAINED; int32_t viewConfigurationType; XrBool32 fovMutable; } XrViewConfigurationProperties;
typedef struct {
    XR_CHAINED; uint32_t recommendedImageRectWidth, maxImageRectWidth, recommendedImageRectHeight,
        maxImageRectHeight, recommendedSwapchainSampleCount, maxSwapchainSampleCount;
} XrViewConfigurationView;

/* Graphics */
typedef struct { XR_CHAINED; XrVersion minApiVersionSupported, maxApiVersionSupported; } XrGraphicsRequirementsOpenGLKHR;
typedef struct {
    XR_CHAINED; void *xDisplay; uint32_t visualid; void *glxFBConfig; unsigned long glxDrawable; void *glxContext;
} XrGraphicsBindingOpenGLXlibKHR;
typedef struct {
    XR_CHAINED; XrFunction (*getProcAddress)(const char *); void *display, *config, *context;
} XrGraphicsBindingEGLMNDX;
typedef struct { XR_CHAINED; uint32_t image; } XrSwapchainImageOpenGLKHR;
typedef struct {
    XR_CHAINED; XrFlags64 createFlags, usageFlags; int64_t format;
    uint32_t sampleCount, width, height, faceCount, arraySize, mipCount;
} XrSwapchainCreateInfo;
typedef struct { XR_CHAINED; XrDuration timeout; } XrSwapchainImageWaitInfo;

/* Session, frames and spaces */
typedef struct { XR_CHAINED; XrFlags64 createFlags; XrSystemId systemId; } XrSessionCreateInfo;
typedef struct { XR_CHAINED; int32_t primaryViewConfigurationType; } XrSessionBeginInfo;
typedef struct { XR_CHAINED; XrTime predictedDisplayTime; XrDuration predictedDisplayPeriod; XrBool32 shouldRender; } XrFrameState;
typedef struct { XrSwapchain swapchain; XrRect2Di imageRect; uint32_t imageArrayIndex; } XrSwapchainSubImage;
typedef struct { XR_CHAINED; XrPosef pose; XrFovf fov; XrSwapchainSubImage subImage; } XrCompositionLayerProjectionView;
typedef struct {
    XR_CHAINED; XrFlags64 layerFlags; XrSpace space;
    uint32_t viewCount; const XrCompositionLayerProjectionView *views;
} XrCompositionLayerProjection;
typedef struct { XR_CHAINED; XrSwapchainSubImage subImage; float minDepth, maxDepth, nearZ, farZ; } XrCompositionLayerDepthInfoKHR;
typedef struct {
    XR_CHAINED; XrTime displayTime; int32_t environmentBlendMode;
    uint32_t layerCount; const XrBase *const *layers;
} XrFrameEndInfo;
typedef struct { XR_CHAINED; int32_t referenceSpaceType; XrPosef poseInReferenceSpace; } XrReferenceSpaceCreateInfo;
typedef struct { XR_CHAINED; XrAction action; XrPath subactionPath; XrPosef poseInActionSpace; } XrActionSpaceCreateInfo;
typedef struct { XR_CHAINED; XrFlags64 locationFlags; XrPosef pose; } XrSpaceLocation;
typedef struct { XR_CHAINED; int32_t viewConfigurationType; XrTime displayTime; XrSpace space; } XrViewLocateInfo;
typedef struct { XR_CHAINED; XrFlags64 viewStateFlags; } XrViewState;
typedef struct { XR_CHAINED; XrPosef pose; XrFovf fov; } XrView;

/* Actions */
typedef struct { XR_CHAINED; char actionSetName[64], localizedActionSetName[128]; uint32_t priority; } XrActionSetCreateInfo;
typedef struct {
    XR_CHAINED; char actionName[64]; int32_t actionType; uint32_t countSubactionPaths;
    const XrPath *subactionPaths; char localizedActionName[128];
} XrActionCreateInfo;
typedef struct { XrAction action; XrPath binding; } XrActionSuggestedBinding;
typedef struct {
    XR_CHAINED; XrPath interactionProfile; uint32_t countSuggestedBindings;
    const XrActionSuggestedBinding *suggestedBindings;
} XrInteractionProfileSuggestedBinding;
typedef struct { XR_CHAINED; uint32_t countActionSets; const XrActionSet *actionSets; } XrSessionActionSetsAttachInfo;
typedef struct { XR_CHAINED; XrPath interactionProfile; } XrInteractionProfileState;
typedef struct { XrActionSet actionSet; XrPath subactionPath; } XrActiveActionSet;
typedef struct { XR_CHAINED; uint32_t countActiveActionSets; const XrActiveActionSet *activeActionSets; } XrActionsSyncInfo;
typedef struct { XR_CHAINED; XrAction action; XrPath subactionPath; } XrActionStateGetInfo;
typedef XrActionStateGetInfo XrHapticActionInfo;
typedef struct { XR_CHAINED; XrBool32 currentState, changedSinceLastSync; XrTime lastChangeTime; XrBool32 isActive; } XrActionStateBoolean;
typedef struct { XR_CHAINED; float currentState; XrBool32 changedSinceLastSync; XrTime lastChangeTime; XrBool32 isActive; } XrActionStateFloat;
typedef struct { XR_CHAINED; XrVector2f currentState; XrBool32 changedSinceLastSync; XrTime lastChangeTime; XrBool32 isActive; } XrActionStateVector2f;
typedef struct { XR_CHAINED; XrBool32 isActive; } XrActionStatePose;
typedef struct { XR_CHAINED; XrDuration duration; float frequency, amplitude; } XrHapticVibration;

/* Events */
typedef struct { XR_CHAINED; uint8_t varying[4000]; } XrEventDataBuffer;
typedef struct { XR_CHAINED; XrTime lossTime; } XrEventDataInstanceLossPending;
typedef struct { XR_CHAINED; XrSession session; int32_t state; XrTime time; } XrEventDataSessionStateChanged;
typedef struct {
    XR_CHAINED; XrSession session; int32_t referenceSpaceType; XrTime changeTime;
    XrBool32 poseValid; XrPosef poseInPreviousSpace;
} XrEventDataReferenceSpaceChangePending;
typedef struct { XR_CHAINED; XrSession session; } XrEventDataInteractionProfileChanged;
typedef struct { XR_CHAINED; uint32_t lostEventCount; } XrEventDataEventsLost;
typedef struct { XR_CHAINED; float fromDisplayRefreshRate, toDisplayRefreshRate; } XrEventDataDisplayRefreshRateChangedFB;
typedef struct { XR_CHAINED; XrSession session; XrBool32 isUserPresent; } XrEventDataUserPresenceChangedEXT;

/* What loader and runtime tell each other first */
typedef struct {
    int32_t structType; uint32_t structVersion; size_t structSize;
    uint32_t minInterfaceVersion, maxInterfaceVersion; XrVersion minApiVersion, maxApiVersion;
} XrNegotiateLoaderInfo;
typedef struct {
    int32_t structType; uint32_t structVersion; size_t structSize; uint32_t runtimeInterfaceVersion;
    XrVersion runtimeApiVersion; XrResult (*getInstanceProcAddr)(XrInstance, const char *, XrFunction *);
} XrNegotiateRuntimeRequest;

#endif

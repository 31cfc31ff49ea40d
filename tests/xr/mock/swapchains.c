/* Swapchains: textures made in the application's own context, handed out one at a time. */
#include "mock.h"

enum { GL_DEPTH_COMPONENT16 = 0x81A5, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT32, GL_DEPTH_COMPONENT32F = 0x8CAC,
       GL_DEPTH24_STENCIL8 = 0x88F0, GL_DEPTH32F_STENCIL8 = 0x8CAD };

static bool is_depth(int64_t format) {
    return (format >= GL_DEPTH_COMPONENT16 && format <= GL_DEPTH_COMPONENT32) || format == GL_DEPTH_COMPONENT32F ||
           format == GL_DEPTH24_STENCIL8 || format == GL_DEPTH32F_STENCIL8;
}

static XrResult xrEnumerateSwapchainFormats(XrSession handle, uint32_t capacity, uint32_t *count, int64_t *formats) {
    ENTER();
    FIND_SESSION(session, handle);
    ENUMERATE(capacity, count, mock.format_count);
    for (int i = 0; i < mock.format_count; i++) formats[i] = mock.formats[i];
    return XR_SUCCESS;
}

static XrResult check_info(const Call *call, const XrSwapchainCreateInfo *info) {
    bool offered = false;
    for (int i = 0; i < mock.format_count; i++) offered |= mock.formats[i] == info->format;
    if (!offered)
        return refuse(call, XR_ERROR_SWAPCHAIN_FORMAT_UNSUPPORTED, "format %#llx", (unsigned long long)info->format);
    XrFlags64 wanted = is_depth(info->format) ? XR_SWAPCHAIN_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT
                                              : XR_SWAPCHAIN_USAGE_COLOR_ATTACHMENT_BIT;
    if (!(info->usageFlags & wanted)) return refuse(call, XR_ERROR_VALIDATION_FAILURE, "usage does not fit the format");
    if (!info->width || !info->height || info->width > mock.max_size || info->height > mock.max_size)
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "%u x %u pixels", info->width, info->height);
    if (info->sampleCount != 1 || info->arraySize != 1 || info->faceCount != 1 || info->mipCount != 1)
        return refuse(call, XR_ERROR_FEATURE_UNSUPPORTED, "samples, layers, faces or mip levels other than one");
    return XR_SUCCESS;
}

static XrResult xrCreateSwapchain(XrSession handle, const XrSwapchainCreateInfo *info, XrSwapchain *swapchain) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_SWAPCHAIN_CREATE_INFO);
    XrResult result = check_info(&call, info);
    if (result != XR_SUCCESS) return result;
    uint32_t textures[IMAGES];
    if (!graphics_make_textures(info->format, info->width, info->height, IMAGES, textures)) return XR_ERROR_RUNTIME_FAILURE;
    Swapchain *made = object_new(SWAPCHAIN, sizeof *made, handle);
    made->info = *info;
    made->info.next = NULL;
    for (int i = 0; i < IMAGES; i++) made->textures[i] = textures[i];
    made->acquired = made->released = -1;
    *swapchain = made->object.handle;
    return XR_SUCCESS;
}

static XrResult xrDestroySwapchain(XrSwapchain handle) {
    ENTER();
    FIND(Swapchain, swapchain, SWAPCHAIN, handle);
    object_destroy(swapchain->object.handle);
    mock.views[0].is_given = mock.views[1].is_given = false;
    return XR_SUCCESS;
}

static XrResult xrEnumerateSwapchainImages(
    XrSwapchain handle, uint32_t capacity, uint32_t *count, XrSwapchainImageOpenGLKHR *images) {
    ENTER();
    FIND(Swapchain, swapchain, SWAPCHAIN, handle);
    ENUMERATE(capacity, count, IMAGES);
    for (int i = 0; i < IMAGES; i++, images++) {
        REQUIRE_TYPE(images, XR_TYPE_SWAPCHAIN_IMAGE_OPENGL_KHR);
        images->image = swapchain->textures[i];
    }
    return XR_SUCCESS;
}

static bool lost(const Swapchain *swapchain) {
    const Session *session = object_find(swapchain->object.parent, SESSION);
    return !session || session->lost;
}

static XrResult xrAcquireSwapchainImage(XrSwapchain handle, const XrBase *info, uint32_t *index) {
    ENTER();
    FIND(Swapchain, swapchain, SWAPCHAIN, handle);
    if (lost(swapchain)) return XR_ERROR_SESSION_LOST;
    ALLOW_TYPE(info, XR_TYPE_SWAPCHAIN_IMAGE_ACQUIRE_INFO);
    if (swapchain->acquired >= 0) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "the last image is not released yet");
    swapchain->waited = false;
    swapchain->acquired = swapchain->next;
    *index = (uint32_t)swapchain->next;
    swapchain->next = (swapchain->next + 1) % IMAGES;
    return XR_SUCCESS;
}

static XrResult xrWaitSwapchainImage(XrSwapchain handle, const XrSwapchainImageWaitInfo *info) {
    ENTER();
    FIND(Swapchain, swapchain, SWAPCHAIN, handle);
    if (lost(swapchain)) return XR_ERROR_SESSION_LOST;
    REQUIRE_TYPE(info, XR_TYPE_SWAPCHAIN_IMAGE_WAIT_INFO);
    if (swapchain->acquired < 0) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "no image is acquired");
    if (swapchain->waited) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "it was waited for already");
    swapchain->waited = true;
    return XR_SUCCESS;
}

static XrResult xrReleaseSwapchainImage(XrSwapchain handle, const XrBase *info) {
    ENTER();
    FIND(Swapchain, swapchain, SWAPCHAIN, handle);
    if (lost(swapchain)) return XR_ERROR_SESSION_LOST;
    ALLOW_TYPE(info, XR_TYPE_SWAPCHAIN_IMAGE_RELEASE_INFO);
    if (swapchain->acquired < 0) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "no image is acquired");
    if (!swapchain->waited) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "it was not waited for");
    swapchain->released = swapchain->acquired;
    swapchain->acquired = -1;
    return XR_SUCCESS;
}

const Entry swapchain_calls[] = {
    ENTRY(xrEnumerateSwapchainFormats),
    ENTRY(xrCreateSwapchain),
    ENTRY(xrDestroySwapchain),
    ENTRY(xrEnumerateSwapchainImages),
    ENTRY(xrAcquireSwapchainImage),
    ENTRY(xrWaitSwapchainImage),
    ENTRY(xrReleaseSwapchainImage),
    {0},
};

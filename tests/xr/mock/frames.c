/* Frames: in the right order, at the right time, and made of what may be shown. */
#include <math.h>
#include <string.h>
#include <time.h>

#include "mock.h"

static XrDuration period(void) { return (XrDuration)llroundf(1e9f / mock.refresh_rate); }

static XrTime monotonic(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * (XrTime)1000000000 + now.tv_nsec;
}

XrTime time_now(void) { return mock.paced ? monotonic() : mock.now; }

/* When the next picture is due: by the test's clock at once, else by the real one. */
static void wait_for_frame(void) {
    XrTime due = mock.now + mock.last_period;
    mock.last_period = period();
    if (!mock.paced) {
        mock.now = due;
        return;
    }
    XrTime now = monotonic();
    if (due < now) {
        mock.dropped += mock.now > 0;
        due = now;
    }
    struct timespec until = {due / 1000000000, due % 1000000000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
    mock.now = due;
}

static XrResult xrWaitFrame(XrSession handle, const XrBase *info, XrFrameState *frame) {
    ENTER();
    FIND_SESSION(session, handle);
    ALLOW_TYPE(info, XR_TYPE_FRAME_WAIT_INFO);
    REQUIRE_TYPE(frame, XR_TYPE_FRAME_STATE);
    if (!session->running) REFUSE(XR_ERROR_SESSION_NOT_RUNNING, "it does not run");
    if (session->waited) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "a runtime would block here until xrBeginFrame");
    wait_for_frame();
    bool visible = session->state == XR_SESSION_STATE_VISIBLE || session->state == XR_SESSION_STATE_FOCUSED;
    session->waited = true;
    session->display_time = frame->predictedDisplayTime = mock.now + period();
    frame->predictedDisplayPeriod = period();
    frame->shouldRender = visible && mock.should_render;
    return XR_SUCCESS;
}

static XrResult xrBeginFrame(XrSession handle, const XrBase *info) {
    Session *waiting = object_find(handle, SESSION);
    bool waited = waiting && waiting->waited;
    if (waiting) waiting->waited = false; /* however this call ends, xrWaitFrame does not block for the frame */
    ENTER();
    FIND_SESSION(session, handle);
    ALLOW_TYPE(info, XR_TYPE_FRAME_BEGIN_INFO);
    if (!session->running) REFUSE(XR_ERROR_SESSION_NOT_RUNNING, "it does not run");
    if (!waited) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "no xrWaitFrame before it");
    bool discarded = session->begun;
    session->begun = true;
    return discarded ? XR_FRAME_DISCARDED : XR_SUCCESS;
}

static XrResult check_image(const Call *call, const XrSwapchainSubImage *part, bool depth, uint32_t *texture) {
    const Swapchain *swapchain = object_find(part->swapchain, SWAPCHAIN);
    if (!swapchain) return refuse(call, XR_ERROR_HANDLE_INVALID, "no such swapchain");
    XrRect2Di rect = part->imageRect;
    XrFlags64 usage = depth ? XR_SWAPCHAIN_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT : XR_SWAPCHAIN_USAGE_COLOR_ATTACHMENT_BIT;
    if (!(swapchain->info.usageFlags & usage)) return refuse(call, XR_ERROR_LAYER_INVALID, "a swapchain for other use");
    if (swapchain->released < 0) return refuse(call, XR_ERROR_LAYER_INVALID, "no image was released yet");
    if (swapchain->acquired >= 0) return refuse(call, XR_ERROR_LAYER_INVALID, "the image is still acquired");
    if (part->imageArrayIndex) return refuse(call, XR_ERROR_VALIDATION_FAILURE, "array index %u", part->imageArrayIndex);
    if (rect.x < 0 || rect.y < 0 || rect.width <= 0 || rect.height <= 0 ||
        rect.x + rect.width > (int32_t)swapchain->info.width || rect.y + rect.height > (int32_t)swapchain->info.height)
        return refuse(call, XR_ERROR_SWAPCHAIN_RECT_INVALID, "%d x %d at %d, %d", rect.width, rect.height, rect.x, rect.y);
    *texture = swapchain->textures[swapchain->released];
    return XR_SUCCESS;
}

static XrResult check_depth(const Call *call, const XrBase *more, SubmittedView *view) {
    for (; more; more = more->next) {
        if (more->type != XR_TYPE_COMPOSITION_LAYER_DEPTH_INFO_KHR) continue;
        if (!extension_enabled(KHR_DEPTH)) return refuse(call, XR_ERROR_LAYER_INVALID, "depth without its extension");
        const XrCompositionLayerDepthInfoKHR *depth = (const void *)more;
        if (depth->minDepth < 0 || depth->maxDepth > 1 || depth->minDepth >= depth->maxDepth || depth->nearZ == depth->farZ)
            return refuse(call, XR_ERROR_VALIDATION_FAILURE, "depth from %g to %g", depth->minDepth, depth->maxDepth);
        return check_image(call, &depth->subImage, true, &view->depth_texture);
    }
    return XR_SUCCESS;
}

static XrResult check_view(const Call *call, const XrCompositionLayerProjectionView *given, XrPosef space, SubmittedView *view) {
    if (given->type != XR_TYPE_COMPOSITION_LAYER_PROJECTION_VIEW)
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "view of type %d", given->type);
    if (!pose_normalised(given->pose)) return refuse(call, XR_ERROR_POSE_INVALID, "an eye's pose is not normalised");
    XrFovf fov = given->fov;
    if (!(fov.angleLeft < fov.angleRight && fov.angleDown < fov.angleUp && fov.angleLeft > -1.5f && fov.angleRight < 1.5f))
        return refuse(call, XR_ERROR_VALIDATION_FAILURE, "an eye sees from %g to %g", fov.angleLeft, fov.angleRight);
    *view = (SubmittedView){true, 0, 0, given->subImage.imageRect, pose_times(space, given->pose), fov};
    XrResult result = check_image(call, &given->subImage, false, &view->texture);
    return result == XR_SUCCESS ? check_depth(call, given->next, view) : result;
}

static XrResult check_layer(const Call *call, const XrBase *layer, SubmittedView views[2]) {
    if (!layer || layer->type != XR_TYPE_COMPOSITION_LAYER_PROJECTION)
        return refuse(call, XR_ERROR_LAYER_INVALID, "not a projection");
    const XrCompositionLayerProjection *projection = (const void *)layer;
    const Space *space = object_find(projection->space, SPACE);
    if (!space) return refuse(call, XR_ERROR_HANDLE_INVALID, "the layer's space");
    if (projection->viewCount != 2) return refuse(call, XR_ERROR_VALIDATION_FAILURE, "%u views", projection->viewCount);
    XrPosef in_room;
    XrFlags64 flags;
    space_in_room(space, &in_room, &flags);
    for (int eye = 0; eye < 2; eye++) {
        XrResult result = check_view(call, &projection->views[eye], in_room, &views[eye]);
        if (result != XR_SUCCESS) return result;
    }
    return XR_SUCCESS;
}

/* A session that is worn gets on by one state with every frame, up to the focus. */
static void follow(Session *session) {
    if (!mock.follows_states || session->exiting) return;
    if (session->state == XR_SESSION_STATE_READY) session_state(session, XR_SESSION_STATE_SYNCHRONIZED);
    else if (session->state == XR_SESSION_STATE_SYNCHRONIZED) session_state(session, XR_SESSION_STATE_VISIBLE);
    else if (session->state == XR_SESSION_STATE_VISIBLE) session_state(session, XR_SESSION_STATE_FOCUSED);
}

static XrResult xrEndFrame(XrSession handle, const XrFrameEndInfo *info) {
    ENTER();
    FIND_SESSION(session, handle);
    REQUIRE_TYPE(info, XR_TYPE_FRAME_END_INFO);
    if (!session->running) REFUSE(XR_ERROR_SESSION_NOT_RUNNING, "it does not run");
    if (!session->begun) REFUSE(XR_ERROR_CALL_ORDER_INVALID, "no xrBeginFrame before it");
    if (info->displayTime != session->display_time)
        REFUSE(XR_ERROR_TIME_INVALID, "%lld is not the frame's display time", (long long)info->displayTime);
    if (info->environmentBlendMode != XR_ENVIRONMENT_BLEND_MODE_OPAQUE)
        REFUSE(XR_ERROR_ENVIRONMENT_BLEND_MODE_UNSUPPORTED, "%d", info->environmentBlendMode);
    if (info->layerCount > mock.max_layers) REFUSE(XR_ERROR_LAYER_LIMIT_EXCEEDED, "%u layers", info->layerCount);
    SubmittedView views[2] = {{false}, {false}};
    for (uint32_t i = 0; i < info->layerCount; i++) {
        XrResult result = check_layer(&call, info->layers[i], views);
        if (result != XR_SUCCESS) return result;
    }
    session->begun = false;
    memcpy(mock.views, views, sizeof views);
    mock.layers = (int)info->layerCount;
    mock.depth_layers = (views[0].depth_texture != 0) + (views[1].depth_texture != 0);
    mock.frames++;
    follow(session);
    return XR_SUCCESS;
}

const Entry frame_calls[] = {ENTRY(xrWaitFrame), ENTRY(xrBeginFrame), ENTRY(xrEndFrame), {0}};

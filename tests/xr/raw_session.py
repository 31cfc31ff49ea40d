"""A session opened with the plain functions of pyopenxr, to test the mock runtime itself."""

from __future__ import annotations

import ctypes

import xr

from sim.render.graphics import Graphics
from sim.xr.gl_context import current_context
from tests.xr.mock_runtime import EXTENSIONS

SRGB8_ALPHA8 = 0x8C43
COLOUR = xr.SwapchainUsageFlags.COLOR_ATTACHMENT_BIT
STEREO = xr.ViewConfigurationType.PRIMARY_STEREO
OPAQUE = xr.EnvironmentBlendMode.OPAQUE


class RawSession:
    """As ``with`` block: an instance with all extensions, its session and the stage."""

    def __init__(self, graphics: Graphics, extensions: tuple[str, ...] = EXTENSIONS) -> None:
        graphics.draw()
        self.graphics = graphics
        told = xr.ApplicationInfo(application_name="tests", api_version=xr.Version(1, 0, 34))
        info = xr.InstanceCreateInfo(application_info=told, enabled_extension_names=list(extensions))
        self.instance = xr.create_instance(info)
        try:
            self.system = xr.get_system(self.instance, xr.SystemGetInfo(form_factor=xr.FormFactor.HEAD_MOUNTED_DISPLAY))
            self.session = self._session()
        except BaseException:
            xr.destroy_instance(self.instance)
            raise
        self.stage = self.space(xr.ReferenceSpaceType.STAGE)
        self.state = xr.SessionState.UNKNOWN
        self.frame: xr.FrameState | None = None

    def _session(self) -> xr.Session:
        ask = ctypes.cast(
            xr.get_instance_proc_addr(self.instance, "xrGetOpenGLGraphicsRequirementsKHR"),
            xr.PFN_xrGetOpenGLGraphicsRequirementsKHR,
        )
        ask(self.instance, self.system, ctypes.byref(xr.GraphicsRequirementsOpenGLKHR()))
        context = current_context()
        assert context is not None
        binding = context.binding()
        info = xr.SessionCreateInfo(system_id=self.system, next=ctypes.cast(ctypes.pointer(binding), ctypes.c_void_p))
        return xr.create_session(self.instance, info)

    def __enter__(self) -> RawSession:
        return self

    def __exit__(self, *_error: object) -> None:
        xr.destroy_instance(self.instance)

    def space(self, kind: xr.ReferenceSpaceType) -> xr.Space:
        return xr.create_reference_space(self.session, xr.ReferenceSpaceCreateInfo(reference_space_type=kind))

    def swapchain(self, size: int = 16, format: int = SRGB8_ALPHA8) -> xr.Swapchain:
        info = xr.SwapchainCreateInfo(
            usage_flags=COLOUR, format=format, width=size, height=size,
            sample_count=1, face_count=1, array_size=1, mip_count=1,
        )  # fmt: skip
        return xr.create_swapchain(self.session, info)

    def poll(self) -> list[xr.StructureType]:
        """Take all events; keeps the last state and begins and ends the session as it asks."""
        kinds = []
        while True:
            try:
                event = xr.poll_event(self.instance)
            except xr.EventUnavailable:
                return kinds
            kinds.append(xr.StructureType(event.type))
            if kinds[-1] is xr.StructureType.EVENT_DATA_SESSION_STATE_CHANGED:
                told = ctypes.cast(ctypes.byref(event), ctypes.POINTER(xr.EventDataSessionStateChanged)).contents
                self.state = xr.SessionState(told.state)
                if self.state is xr.SessionState.READY:
                    xr.begin_session(self.session, xr.SessionBeginInfo(STEREO))
                elif self.state is xr.SessionState.STOPPING:
                    xr.end_session(self.session)

    def begin_frame(self) -> xr.FrameState:
        self.frame = xr.wait_frame(self.session)
        xr.begin_frame(self.session)
        return self.frame

    def end_frame(self, *layers: ctypes.Structure, time: int | None = None) -> None:
        assert self.frame is not None
        when = self.frame.predicted_display_time if time is None else time
        xr.end_frame(self.session, xr.FrameEndInfo(when, OPAQUE, layers=[ctypes.byref(layer) for layer in layers]))

    def until_focused(self) -> None:
        for _ in range(8):
            self.poll()
            if self.state is xr.SessionState.FOCUSED:
                return
            self.begin_frame()
            self.end_frame()
        raise AssertionError("the session does not get the focus")

    def fill(self, swapchain: xr.Swapchain) -> None:
        """One image is taken and given back as it is."""
        xr.acquire_swapchain_image(swapchain, xr.SwapchainImageAcquireInfo())
        xr.wait_swapchain_image(swapchain, xr.SwapchainImageWaitInfo(timeout=0))
        xr.release_swapchain_image(swapchain, xr.SwapchainImageReleaseInfo())

    def layer(self, swapchain: xr.Swapchain, size: int = 16) -> xr.CompositionLayerProjection:
        """Both eyes see the same image from where they are."""
        assert self.frame is not None
        where = xr.ViewLocateInfo(STEREO, self.frame.predicted_display_time, self.stage)
        _state, located = xr.locate_views(self.session, where)
        area = xr.Rect2Di(xr.Offset2Di(0, 0), xr.Extent2Di(size, size))
        part = xr.SwapchainSubImage(swapchain=swapchain, image_rect=area)
        self._views = (xr.CompositionLayerProjectionView * 2)(
            *(xr.CompositionLayerProjectionView(pose=each.pose, fov=each.fov, sub_image=part) for each in located)
        )
        return xr.CompositionLayerProjection(space=self.stage, views=self._views)

/* The application's OpenGL context, by EGL or GLX: textures made and read in it, and how a careless runtime leaves it. */
#include <dlfcn.h>
#include <string.h>

#include "mock.h"

typedef XrFunction (*Finder)(const char *);
typedef struct {
    void *display, *context;
    unsigned long draw, read;
} Current;

static struct {
    enum { NOTHING, BY_EGL, BY_GLX } by;
    Current own;
    void *config, *thief;
    Finder find;
} bound;
static int textures_alive;

/* Calls a function of the libraries, which are found at run time: no headers or import libraries are needed. */
#define CALL(result, name, parameters, ...) (((result(*) parameters)bound.find(name))(__VA_ARGS__))
#define EGL(result, name, parameters, ...) (((result(*) parameters)dlsym(egl(), name))(__VA_ARGS__))
#define GLX(result, name, parameters, ...) (((result(*) parameters)dlsym(glx(), name))(__VA_ARGS__))

static void *egl(void) { return dlopen("libEGL.so.1", RTLD_NOW); }
static void *glx(void) { return dlopen("libGL.so.1", RTLD_NOW); }

enum { GL_TEXTURE_2D = 0x0DE1, GL_TEXTURE_BINDING_2D = 0x8069, GL_FRAMEBUFFER_READ = 0x8CA8,
       GL_FRAMEBUFFER_READ_BINDING = 0x8CAA, GL_COLOR_ATTACHMENT0 = 0x8CE0, GL_DEPTH_ATTACHMENT = 0x8D00,
       GL_UNSIGNED_BYTE = 0x1401, GL_FLOAT = 0x1406, GL_DEPTH_COMPONENT = 0x1902, GL_RGBA = 0x1908,
       GL_PACK_ALIGNMENT = 0x0D05, GL_PIXEL_PACK_BUFFER = 0x88EB, GL_PIXEL_PACK_BUFFER_BINDING = 0x88ED };
enum { EGL_DRAW = 0x3059, EGL_READ = 0x305A, EGL_CONTEXT_MAJOR = 0x3098, EGL_NONE = 0x3038, GLX_RGBA_TYPE = 0x8014 };

static Current current(void) {
    if (bound.by == BY_GLX)
        return (Current){GLX(void *, "glXGetCurrentDisplay", (void)), GLX(void *, "glXGetCurrentContext", (void)),
                         GLX(unsigned long, "glXGetCurrentDrawable", (void)),
                         GLX(unsigned long, "glXGetCurrentReadDrawable", (void))};
    return (Current){EGL(void *, "eglGetCurrentDisplay", (void)), EGL(void *, "eglGetCurrentContext", (void)),
                     (unsigned long)EGL(void *, "eglGetCurrentSurface", (int), EGL_DRAW),
                     (unsigned long)EGL(void *, "eglGetCurrentSurface", (int), EGL_READ)};
}

static bool make_current(Current wanted) {
    if (bound.by == BY_GLX)
        return GLX(int, "glXMakeContextCurrent", (void *, unsigned long, unsigned long, void *), bound.own.display,
                   wanted.draw, wanted.read, wanted.context);
    return EGL(unsigned, "eglMakeCurrent", (void *, void *, void *, void *), bound.own.display, (void *)wanted.draw,
               (void *)wanted.read, wanted.context);
}

static XrFunction find_by_egl(const char *name) {
    XrFunction found = (XrFunction)dlsym(egl(), name);
    return found ? found : EGL(XrFunction, "eglGetProcAddress", (const char *), name);
}

static XrFunction find_by_glx(const char *name) { return GLX(XrFunction, "glXGetProcAddressARB", (const char *), name); }

bool graphics_bind(const XrBase *chain, const char **why) {
    bound.by = NOTHING;
    *why = "no graphics binding";
    for (; chain; chain = chain->next) {
        if (chain->type == XR_TYPE_GRAPHICS_BINDING_EGL_MNDX) {
            const XrGraphicsBindingEGLMNDX *given = (const void *)chain;
            *why = "its extension is not enabled";
            if (!extension_enabled(MNDX_EGL)) return false;
            *why = "a handle of the EGL binding is null";
            if (!given->getProcAddress || !given->display || !given->config || !given->context) return false;
            bound.by = BY_EGL;
            bound.own = (Current){given->display, given->context, 0, 0};
            bound.config = given->config;
            bound.find = find_by_egl;
        } else if (chain->type == XR_TYPE_GRAPHICS_BINDING_OPENGL_XLIB_KHR) {
            const XrGraphicsBindingOpenGLXlibKHR *given = (const void *)chain;
            *why = "a handle of the GLX binding is null";
            if (!given->xDisplay || !given->glxFBConfig || !given->glxDrawable || !given->glxContext) return false;
            bound.by = BY_GLX;
            bound.own = (Current){given->xDisplay, given->glxContext, given->glxDrawable, given->glxDrawable};
            bound.config = given->glxFBConfig;
            bound.find = find_by_glx;
        }
    }
    if (bound.by == NOTHING) return false;
    *why = "the bound context is not current";
    Current now = current();
    if (now.context != bound.own.context) return false;
    bound.own = now;
    return true;
}

void graphics_unbind(void) {
    if (bound.thief) {
        if (current().context == bound.thief) make_current(bound.own);
        if (bound.by == BY_GLX) GLX(void, "glXDestroyContext", (void *, void *), bound.own.display, bound.thief);
        else EGL(unsigned, "eglDestroyContext", (void *, void *), bound.own.display, bound.thief);
    }
    memset(&bound, 0, sizeof bound);
}

/* Work in the application's context, whatever is current; what was current is current again after it. */
static bool enter_own(Current *before) {
    *before = current();
    return before->context == bound.own.context || make_current(bound.own);
}

static void leave_own(const Current *before) {
    if (before->context != bound.own.context) make_current(*before);
}

bool graphics_make_textures(int64_t format, uint32_t width, uint32_t height, int count, uint32_t *textures) {
    Current before;
    if (!enter_own(&before)) return false;
    int was = 0;
    CALL(void, "glGetIntegerv", (unsigned, int *), GL_TEXTURE_BINDING_2D, &was);
    CALL(void, "glGenTextures", (int, uint32_t *), count, textures);
    for (int i = 0; i < count; i++) {
        CALL(void, "glBindTexture", (unsigned, uint32_t), GL_TEXTURE_2D, textures[i]);
        CALL(void, "glTexStorage2D", (unsigned, int, unsigned, int, int), GL_TEXTURE_2D, 1, (unsigned)format,
             (int)width, (int)height);
    }
    CALL(void, "glBindTexture", (unsigned, uint32_t), GL_TEXTURE_2D, (uint32_t)was);
    leave_own(&before);
    textures_alive += count;
    return true;
}

void graphics_delete_textures(int count, const uint32_t *textures) {
    Current before;
    if (!enter_own(&before)) return;
    CALL(void, "glDeleteTextures", (int, const uint32_t *), count, textures);
    leave_own(&before);
    textures_alive -= count;
}

int graphics_textures_alive(void) { return textures_alive; }

static int integer(unsigned name) {
    int value = 0;
    CALL(void, "glGetIntegerv", (unsigned, int *), name, &value);
    return value;
}

/* RGBA bytes or floats of depth, the lowest row first. */
bool graphics_read(uint32_t texture, XrRect2Di rect, bool depth, void *pixels) {
    Current before;
    if (bound.by == NOTHING || !enter_own(&before)) return false;
    while (CALL(unsigned, "glGetError", (void))) continue;
    int framebuffer = integer(GL_FRAMEBUFFER_READ_BINDING), alignment = integer(GL_PACK_ALIGNMENT),
        pack = integer(GL_PIXEL_PACK_BUFFER_BINDING);
    uint32_t mine = 0;
    CALL(void, "glGenFramebuffers", (int, uint32_t *), 1, &mine);
    CALL(void, "glBindFramebuffer", (unsigned, uint32_t), GL_FRAMEBUFFER_READ, mine);
    CALL(void, "glFramebufferTexture2D", (unsigned, unsigned, unsigned, uint32_t, int), GL_FRAMEBUFFER_READ,
         depth ? GL_DEPTH_ATTACHMENT : GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    CALL(void, "glPixelStorei", (unsigned, int), GL_PACK_ALIGNMENT, 1);
    CALL(void, "glBindBuffer", (unsigned, uint32_t), GL_PIXEL_PACK_BUFFER, 0);
    CALL(void, "glReadPixels", (int, int, int, int, unsigned, unsigned, void *), rect.x, rect.y, rect.width, rect.height,
         depth ? GL_DEPTH_COMPONENT : GL_RGBA, depth ? GL_FLOAT : GL_UNSIGNED_BYTE, pixels);
    bool good = CALL(unsigned, "glGetError", (void)) == 0;
    CALL(void, "glBindBuffer", (unsigned, uint32_t), GL_PIXEL_PACK_BUFFER, (uint32_t)pack);
    CALL(void, "glPixelStorei", (unsigned, int), GL_PACK_ALIGNMENT, alignment);
    CALL(void, "glBindFramebuffer", (unsigned, uint32_t), GL_FRAMEBUFFER_READ, (uint32_t)framebuffer);
    CALL(void, "glDeleteFramebuffers", (int, const uint32_t *), 1, &mine);
    leave_own(&before);
    return good;
}

/* As runtimes have been seen to do: a context of the runtime's own stays current. */
void graphics_steal(void) {
    static const int egl_version[] = {EGL_CONTEXT_MAJOR, 3, EGL_NONE};
    if (bound.by == NOTHING) return;
    if (!bound.thief && bound.by == BY_GLX)
        bound.thief = GLX(void *, "glXCreateNewContext", (void *, void *, int, void *, int), bound.own.display, bound.config,
                          GLX_RGBA_TYPE, NULL, 1);
    if (!bound.thief && bound.by == BY_EGL)
        bound.thief = EGL(void *, "eglCreateContext", (void *, void *, void *, const int *), bound.own.display, bound.config,
                          NULL, egl_version);
    Current taken = bound.own;
    taken.context = bound.thief;
    if (bound.thief) make_current(taken);
}

/* GL_INVALID_ENUM in the application's context. */
void graphics_leave_error(void) {
    Current before;
    if (bound.by == NOTHING || !enter_own(&before)) return;
    CALL(void, "glBindTexture", (unsigned, uint32_t), 0x0BAD, 0);
    leave_own(&before);
}

/* Live objects by their handles. A handle is a number that is never given twice, so that a stale one is found out. */
#include <stdlib.h>

#include "mock.h"

static Object *first;
static XrHandle last_handle = 0x1000;

void *object_new(Kind kind, size_t size, XrHandle parent) {
    Object *object = calloc(1, size);
    if (!object) abort();
    object->kind = kind;
    object->parent = parent;
    object->handle = last_handle += 8;
    object->next = first;
    first = object;
    return object;
}

void *object_find(XrHandle handle, Kind kind) {
    for (Object *object = first; object; object = object->next)
        if (object->handle == handle) return object->kind == kind ? object : NULL;
    return NULL;
}

void *object_next(Kind kind, const void *after) {
    for (Object *object = after ? ((const Object *)after)->next : first; object; object = object->next)
        if (object->kind == kind) return object;
    return NULL;
}

static Object *child_of(XrHandle handle) {
    Object *object = first;
    while (object && object->parent != handle) object = object->next;
    return object;
}

void object_destroy(XrHandle handle) {
    for (Object *child; (child = child_of(handle));) object_destroy(child->handle);
    for (Object **link = &first; *link; link = &(*link)->next) {
        Object *object = *link;
        if (object->handle != handle) continue;
        if (object->kind == SWAPCHAIN) graphics_delete_textures(IMAGES, ((Swapchain *)object)->textures);
        if (object->kind == SESSION) graphics_unbind();
        *link = object->next;
        free(object);
        return;
    }
}

int objects_alive(Kind kind) {
    int count = 0;
    for (const void *object = object_next(kind, NULL); object; object = object_next(kind, object)) count++;
    return count;
}

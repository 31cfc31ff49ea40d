/* Paths and names: what they may look like, and their numbers. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mock.h"

static char *paths[1024];

const char *path_text(XrPath path) { return path > 0 && path < COUNT(paths) ? paths[path] : NULL; }

XrPath path_of(const char *text) {
    for (XrPath path = 1; path < COUNT(paths); path++) {
        if (!paths[path]) paths[path] = strdup(text);
        if (!strcmp(paths[path], text)) return path;
    }
    abort(); /* no test needs so many */
}

static bool letters_well_formed(const char *text, size_t length) {
    bool more_than_dots = false;
    for (size_t i = 0; i < length; i++) {
        if (!islower((unsigned char)text[i]) && !isdigit((unsigned char)text[i]) && !strchr("-_.", text[i])) return false;
        more_than_dots |= text[i] != '.';
    }
    return more_than_dots;
}

bool name_well_formed(const char *name) { return letters_well_formed(name, strlen(name)); }

static bool path_well_formed(const char *text) {
    if (*text != '/') return false;
    while (*text == '/') {
        size_t length = strcspn(++text, "/");
        if (!letters_well_formed(text, length)) return false;
        text += length;
    }
    return true;
}

static XrResult xrStringToPath(XrInstance handle, const char *text, XrPath *path) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    if (!path_well_formed(text)) REFUSE(XR_ERROR_PATH_FORMAT_INVALID, "\"%s\"", text);
    *path = path_of(text);
    return XR_SUCCESS;
}

static XrResult xrPathToString(XrInstance handle, XrPath path, uint32_t capacity, uint32_t *count, char *text) {
    ENTER();
    FIND(Instance, instance, INSTANCE, handle);
    const char *found = path_text(path);
    if (!found) REFUSE(XR_ERROR_PATH_INVALID, "%llu", (unsigned long long)path);
    ENUMERATE(capacity, count, strlen(found) + 1);
    strcpy(text, found);
    return XR_SUCCESS;
}

const Entry path_calls[] = {
    ENTRY(xrStringToPath),
    ENTRY(xrPathToString),
    {0},
};

/* What happens round every call: it is logged, may be made to fail, and may leave the context as it should not. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "mock.h"

enum { LOGGED = 4096, FAULTS = 16, VIOLATIONS = 64 };

static struct { char name[64]; XrResult code; } logged[LOGGED];
static long calls;
static struct { char name[64]; long in; XrResult code; } faults[FAULTS];
static char violations[VIOLATIONS][256];
static int violation_count;

static XrResult fault_of(const char *name) {
    for (int i = 0; i < FAULTS; i++)
        if (faults[i].in > 0 && !strcmp(faults[i].name, name) && --faults[i].in == 0) return faults[i].code;
    return XR_SUCCESS;
}

Call call_enter(const char *name) {
    Call call = {name, fault_of(name)};
    if (call.result == XR_SUCCESS && mock.instance_lost && strcmp(name, "xrDestroyInstance"))
        call.result = XR_ERROR_INSTANCE_LOST;
    long place = calls++ % LOGGED;
    snprintf(logged[place].name, sizeof logged[place].name, "%s", name);
    logged[place].code = call.result;
    return call;
}

void call_leave(Call *call) {
    if (strcmp(call->name, "xrPollEvent") == 0 || !object_next(SESSION, NULL)) return;
    if (mock.leaves_errors) graphics_leave_error();
    if (mock.steals_context) graphics_steal();
}

XrResult refuse(const Call *call, XrResult code, const char *why, ...) {
    char *text = violations[violation_count < VIOLATIONS ? violation_count : VIOLATIONS - 1];
    int length = snprintf(text, sizeof violations[0], "%s: ", call->name);
    va_list arguments;
    va_start(arguments, why);
    vsnprintf(text + length, sizeof violations[0] - (size_t)length, why, arguments);
    va_end(arguments);
    violation_count++;
    logged[(calls - 1) % LOGGED].code = code;
    return code;
}

/* --- for tests --- */

EXPORT void mock_fail(const char *name, long nth, XrResult code) {
    for (int i = 0; i < FAULTS; i++)
        if (faults[i].in == 0) {
            snprintf(faults[i].name, sizeof faults[i].name, "%s", name);
            faults[i].in = nth;
            faults[i].code = code;
            return;
        }
}

EXPORT int mock_faults_waiting(void) {
    int count = 0;
    for (int i = 0; i < FAULTS; i++) count += faults[i].in > 0;
    return count;
}

EXPORT void mock_forget_faults(void) { memset(faults, 0, sizeof faults); }

EXPORT int mock_violation_count(void) { return violation_count; }

EXPORT const char *mock_violation(int index) { return index < VIOLATIONS ? violations[index] : ""; }

EXPORT long mock_call_count(void) { return calls; }

/* Of the last calls; "" once it has been overwritten. */
EXPORT const char *mock_logged_call(long index, XrResult *code) {
    if (index < 0 || index >= calls || index < calls - LOGGED) return "";
    *code = logged[index % LOGGED].code;
    return logged[index % LOGGED].name;
}

EXPORT void mock_clear_log(void) { calls = violation_count = 0; }

/* The queue that xrPollEvent empties. */
#include <string.h>

#include "mock.h"

enum { QUEUE = 256 };
static struct { uint8_t bytes[96]; } queue[QUEUE];
static int head, tail;

void event_push(const void *event, size_t size) {
    memset(&queue[tail % QUEUE], 0, sizeof queue[0]);
    memcpy(&queue[tail++ % QUEUE], event, size);
}

bool event_pop(XrEventDataBuffer *into) {
    if (head == tail) return false;
    memcpy(into, &queue[head++ % QUEUE], sizeof queue[0]);
    return true;
}

void events_clear(void) { head = tail = 0; }

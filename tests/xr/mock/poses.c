/* Rigid transforms. */
#include <math.h>

#include "mock.h"

XrPosef pose_identity(void) { return (XrPosef){{0, 0, 0, 1}, {0, 0, 0}}; }

static XrQuaternionf quaternion_times(XrQuaternionf a, XrQuaternionf b) {
    return (XrQuaternionf){
        a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y, a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x,
        a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w, a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z};
}

static XrQuaternionf conjugate(XrQuaternionf q) { return (XrQuaternionf){-q.x, -q.y, -q.z, q.w}; }

static XrVector3f rotated(XrQuaternionf q, XrVector3f v) {
    XrQuaternionf turned = quaternion_times(quaternion_times(q, (XrQuaternionf){v.x, v.y, v.z, 0}), conjugate(q));
    return (XrVector3f){turned.x, turned.y, turned.z};
}

XrPosef pose_times(XrPosef outer, XrPosef inner) {
    XrVector3f moved = rotated(outer.orientation, inner.position);
    return (XrPosef){
        quaternion_times(outer.orientation, inner.orientation),
        {outer.position.x + moved.x, outer.position.y + moved.y, outer.position.z + moved.z}};
}

XrPosef pose_inverse(XrPosef pose) {
    XrQuaternionf back = conjugate(pose.orientation);
    XrVector3f from = rotated(back, pose.position);
    return (XrPosef){back, {-from.x, -from.y, -from.z}};
}

bool pose_normalised(XrPosef pose) {
    XrQuaternionf q = pose.orientation;
    XrVector3f p = pose.position;
    float length = sqrtf(q.x * q.x + q.y * q.y + q.z * q.z + q.w * q.w);
    return isfinite(p.x) && isfinite(p.y) && isfinite(p.z) && fabsf(length - 1) < 0.01f;
}

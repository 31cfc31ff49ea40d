// The way of a leap: a band along the points of its arc that turns its face to the eye.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec3 eye;
uniform vec4 arc[32];        // point, metres from the start
in vec3 uvl;
out vec3 at;                 // across, metres from the start, share of the way

void main() {
    int here = int(uvl.y + .5);
    vec3 P = arc[here].xyz, way = arc[min(here + 1, 31)].xyz - arc[max(here - 1, 0)].xyz;
    vec3 side = cross(way, eye - P);
    side *= (.006 + .0035 * distance(P, eye)) / max(length(side), 1e-6);
    at = vec3(uvl.x, arc[here].w, uvl.y / 31.);
    gl_Position = p3d_ProjectionMatrix * (p3d_ViewMatrix * vec4(P + side * uvl.x, 1.));
}

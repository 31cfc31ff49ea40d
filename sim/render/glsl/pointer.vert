// A ray from a hand: card 0 lies along it, card 1 is the mark at its end and turns to the eye.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec3 eye;
uniform vec4 pointer[2];     // start, what it is on (less 8: only the mark); end, how far it is held
in vec3 uvl;
out vec3 at;                 // across or the mark's corners, metres along or the other corner, which card
flat out vec2 aimed;         // what it is on, how far it is held

void main() {
    vec3 start = pointer[0].xyz, end = pointer[1].xyz;
    bool only_mark = pointer[0].w < -.5;
    aimed = vec2(pointer[0].w + (only_mark ? 8. : 0.), pointer[1].w);
    if (uvl.z < .5) {
        float along = uvl.y * .5 + .5;
        vec3 P = mix(start, end, along);
        vec3 side = cross(end - start, eye - P);
        side *= (.0010 + .0009 * distance(P, eye)) / max(length(side), 1e-6);
        at = vec3(uvl.x, along * distance(start, end), 0.);
        gl_Position = p3d_ProjectionMatrix * (p3d_ViewMatrix * vec4(P + side * uvl.x, 1.));
        if (only_mark) gl_Position = vec4(0., 0., 2., 1.);
    } else {
        vec4 v = p3d_ViewMatrix * vec4(end, 1.);
        v.xyz *= .985;
        v.xy += uvl.xy * (.024 * length(v.xyz));
        at = vec3(uvl.xy, 1.);
        gl_Position = p3d_ProjectionMatrix * v;
    }
}

// Spots: an even card lies flat on the ground, the odd one after it stands over it and turns to the eye.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec4 spots[32];      // two a spot: place, kind; direction, spread
in vec3 uvl;
out vec2 at;
flat out vec3 spot;          // kind, whether it stands, spread

void main() {
    int number = int(uvl.z + .5), first = number - number % 2;
    vec4 place = spots[first], more = spots[first + 1];
    bool stands = number != first;
    at = uvl.xy;
    spot = vec3(place.w, float(stands), more.z);
    gl_Position = vec4(0., 0., 2., 1.);
    if (place.w < .5) return;
    bool pulse = place.w > 3.5;
    if (!stands && !pulse) {
        vec2 flat_at = place.xy + .46 * (uvl.x * vec2(more.y, -more.x) + uvl.y * more.xy);
        gl_Position = p3d_ProjectionMatrix * (p3d_ViewMatrix * vec4(flat_at, place.z + .02, 1.));
    }
    if (stands && (pulse || place.w > 2.5)) {
        vec4 v = p3d_ViewMatrix * vec4(place.xyz + vec3(0., 0., pulse ? 0. : .42), 1.);
        float away = length(v.xyz);
        v.xyz *= .985;
        v.xy += uvl.xy * (pulse ? away * .085 : max(.13, away * .022));
        gl_Position = p3d_ProjectionMatrix * v;
        if (pulse) gl_Position.z = -.97 * gl_Position.w;   // before all of the scene
    }
}

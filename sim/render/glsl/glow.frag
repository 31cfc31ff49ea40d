// What shines by itself: lamp faces, lit displays.
uniform float level;
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
#ifdef REFLECTED
    colour = vec4(0., 0., 0., 1.);
    return;
#endif
    vec3 off = C * (I * .6 + .02);
    colour = vec4(tone(fogged(mix(off, C * 4.5 / max(air.z, .3), clamp(level, 0., 2.)), P)), 1.);
}

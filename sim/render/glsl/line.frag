// Guide lines and arcs: colour of their own; alpha of the tint 1 means a flickering light.
uniform vec4 tint;
uniform vec2 moment;         // age, seconds
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
#ifdef MOLTEN
    float core = pow(abs(dot(normalize(N), normalize(eye - P))), 1.5);
    vec3 hot = mix(vec3(1., .30, .03), vec3(1., .88, .55), core);
    colour = vec4(hot, 1.);
    return;
#endif
    float flicker = mix(1., .55 + .45 * sin(moment.x * 90.) * sin(moment.x * 37.), tint.a);
    float facing = .65 + .35 * max(dot(normalize(N), normalize(eye - P)), 0.);
    colour = vec4(tint.rgb * flicker * facing, .95);
}

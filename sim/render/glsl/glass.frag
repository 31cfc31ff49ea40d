// Thin panes: mirror the sky at a slant, let through what is behind.
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
#ifdef REFLECTED
    colour = vec4(0.);
    return;
#endif
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    if (dot(n, V) < 0.) n = -n;
    float mirror = .06 + .94 * pow(1. - max(dot(n, V), 0.), 4.);
    vec3 R = reflect(-V, n);
    vec3 seen = environment(R);
    float glint = pow(max(dot(n, normalize(V + sun_direction)), 0.), 700.) * 8. * sunlight(P, n);
    vec3 c = seen * mirror + sun_colour * glint + C * I * .12;
    colour = vec4(tone(fogged(c / (mirror + .25), P)), clamp(mirror + .25, 0., 1.));
}

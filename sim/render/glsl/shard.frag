uniform vec3 ambient;
in vec3 P, N, C;
out vec4 colour;

void main() {
    vec3 n = normalize(N);
    vec3 light = ambient * (.75 + .35 * n.z) + sun_colour * max(dot(n, sun_direction), 0.) * sunlight(P, n);
    colour = vec4(tone(fogged(C * (light + lamplight(P, n)), P)), 1.);
}

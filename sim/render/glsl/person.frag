// Cloth and skin: soft shading, a faint rim, shadows of the place and of each other.
uniform vec3 probes[6];
in vec3 P, N;
in vec4 K;
out vec4 colour;

void main() {
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    vec3 a = K.rgb;
    vec3 n2 = n * n;
    vec3 around = n2.x * (n.x > 0. ? probes[0] : probes[1]) + n2.y * (n.y > 0. ? probes[2] : probes[3])
                + n2.z * (n.z > 0. ? probes[4] : probes[5]);
    vec3 shade = around * K.a + lamplight(P, n);
    vec3 sun = sun_colour * (sunlight(P, n) * mix(.6, 1., K.a));
    float facing = max(dot(n, V), 0.), slant = 1. - facing, slant2 = slant * slant;
    float shine = max(dot(n, normalize(V + sun_direction)), 0.);
    shine *= shine * shine * shine;
    shine *= shine;
    vec3 light = a * (shade + sun * max(dot(n, sun_direction), 0.));
    light += around * (slant2 * slant2 * .12 * K.a) + sun * (shine * shine * .035);
    colour = vec4(tone(fogged(light, P)), 1.);
}

// Cloth and skin: soft shading, a faint rim, shadows of the place and of each other.
uniform vec3 probes[6];
in vec3 P, N;
in vec4 K;
out vec4 colour;

void main() {
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    vec3 a = pow(K.rgb, vec3(2.2)) * .9;
    vec3 n2 = n * n;
    vec3 around = n2.x * (n.x > 0. ? probes[0] : probes[1]) + n2.y * (n.y > 0. ? probes[2] : probes[3])
                + n2.z * (n.z > 0. ? probes[4] : probes[5]);
    Lit l = lit(a, n, V, .7, 0., around * K.a + lamplight(P, n), K.a * .6);
    float rim = pow(1. - max(dot(n, V), 0.), 4.) * .10 * K.a;
    colour = shown(l.shade + around * rim, l.sun * sunlight(P, n) * mix(.6, 1., K.a), P);
}

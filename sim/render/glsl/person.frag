// Cloth, skin and gear: soft shading, a highlight as the surface is rough, a faint rim, shadows of place and people.
uniform vec3 probes[6];
in vec3 P, N;
in vec4 K;
in vec2 S;   // roughness, metalness
out vec4 colour;

// What arrives from around the direction d (its squares in d2).
vec3 from_around(vec3 d, vec3 d2) {
    return d2.x * (d.x > 0. ? probes[0] : probes[1]) + d2.y * (d.y > 0. ? probes[2] : probes[3])
         + d2.z * (d.z > 0. ? probes[4] : probes[5]);
}

void main() {
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    vec3 around = from_around(n, n * n);
    vec3 shade = around * K.a + lamplight(P, n);
    vec3 sun = sun_colour * (sunlight(P, n) * mix(.6, 1., K.a));
    float nv = dot(n, V), slant = 1. - max(nv, 0.), slant2 = slant * slant;
    float nh = max(dot(n, normalize(V + sun_direction)), 0.);
    float a2 = S.x * S.x;
    a2 *= a2;
    float d = nh * nh * (a2 - 1.) + 1.;
    vec3 f0 = mix(vec3(.04), K.rgb, S.y);
    vec3 r = 2. * nv * n - V;
    vec3 mirrored = mix(from_around(r, r * r), around, S.x);
    vec3 light = K.rgb * ((1. - S.y) * (shade + sun * max(dot(n, sun_direction), 0.)));
    light += mirrored * ((f0 * (1. - .7 * S.x) + slant2 * slant2 * .12) * K.a);
    light += sun * f0 * min(a2 / (d * d) * .22, 8.);
    colour = vec4(tone(fogged(light, P)), 1.);
}

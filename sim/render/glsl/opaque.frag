// Solid things: a texture layer, bump, wear on edges, dirt near the ground, wet tops after rain.
in vec3 P, N, U, C, I;
in vec4 M;
#ifdef PROBED
in vec3 Q;
#else
#define Q P
#endif
out vec4 colour;

#ifdef LEAN
void main() {
    vec3 n = normalize(N);
    if (!gl_FrontFacing) n = -n;
    vec4 t = texture(layers, U);
    vec3 a = C * t.rgb * t.rgb * 1.9;
    vec3 s = a * sun_colour * max(dot(n, sun_direction), 0.) * sunlight(P, n);
    colour = shown(a * (I + lamplight(P, n)), s, P);
}
#else
void main() {
    vec3 flat_normal = normalize(N);
    vec3 V = normalize(eye - P);
    if (!gl_FrontFacing && dot(flat_normal, V) < 0.) flat_normal = -flat_normal;
    vec3 n = flat_normal;
    float rough = M.x, metal = M.y;
    float open = openness(I);
    vec4 t = texture(layers, U);
    vec3 a = C * t.rgb * t.rgb * 2.;
    vec2 dx = dFdx(U.xy), dy = dFdy(U.xy);
    float strength = .022 * M.z * clamp(1. - length(dx + dy) * 40., 0., 1.);
    if (strength > .0008) {
        float right = texture(layers, vec3(U.xy + dx, U.z)).a, above = texture(layers, vec3(U.xy + dy, U.z)).a;
        n = bumped(n, P, t.a, right, above, strength);
    }
    vec4 z = texture(layers, vec3(Q.xy * .31 + Q.z * .27, float(NOISE)));
    vec4 z2 = texture(layers, vec3(Q.xz * 1.9 + Q.yy * 1.3, float(NOISE)));
    float worn = smoothstep(.50, .62, z2.b * .6 + z2.r * .4) * M.w;
    a = mix(a, mix(vec3(.34, .30, .27), a * 1.35, step(.5, U.z)), worn * .55);
    rough = mix(rough, .45, worn * (1. - step(.5, U.z)));
    float dirt = smoothstep(.55, .0, P.z + (z.r - .5) * .5) * (.30 + .55 * z2.g) * smoothstep(.06, .22, M.z);
    a = mix(a, vec3(.165, .105, .062), dirt * .75 * step(P.z, 1.2));
    rough = mix(rough, .8, dirt * .5);
    a *= .86 + .28 * z.g;
    float wet = wetness * smoothstep(.55, .95, n.z) * smoothstep(.25, .55, open)
              * smoothstep(.40, .60, z.b * .5 + z.r * .5);
    a *= 1. - .42 * wet * (1. - metal);
    rough = mix(rough, .12, wet * .8);
#ifdef REFLECTED
    colour = vec4(sqrt(clamp(a * (1. - .5 * metal), 0., 1.)), max(dot(n, V), 0.));
    return;
#endif
    Lit l = lit(a, n, V, rough, metal, I + lamplight(P, n), open);
    colour = shown(l.shade, l.sun * sunlight(P, flat_normal), P);
}
#endif

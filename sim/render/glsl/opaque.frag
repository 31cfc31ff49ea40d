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
in vec4 A;
in vec3 S;
in float fog;
// What the vertices know, see surface.vert.
void main() {
    vec3 root = texture(layers, U).rgb;
    float lit = max(gl_FrontFacing ? A.w : -A.w, 0.);
    if (inside(S) > 0.) lit *= texture(sun_shadow, S);
    vec3 light = I + sun_colour * lit;
#ifndef UNLIT
    light += lamplight(P, normalize(gl_FrontFacing ? N : -N));
#endif
#if defined(DUST) && !defined(UNLIT)
    colour = vec4(tone(fogged(A.rgb * root * root * light, P)), 1.);
#else
    vec3 seen = mix(mix(sky_horizon, sky_middle, .135), air_colour, indoors.w);
    colour = vec4(tone(mix(A.rgb * root * root * light, seen, fog)), 1.);
#endif
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
    float coarse = coarseness(P);
    vec4 z = noise(Q.xy + Q.z * .87, .31, coarse);
    vec4 z2 = noise(Q.xz + Q.yy * .68, 1.9, coarse);
    float worn = smoothstep(.50, .62, z2.b * .6 + z2.r * .4) * M.w;
    a = mix(a, mix(vec3(.34, .30, .27), a * 1.35, step(.5, U.z)), worn * .55);
    rough = mix(rough, .45, worn * (1. - step(.5, U.z)));
    float dirt = smoothstep(.55, .0, P.z + (z.r - .5) * .5) * (.30 + .55 * z2.g) * smoothstep(.06, .22, M.z);
    a = mix(a, vec3(.165, .105, .062), dirt * .75 * step(P.z, 1.2));
    rough = mix(rough, .8, dirt * .5);
    a *= 1. + (.28 * z.g - .14) * mix(.2, 1., smoothstep(.05, .11, M.z)); // what is smooth is wiped clean
#ifdef WET
    float wet = wetness * smoothstep(.55, .95, n.z) * smoothstep(.25, .55, open)
              * smoothstep(.40, .60, z.b * .5 + z.r * .5);
    a *= 1. - .42 * wet * (1. - metal);
    rough = mix(rough, .12, wet * .8);
#endif
#ifdef REFLECTED
    colour = vec4(sqrt(clamp(a * (1. - .5 * metal), 0., 1.)), max(dot(n, V), 0.));
    return;
#endif
    Lit l = lit(a, n, V, rough, metal, I + lamplight(P, n), open);
    colour = shown(l.shade, l.sun * sunlight(P, flat_normal), P);
}
#endif

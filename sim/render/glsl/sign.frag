// Signs, boards and labels from the atlas, a little dirty.
uniform sampler2D signs;
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    vec4 t = texture(signs, U.xy);
    vec3 a = t.rgb * t.rgb * .92 * C;
#ifdef LEAN
    vec3 sun = a * sun_colour * max(dot(n, sun_direction), 0.);
    colour = vec4(shown(a * (I + lamplight(P, n)), sun * sunlight(P, n), P).rgb, t.a);
    return;
#endif
    vec4 z = texture(layers, vec3(P.xz * .9 + P.yy * .7, float(NOISE)));
    a = mix(a, vec3(.30, .26, .22), .22 * smoothstep(.45, .75, z.r * .6 + z.b * .4));
#ifdef REFLECTED
    colour = vec4(sqrt(a), t.a);
    return;
#endif
    Lit l = lit(a, n, V, M.x, M.y, I + lamplight(P, n), .6);
    colour = vec4(shown(l.shade, l.sun * sunlight(P, n), P).rgb, t.a);
}

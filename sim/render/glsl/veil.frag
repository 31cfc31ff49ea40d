// See-through cloth and wire: opacity in the layer's alpha, the sun shines through it.
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
    vec3 n = normalize(N);
    vec4 t = texture(layers, U);
    float through = max(dot(-n, sun_direction), 0.) * .6 * (1. - M.y);
    vec3 a = C * mix(t.rgb * t.rgb * 2., vec3(1.), .35);
#ifndef LEAN
    vec4 z = texture(layers, vec3(P.xz * .07 + P.yy * .05, float(NOISE)));
    a = mix(a, vec3(luminance(a)) * vec3(1.1, 1., .8), .22 * z.g);
#endif
#ifdef REFLECTED
    colour = vec4(sqrt(clamp(a, 0., 1.)), clamp(t.a * 1.12, 0., 1.));
    return;
#endif
    float share = sunlight(P, n) * .7 + .3;
    vec3 shade = a * (I + lamplight(P, n));
    vec3 sun = a * sun_colour * (max(dot(n, sun_direction), 0.) + through) * share;
    colour = vec4(shown(shade, sun, P).rgb, clamp(t.a * 1.12, 0., 1.));
}

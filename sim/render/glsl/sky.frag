in vec3 D;
out vec4 colour;

void main() {
#ifdef REFLECTED
    colour = vec4(0.);
    return;
#endif
    vec3 d = normalize(D);
    vec3 c = sky(d);
    float g = max(dot(d, sun_direction), 0.);
    if (clouds > 0.) {
        // Below the horizon the divisor would vanish, and software samplers hang on what comes of it.
        vec2 p = d.xy / (max(d.z, 0.) + .16) * .16;
        vec2 towards = sun_direction.xy * .02;
        float small = textureLod(layers, vec3(p * 2.3 + .5, float(NOISE)), 1.).r * .36;
        float e = textureLod(layers, vec3(p * .8 + .13, float(NOISE)), 1.).g * .72 + small;
#ifdef LEAN
        float beside = e - .03;
#else
        float beside = textureLod(layers, vec3((p + towards) * .8 + .13, float(NOISE)), 1.).g * .72 + small;
#endif
        float thick = smoothstep(.70 - .30 * clouds, .95 - .30 * clouds, e) * smoothstep(0., .12, d.z);
        float light = clamp(.62 + (e - beside) * 5., 0., 1.3);
        vec3 cloud = mix(sky_middle * .82, sky_horizon * 1.4, light) + sky_haze * .5 * g * g * g;
        c = mix(c, cloud, thick * .88);
    }
    c += sun_colour * 3.5 * smoothstep(.9990, .9996, g) * (1. - .9 * air.w);
#ifdef DUST
    c += beams(d, 200.);
#endif
    colour = vec4(tone(c), 1.);
}

// The cards of a cloud. Soft ones are shaded like balls and frayed by noise; the others shine or flow.
uniform vec4 tint;
uniform vec3 ambient;        // light of the place where the effect is
uniform vec3 moment;         // age, seconds, strength
in vec2 at;
in float age;
in vec4 lot;
out vec4 colour;

void main() {
    float r = length(at);
    float left = clamp(1. - age, 0., 1.);
#ifdef SPARK
    float body = exp(-at.x * at.x * 5. - at.y * at.y * 2.) * smoothstep(1., .8, r);
    colour = vec4(mix(tint.rgb, vec3(1., .95, .85), body * left) * body * (left + .25) * 1.5, 1.);
#endif
#ifdef GLOW
    colour = vec4(tint.rgb * exp(-r * r * 5.) * smoothstep(1., .7, r) * left * 1.6, 1.);
#endif
#ifdef FLAME
    vec2 drift = vec2(lot.x * 7., lot.z * 5. - moment.x * .30);
    float torn = texture(layers, vec3(at * vec2(.105, .075) + drift, NOISE)).r * 2. - 1.;
    float narrow = mix(1., 2.1, smoothstep(-.6, 1., at.y));
    float shape = 1. - length(vec2(at.x * narrow, at.y * .95));
    float body = smoothstep(.04, .62, shape + torn * .62 - age * .30) * smoothstep(0., .12, age);
    float heat = body * (1. - .55 * age);
    vec3 hot = mix(vec3(.85, .10, .012), vec3(1., .48, .08), smoothstep(.1, .55, heat));
    hot = mix(hot, vec3(1., .86, .48), smoothstep(.55, .95, heat));
    colour = vec4(hot * body * (.35 + .65 * left) * tint.a, 1.);
#endif
#ifdef DROP
    float body = smoothstep(1., .35, r);
    vec3 light = ambient * 1.6 + vec3(.05);
    colour = vec4(tone(tint.rgb * light + .25 * ambient), tint.a * body * smoothstep(1., .7, age));
#endif
#ifdef SOFT
    float torn = texture(layers, vec3(at * .17 + lot.xz * 3., NOISE)).g * 2. - 1.;
    float ball = 1. - r * r;
    float soft = smoothstep(.02, .85, ball + torn * .55 * smoothstep(0., .5, r)) * smoothstep(1., .72, r);
    vec3 bulge = vec3(at, sqrt(max(ball, 0.)));
    float above = .5 + .5 * bulge.y + torn * .22;
    vec3 light = ambient * (.80 + .75 * above) + sun_colour * .16 * above;
    colour = vec4(tone(tint.rgb * light), tint.a * soft * left * smoothstep(0., .10, age));
#endif
    // What shines is added to the picture, the rest lies over it.
#if defined(SPARK) || defined(GLOW) || defined(FLAME)
    colour.rgb *= moment.z;
#else
    colour.a *= moment.z;
#endif
}

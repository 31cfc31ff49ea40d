// The ground: three layers mixed by the splat map, treads and cracks, wet patches and puddles.
uniform sampler2D splat;
uniform sampler2D ground_light;
uniform sampler2D mirror;       // the world seen from below the water
uniform vec2 picture_size;
uniform vec3 ground_square;     // x0, y0, size
uniform vec3 ground_layers;     // base, second, third
uniform vec3 open_ground;       // irradiance beyond the square
uniform float has_mirror;
uniform vec3 polish;             // how much each layer mirrors when it is dry
uniform float brightest;         // what the largest value of ground_light stands for
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

float height_at(vec2 q, float second) {
    return mix(texture(layers, vec3(q * .9, ground_layers.x)).a,
               texture(layers, vec3(q * .42 + .3, ground_layers.y)).a * .6, second);
}

#ifdef LEAN
void main() {
    vec3 n = normalize(N);
    vec2 g = (P.xy - ground_square.xy) / ground_square.z;
    vec2 edge = min(g, 1. - g) * ground_square.z;
    float in_square = smoothstep(0., 1.5, min(edge.x, edge.y));
    vec4 s = mix(vec4(0., 0., 0., .502), texture(splat, g), in_square);
    vec3 root = texture(ground_light, g).rgb;
    vec3 irradiance = mix(open_ground, root * root * brightest, in_square);
    vec2 q = P.xy + P.z * vec2(.9, .7);
    vec4 base = texture(layers, vec3(q * .9, ground_layers.x));
    vec4 second = texture(layers, vec3(q * .42 + .3, ground_layers.y));
    vec3 a = mix(base.rgb * base.rgb, second.rgb * second.rgb, smoothstep(.35, .65, s.r + (second.a - base.a) * .3));
#ifdef THIRD
    vec4 third = texture(layers, vec3(P.xy * .33, ground_layers.z));
    a = mix(a, third.rgb * third.rgb, smoothstep(.35, .65, s.g));
#endif
    a *= C * 1.7;
    float relief = s.a - .502;
    a *= 1. + min(relief, 0.) * 1.1 - .8 * max(relief, 0.);
    a *= 1. - .5 * smoothstep(.12, .46, s.b);
    float water = smoothstep(.50, .56, s.b);
    vec3 V = normalize(eye - P);
    vec3 shade = a * (irradiance + lamplight(P, n));
    shade *= 1. - .5 * water;
    vec3 mirrored = mix(environment(reflect(-V, vec3(0., 0., 1.))), irradiance * .4, indoors.x);
    shade = mix(shade, mirrored, water * (.05 + .6 * pow(1. - max(V.z, 0.), 4.)));
    colour = shown(shade, a * sun_colour * max(dot(n, sun_direction), 0.) * sunlight(P, n), P);
}
#else
void main() {
    vec3 n = normalize(N);
    vec3 V = normalize(eye - P);
    vec2 g = (P.xy - ground_square.xy) / ground_square.z;
    vec2 edge = min(g, 1. - g) * ground_square.z;
    float in_square = smoothstep(0., 1.5, min(edge.x, edge.y));
    vec4 s = mix(vec4(0., 0., 0., .502), texture(splat, g), in_square);
    vec3 root = texture(ground_light, g).rgb;
    vec3 irradiance = mix(open_ground, root * root * brightest, in_square);
    vec2 q = P.xy + P.z * vec2(.9, .7);
    float coarse = coarseness(P);
    vec4 z = noise(P.xy, .11, coarse);
    vec4 base = texture(layers, vec3(q * .9, ground_layers.x));
    vec4 second = texture(layers, vec3(q * .42 + .3, ground_layers.y));
    float w2 = smoothstep(-.12, .16, s.r - .5 + (second.a - base.a) * .45 + (z.r - .5) * .35);
#ifdef THIRD
    vec4 third = texture(layers, vec3(P.xy * .33, ground_layers.z));
    float w3 = smoothstep(.35, .65, s.g + (base.a - .5) * .3 * (1. - abs(s.g * 2. - 1.)));
#else
    const float w3 = 0.;
#endif
    vec3 a = mix(base.rgb * base.rgb, second.rgb * second.rgb * 1.05, w2);
    float h = mix(base.a, second.a * .5, w2);
#ifdef THIRD
    a = mix(a, third.rgb * third.rgb * 1.05, w3);
    h = mix(h, .4 + third.a * .12, w3);
#endif
    a *= C * 1.9;
    float relief = s.a - .502;
    h += relief * .55;
    a *= .80 + .40 * z.g;
    a *= 1. + min(relief, 0.) * 1.1 - .8 * max(relief, 0.);
    vec4 fine = noise(P.xy, 3.7, coarse);
    a *= .80 + .4 * fine.b;
    h += (fine.r - .5) * .12 * (1. - s.g);
    float level = s.b + (.45 - h) * .22 * step(.02, s.b);
    float water = smoothstep(.50, .56, level);
    float wet = max(smoothstep(.12, .46, level), smoothstep(.40, .58, z.b * .5 + z.r * .5) * .85 * wetness);
    a *= 1. - .50 * wet;
    float rough = mix(.85, .26, wet * .9);
    vec3 px = dFdx(P), py = dFdy(P);
    float fade = clamp(1.3 - length(px + py) * 14., 0., 1.) * (1. - s.g * .9);
    if (fade > .02) {
        float here = mix(base.a, second.a * .6, w2);
        float right = height_at(q + dFdx(q), w2) + dFdx(s.a) * .5, above = height_at(q + dFdy(q), w2) + dFdy(s.a) * .5;
        n = bumped(n, P, here, right, above, .030 * (1. - .6 * wet) * fade);
    }
    n = normalize(mix(n, vec3(0., 0., 1.), water));
    float share = sunlight(P, vec3(0., 0., 1.));
    vec3 bed = mix(a, a * .42 + vec3(.045, .034, .022), clamp((level - .5) * 2.6, 0., .85) * water);
#ifdef REFLECTED
    colour = vec4(sqrt(clamp(bed, 0., 1.)), max(dot(n, V), 0.));
    return;
#endif
    Lit l = lit(bed, n, V, mix(rough, .08, water), 0., irradiance + lamplight(P, n), water > .01 ? .6 * (1. - water) : .6 * wet);
    vec3 sun = l.sun * share * mix(1., .75, water);
    if (water > .001) {
        float fresnel = .035 + .965 * pow(1. - max(V.z, 0.), 4.);
        vec2 ripple = (textureLod(layers, vec3(P.xy * .55, float(NOISE)), 4.5).rg - .5) * .030;
        vec3 seen = texture(mirror, gl_FragCoord.xy / picture_size + ripple).rgb;
        seen = seen * seen * (.9 + .8 * seen * seen) / max(air.z, .05);
        vec3 R = mix(sky(reflect(-V, vec3(0., 0., 1.))), mix(seen, vec3(luminance(seen)), .28), has_mirror);
        float k = clamp(fresnel * 1.05, 0., 1.) * water;
        l.shade = mix(l.shade, R, k);
        sun *= 1. - k;
        sun += sun_colour * share * water * pow(max(normalize(V + sun_direction).z, 0.), 900.) * 6.;
    }
#ifdef POLISHED
    {
        float p = mix(mix(polish.x, polish.y, w2), polish.z, w3) * (1. - water) * (.55 + .6 * z.g) * (1. - .35 * fine.r);
        vec2 here = gl_FragCoord.xy / picture_size + (vec2(base.a, z.r) - .5) * .010;
        vec3 seen = vec3(0.);
        for (int i = -2; i <= 2; i++) seen += untoned(texture(mirror, here + vec2(.0025, .009) * float(i)).rgb);
        seen = mix(environment(reflect(-V, vec3(0., 0., 1.))), seen * .2, has_mirror);
        l.shade += seen * p * (.05 + .95 * pow(1. - max(V.z, 0.), 4.));
    }
#endif
    colour = shown(l.shade, sun, P);
}
#endif

// What every surface shares: the sky, the sun and its shadows, lamps, fog and the tone curve.

uniform sampler2DArray layers;
uniform vec3 eye;
uniform vec3 sun_direction;
uniform vec3 sun_colour;
uniform vec3 sky_horizon, sky_middle, sky_zenith, sky_haze, sky_bounce;
uniform vec4 air;            // fog start, fog density, exposure, night
uniform float clouds;
uniform float wetness;
uniform mat4 sun_matrix;     // world to the static shadow map, 0..1
uniform sampler2DShadow sun_shadow;
uniform mat4 mover_matrix;   // world to the movers' shadow map, 0..1
uniform sampler2DShadow mover_shadow;
uniform float movers_cast;   // 0 where the movers' shadow is added later
#ifndef LAMPS
uniform int lamp_count;
#define LAMPS lamp_count
#endif
uniform vec4 lamp_position[8];   // xyz, radiance
uniform vec4 lamp_direction[8];  // xyz, cosine of half the cone
uniform vec3 lamp_colour[8];
uniform vec3 surroundings[6];    // what comes from +x, -x, +y, -y, +z, -z to the eye
uniform vec4 indoors;        // how little sky is seen, brightness of an open surface, dust, share of own air
uniform vec3 air_colour;

vec3 sky(vec3 d) {
    float up = clamp(d.z, 0., 1.);
    vec3 c = mix(sky_horizon, sky_middle, smoothstep(0., .26, up));
    c = mix(c, sky_zenith, smoothstep(.10, .75, up));
    float g = clamp(dot(d, sun_direction), 0., 1.);
    float g2 = g * g, g8 = g2 * g2 * g2 * g2, g32 = g8 * g8 * g8 * g8;
    return c * 1.15 + sky_haze * (.55 * g2 * g2 * g2 + .9 * g32 * g8);
}

float inside(vec3 q) {
    vec3 a = abs(q - .5);
    return step(max(a.x, max(a.y, a.z)), .498);
}

// The share of the sun that reaches P; 1 outside the maps.
float sunlight(vec3 P, vec3 N) {
    vec3 q = (sun_matrix * vec4(P + N * .025, 1.)).xyz;
    float lit = 1.;
    if (inside(q) > 0.) {
        q.z -= .0009;
#ifdef LEAN
        lit = texture(sun_shadow, q);
#else
        const float e = .55 / 2048.;
        lit = .5 * (texture(sun_shadow, q + vec3(-e, -e * .5, 0.)) + texture(sun_shadow, q + vec3(e, e * .5, 0.)));
#endif
    }
    if (movers_cast > 0. && lit > 0.) {
        vec3 m = (mover_matrix * vec4(P + N * .03, 1.)).xyz;
        if (inside(m) > 0.) lit *= texture(mover_shadow, m - vec3(0., 0., .002));
    }
    return lit;
}

// What a lamp's cone lets through along the unit l, from the lit point to the lamp.
float in_cone(int i, vec3 l) {
    float edge = lamp_direction[i].w;
    return edge < -.99 ? 1. : smoothstep(edge, mix(edge, 1., .35), dot(-l, lamp_direction[i].xyz));
}

// Light of the lamps that arrives at P with normal N, in the scale of irradiance.
vec3 lamplight(vec3 P, vec3 N) {
    vec3 sum = vec3(0.);
#ifndef UNLIT   // software runs a loop once even where it has no rounds
    for (int i = 0; i < LAMPS; i++) {
        vec3 to = lamp_position[i].xyz - P;
        float d2 = dot(to, to);
        vec3 l = to * inversesqrt(d2);
        sum += lamp_colour[i] * (lamp_position[i].w * in_cone(i, l) * max(dot(N, l) * .9 + .1, 0.) / (.3 + d2));
    }
#endif
    return sum;
}

#ifdef DUST
// Light of the lamps that dust scatters to the eye, from d metres along the unit w.
vec3 beams(vec3 w, float d) {
    vec3 sum = vec3(0.);
#ifndef UNLIT
    for (int i = 0; i < LAMPS; i++) {
        vec3 to = lamp_position[i].xyz - eye;
        float t = dot(to, w);
        float h = sqrt(max(dot(to, to) - t * t, 0.) + 2.);
        vec3 from = normalize(w * clamp(t + 1.2, .3, d) - to);
        float through = (atan((d - t) / h) + atan(t / h)) / h;
        sum += lamp_colour[i] * (lamp_position[i].w * in_cone(i, -from) * through);
    }
#endif
    return sum * (indoors.z * .2);
}
#endif

// What is seen in a mirror in the direction R: the sky, or the room.
vec3 environment(vec3 R) {
    vec3 open = mix(sky(normalize(R + vec3(0., 0., .02))), sky_bounce, clamp(-R.z * 4., 0., 1.));
    vec3 r2 = R * R;
    vec3 room = r2.x * (R.x > 0. ? surroundings[0] : surroundings[1])
              + r2.y * (R.y > 0. ? surroundings[2] : surroundings[3])
              + r2.z * (R.z > 0. ? surroundings[4] : surroundings[5]);
    return mix(open, room, indoors.x);
}

float luminance(vec3 c) { return dot(c, vec3(.3, .6, .1)); }

// How open a surface lies, by the light that it gets; a closed corner mirrors little.
float openness(vec3 irradiance) { return luminance(irradiance) / indoors.y; }

// The sky a little over the horizon in the direction d, through which what is far is seen.
vec3 haze(vec3 d) {
    vec3 c = mix(sky_horizon, sky_middle, .135);
#ifdef LEAN
    return c;
#else
    float g = clamp(dot(vec3(d.xy, .06), sun_direction), 0., 1.);
    float g2 = g * g, g8 = g2 * g2 * g2 * g2, g32 = g8 * g8 * g8 * g8;
    return c * .978 + sky_haze * (.468 * g2 * g2 * g2 + .765 * g32 * g8);
#endif
}

vec3 fogged(vec3 c, vec3 P) {
    vec3 v = P - eye;
    float d = length(v);
    float f = 1. - exp(-max(d - air.x, 0.) * air.y);
    c = mix(c, mix(haze(v / d), air_colour, indoors.w), f * .88);
#ifdef DUST
    c += beams(v / d, d);
#endif
    return c;
}

vec3 tone(vec3 x) {
    x *= .50 * air.z;
    x = (x * (2.51 * x + .03)) / (x * (2.43 * x + .59) + .14);
#ifdef LEAN
    x = clamp(x, 0., 1.);
    return max(sqrt(x) * 1.16 - x * .15 - .01, 0.);
#endif
    // The sRGB curve by roots, which cost a fraction of a power.
    vec3 a = sqrt(clamp(x, 0., 1.)), b = sqrt(a);
    x = .662002687 * a + .684122060 * b - .323583601 * sqrt(b) - .0225411470 * clamp(x, 0., 1.);
    return mix(vec3(luminance(x)), x, 1.04);
}

// The light that ``tone`` shows as x.
vec3 untoned(vec3 x) {
    x = clamp((x + .04 * luminance(x)) / 1.04, 0., .999);
    x *= x * (x * .305306011 + .682171111) + .012522878;
    vec3 a = 2.51 - 2.43 * x, b = .59 * x - .03;
    return (b + sqrt(b * b + .56 * a * x)) / (2. * a) / (.50 * air.z);
}

struct Lit { vec3 shade; vec3 sun; };   // light without the sun, and the sun's part

// Diffuse and reflected light of a surface. open: how much of the sky it can mirror, 0..1.
Lit lit(vec3 albedo, vec3 N, vec3 V, float rough, float metal, vec3 irradiance, float open) {
    Lit r;
    vec3 s = sun_colour * max(dot(N, sun_direction), 0.);
    vec3 diffuse = albedo * (1. - metal);
    r.shade = diffuse * irradiance;
    r.sun = diffuse * s;
    vec3 f0 = mix(vec3(.04), albedo, metal);
    vec3 H = normalize(V + sun_direction);
    float nv = max(dot(N, V), 0.);
    float slant = 1. - nv, slant2 = slant * slant;
    float grazing = slant2 * slant2 * slant;
    vec3 fresnel = f0 + (max(vec3(1. - rough), f0) - f0) * grazing;
    float a2 = max(rough * rough, .012);
    a2 *= a2;
    float nh = max(dot(N, H), 0.);
    float d = nh * nh * (a2 - 1.) + 1.;
    r.sun += s * fresnel * min(a2 / (3.1416 * d * d) * .25 / (.15 + nv * .85), 12.) * .9;
    vec3 around = mix(environment(reflect(-V, N)), irradiance * .8, clamp(rough * 1.1, 0., 1.));
    r.shade += around * fresnel * clamp(open * 1.5, 0., 1.) * (1. - rough * .5);
    return r;
}

// The colour as shown, and in alpha how bright it would be without the sun, as a share.
vec4 shown(vec3 shade, vec3 sun, vec3 P) {
    vec3 c = tone(fogged(shade + sun, P));
#ifdef SHARED
    vec3 without = tone(fogged(shade, P));
    return vec4(c, clamp((luminance(without) + .004) / (luminance(c) + .004), 0., 1.));
#else
    return vec4(c, 1.);
#endif
}

#ifdef NOISE
// How coarse, as a power of two, a picture repeated every metre has to be so far from the eye. Noise looked up
// at whole levels costs half of what it costs between them, and nobody sees where they meet.
float coarseness(vec3 P) { return log2(length(P - eye)) - .8; }

vec4 noise(vec2 at, float scale, float coarse) {
    return textureLod(layers, vec3(at * scale, float(NOISE)), floor(max(coarse + log2(scale), 0.) + .5));
}
#endif

// A normal bent by heights of neighbours (taps along the screen's x and y).
vec3 bumped(vec3 n, vec3 P, float height, float right, float above, float strength) {
    vec3 px = dFdx(P), py = dFdy(P);
    vec3 r1 = cross(py, n), r2 = cross(n, px);
    float det = dot(px, r1);
    return normalize(abs(det) * n - strength * sign(det) * ((right - height) * r1 + (above - height) * r2));
}

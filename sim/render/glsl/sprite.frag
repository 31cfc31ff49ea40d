uniform vec4 tint;
in vec2 at;
in float age;
in vec4 lot;
out vec4 colour;

void main() {
    float r = length(at);
    float left = clamp(1. - age, 0., 1.);
#ifdef GLOWING
    colour = vec4(tint.rgb * exp(-r * r * 5.) * left * 1.6, 1.);
#else
#ifdef SOLID
    float body = step(max(abs(at.x), abs(at.y) * (1. + lot.y)), .8);
    vec3 light = .35 * sky_middle + sun_colour * .25 * (.5 + lot.z);
    colour = vec4(tone(tint.rgb * (.7 + .6 * lot.y) * light), body);
#else
    float soft = exp(-r * r * 3.2) * smoothstep(1., .7, r);
    vec3 light = .55 * sky_middle + .22 * sun_colour;
    colour = vec4(tone(tint.rgb * light), tint.a * soft * left * smoothstep(0., .12, age));
#endif
#endif
}

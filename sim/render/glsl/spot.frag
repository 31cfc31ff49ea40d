// Where a leap ends, with an arrow the way it goes; where none may end, crossed out; places to go to; and a ring
// that spreads once round what was found.
in vec2 at;
flat in vec3 spot;
out vec4 colour;

const vec3 mint = vec3(.62, .93, .78), grey = vec3(.80, .78, .75), amber = vec3(.98, .80, .45);

float within(float d, float soft) { return clamp(.5 - d / soft, 0., 1.); }

float segment(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0., 1.));
}

void main() {
    float r = length(at), soft = max(length(fwidth(at)) * .75, 1e-4);
    vec3 ink = mint;
    float d, glow = 0., strength = 1.;
    vec2 p = vec2(abs(at.x), at.y);
    if (spot.x > 3.5) {
        ink = amber;
        float out_to = mix(.18, .9, 1. - (1. - spot.z) * (1. - spot.z));
        d = abs(r - out_to) - mix(.09, .02, spot.z);
        strength = 1. - smoothstep(.55, 1., spot.z);
    } else if (spot.y > .5) {
        d = min(segment(p, vec2(0., -.60), vec2(.55, -.05)), segment(p, vec2(0., -.05), vec2(.55, .50))) - .10;
    } else if (spot.x > 2.5) {
        d = abs(r - .62) - .045;
        glow = .20 * within(r - .6, .3);
    } else if (spot.x > 1.5) {
        ink = grey;
        float dash = abs(fract(atan(at.y, at.x) * 1.9098593) - .5) - .30;
        d = max(abs(r - .62) - .045, dash * .5);
        d = min(d, segment(p, vec2(0.), vec2(.30, .30)) - .05);
        d = min(d, segment(p, vec2(0.), vec2(.30, -.30)) - .05);
    } else {
        d = min(abs(r - .62) - .055, r - .10);
        d = min(d, segment(p, vec2(0., .96), vec2(.24, .74)) - .05);
        glow = .30 * within(r - .6, .3) + .25 * exp(-12. * abs(r - .62));
    }
    float body = within(d, soft), shade = within(d - .05, .12) * .5;
    float alpha = max(max(body, shade), glow) * strength;
    colour = vec4(ink * (max(body, glow) * strength), alpha);
}

// The mark says by its shape what the ray is on: a dot for nothing, a ring for a thing, a filled ring for a button,
// chevrons for a place. Round it grows a ring while something is held.
in vec3 at;
flat in vec2 aimed;
out vec4 colour;

float within(float d, float soft) { return clamp(.5 - d / soft, 0., 1.); }

// How far p lies beside an angle with its tip at (0, y).
float chevron(vec2 p, float y) {
    vec2 q = vec2(abs(p.x), p.y - y), a = vec2(.42, -.34);
    return length(q - a * clamp(dot(q, a) / dot(a, a), 0., 1.));
}

void main() {
    if (at.z < .5) {
        float side = 1. - smoothstep(.45, 1., abs(at.x));
        colour = vec4(1., .965, .91, 1.) * (side * mix(.85, .14, smoothstep(.0, 1., at.y)));
        return;
    }
    vec2 p = at.xy;
    float r = length(p), soft = max(length(fwidth(p)) * .75, 1e-4);
    vec3 ink = vec3(1., .98, .94);
    float d, filled = 0.;   // a filling through which letters are still read
    if (aimed.x < .5) d = r - .17;
    else if (aimed.x < 1.5) { d = min(abs(r - .52) - .075, r - .12); ink = vec3(.97, .80, .50); }
    else if (aimed.x < 2.5) { d = abs(r - .52) - .075; filled = .45 * within(r - .36, soft); }
    else { d = min(chevron(p, .42), chevron(p, .02)) - .085; ink = vec3(.70, .93, .80); }
    float body = max(within(d, soft), filled), shade = within(abs(d - .05) - .05, .12) * .5;
    if (aimed.y > 0.) {
        float track = within(abs(r - .84) - .085, soft);
        float full = step(fract(atan(p.x, p.y) / 6.2831853 + 1.), aimed.y);
        ink = mix(ink, mix(vec3(.16, .14, .12), vec3(.97, .75, .36), full), track);
        body = max(body, track * mix(.7, 1., full));
    }
    colour = vec4(ink * body, max(body, shade));
}

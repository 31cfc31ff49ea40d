// A ring, or a disc with a tick; at goes from -1 to 1.
uniform vec3 ink;
in vec2 at;
out vec4 colour;

float segment(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0., 1.));
}

void main() {
    float r = length(at);
    float soft = fwidth(r) * 1.2;
#ifdef RING
    float d = abs(r - .84);
    float body = 1. - smoothstep(.06 - soft, .06 + soft, d);
    float shade = (1. - smoothstep(.06, .16, d)) * .45;
    colour = vec4(ink * body, max(body, shade));
#else
    float disc = 1. - smoothstep(.9 - soft, .9 + soft, r);
    float stroke = min(segment(at, vec2(-.42, .02), vec2(-.10, -.34)), segment(at, vec2(-.10, -.34), vec2(.46, .36)));
    float tick = 1. - smoothstep(.11 - soft, .11 + soft, stroke);
    colour = vec4(mix(ink * .75, vec3(1.), tick), disc * .92);
#endif
}

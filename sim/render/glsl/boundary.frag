// A grid of quarter metres, the stronger the nearer it stands, and a broken ring round the feet.
uniform vec4 corners[5];
in vec3 P;
in vec3 at;
out vec4 colour;

const vec3 ink = vec3(.60, .88, .95);

void main() {
    float shown = corners[4].w;
    if (at.z > .5) {
        float r = length(at.xy), soft = max(fwidth(r), 1e-4);
        float ring = 1. - smoothstep(.03, .03 + soft, abs(r - .9));
        float broken = smoothstep(-.1, .1, abs(fract(atan(at.y, at.x) * 1.2732395) - .5) - .12);
        colour = vec4(ink, 1.) * (ring * broken * shown * .9);
        return;
    }
    vec2 cell = at.xy / .25, off = abs(fract(cell + .5) - .5), soft = max(fwidth(cell), vec2(1e-4));
    vec2 thick = vec2(at.y < .02 ? .5 : .013);
    vec2 lines = 1. - smoothstep(thick, thick + soft, off);
    float near = 1. - smoothstep(.3, 1.8, distance(P.xy, eye.xy));
    float foot = 1. - smoothstep(.03, .05, at.y);
    float grid = max(max(lines.x, lines.y) * .75 + .05, foot);
    colour = vec4(ink, 1.) * (grid * max(near, foot * .4) * shown);
}

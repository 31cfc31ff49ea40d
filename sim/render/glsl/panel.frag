// A painted panel, and over it what moves: the button that is pointed at, how far it is pressed, a bar or a ring
// that tells a share, the beat of a round button. Colours are as shown, multiplied by alpha.
uniform sampler2D face;
uniform vec2 pixels;
uniform vec4 panel[4];       // button pointed at; pressed, share, gauge, swell; gauge's box; disc's middle, radius, hovered
in vec2 at;
out vec4 colour;

const vec3 warm = vec3(.953, .788, .541);
const float swollen = .14;

// How many pixels p lies outside a box with round corners.
float outside(vec2 p, vec4 box, float radius) {
    vec2 half_size = (box.zw - box.xy) * .5;
    vec2 d = abs(p - box.xy - half_size) - half_size + radius;
    return length(max(d, 0.)) + min(max(d.x, d.y), 0.) - radius;
}

float within(float d, float soft) { return clamp(.5 - d / soft, 0., 1.); }

void main() {
    float soft = max(length(fwidth(at)) * .7, 1e-3);
    float pressed = panel[1].x, share = panel[1].y, gauge = panel[1].z, swell = panel[1].w;
    vec2 p = at;
    float grown = 1. + swollen * swell, radius = panel[3].z;
    float from_disc = length(at - panel[3].xy) - radius * grown;
    if (radius > 0. && from_disc < 0.) p = panel[3].xy + (at - panel[3].xy) / grown;
    // Letters a little sharper than the picture's own size asks for.
    colour = textureGrad(face, p / pixels, dFdx(at) / pixels * .65, dFdy(at) / pixels * .65);
    colour.rgb *= colour.a;
    if (radius > 0.)
        colour.rgb += warm * (within(abs(from_disc - 5.) - 5., soft) * swell * .8 * colour.a);

    vec4 box = panel[0];
    if (box.z > box.x) {
        float d = panel[3].w > .5 ? from_disc : outside(at, box, 24.);
        float lit = within(d, soft), edge = within(abs(d + 3.5) - 3.5, soft);
        float done = within(at.x - mix(box.x, box.z, pressed), soft) * step(.001, pressed);
        colour.rgb += lit * (vec3(.11, .085, .05) + vec3(.16, .09, .02) * done) * colour.a;
        colour.rgb = mix(colour.rgb, warm * colour.a, edge);
    }
    if (gauge > .5) {
        vec4 g = panel[2];
        vec2 middle = (g.xy + g.zw) * .5, half_size = (g.zw - g.xy) * .5;
        float body, full;
        if (gauge < 1.5) {
            body = within(outside(at, g, half_size.y), soft);
            full = within(at.x - mix(g.x, g.z, share), soft);
        } else {
            vec2 d = at - middle;
            body = within(abs(length(d) - half_size.x * .82) - half_size.x * .15, soft);
            float turn = atan(d.x, -d.y) / 6.2831853;
            full = step(fract(turn + 1.), share);
        }
        colour.rgb = mix(colour.rgb, mix(vec3(.34, .31, .28), vec3(.914, .706, .345), full) * colour.a, body);
    }
}

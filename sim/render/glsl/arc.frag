// A band of arrowheads the way a leap goes; dashes where it may not.
uniform float barred;
in vec3 at;
out vec4 colour;

void main() {
    float side = 1. - smoothstep(.7, 1., abs(at.x));
    float step_length = .22, soft = max(fwidth(at.y) / step_length, 1e-3) * 1.5;
    float along = at.y / step_length + (barred > .5 ? 0. : abs(at.x) * .35);
    float head = smoothstep(0., soft, fract(along) - .28) * (1. - smoothstep(1. - soft, 1., fract(along)));
    float dash = step(.5, fract(along * .6));
    vec3 ink = mix(vec3(.62, .93, .78), vec3(.80, .78, .75), barred);
    float body = mix(.30 + .65 * head, .85 * dash, barred);
    colour = vec4(ink, 1.) * (side * body * smoothstep(0., .08, at.z));
}

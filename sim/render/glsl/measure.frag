// About as much arithmetic as a surface in the sun, for measuring how fast a machine draws.
in vec2 at;
out vec4 colour;

void main() {
    vec3 n = normalize(vec3(at, 1.));
    vec3 c = vec3(0.);
    for (int i = 0; i < 4; i++) {
        n = normalize(n.yzx + vec3(.1, .2, .3) * float(i));
        c += max(dot(n, normalize(vec3(at.yx, .5))), 0.) * exp2(-n * n);
    }
    colour = vec4(c * .25, 1.);
}

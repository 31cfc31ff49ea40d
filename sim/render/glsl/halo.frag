uniform vec4 halo;              // colour, strength
in vec2 at;
out vec4 colour;

void main() {
    float r = length(at);
    float g = (exp(-r * r * 9.) * .75 + .25 * exp(-r * 3.)) * smoothstep(1., .6, r);
    colour = vec4(halo.rgb * g * halo.a, 1.);
}

// Dark in the middle, soft towards the rim.
uniform vec4 shade;          // where the footprint ends in x and y, 0..1; strength
in vec2 at;
out vec4 colour;

void main() {
    vec2 out_of = max(abs(at) - shade.xy * .6, 0.) / (1. - shade.xy * .6);
    float soft = 1. - clamp(length(out_of), 0., 1.);
    colour = vec4(0., 0., 0., shade.z * soft * soft * (3. - 2. * soft));
}

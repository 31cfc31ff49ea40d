// Black: from the rim inwards while moving, and over all of it.
uniform vec2 shade;          // vignette, dark
in vec3 ahead;
out vec4 colour;

const float open = 1.7, narrow = .35, soft = .45;   // tangents of the angle from straight ahead

void main() {
    float r = length(ahead.xy) / max(-ahead.z, 1e-4);
    float inner = mix(open, narrow, shade.x);
    float rim = shade.x > 0. ? smoothstep(inner, inner + soft, r) : 0.;
    colour = vec4(0., 0., 0., 1. - (1. - rim) * (1. - shade.y));
}

// From a drawn face's depth buffer to the logarithm of the distance along the face.
uniform sampler2D drawn;
uniform vec2 lens;              // near and far it was drawn with
uniform vec2 depth_range;
in vec2 at;
out vec4 colour;

void main() {
    float d = texture(drawn, at).r;
    float z = lens.x * lens.y / (lens.y - d * (lens.y - lens.x));
    colour = vec4(d > .99999 ? 1. : clamp(log2(z / depth_range.x) / depth_range.y, 0., 1.));
}

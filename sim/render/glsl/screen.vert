// A card that covers the picture.
in vec4 p3d_Vertex;
out vec2 at;

void main() {
    gl_Position = vec4(p3d_Vertex.xz, 0., 1.);
    at = p3d_Vertex.xz * .5 + .5;
}

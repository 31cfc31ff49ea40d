// A sheet that covers the picture, corners from -1 to 1.
in vec4 p3d_Vertex;
out vec2 at;

void main() {
    gl_Position = vec4(p3d_Vertex.xy, 0., 1.);
    at = p3d_Vertex.xy;
}

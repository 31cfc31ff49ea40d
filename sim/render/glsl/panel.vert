// A panel's card; at is in pixels of its picture, from the upper left corner.
uniform mat4 p3d_ModelViewProjectionMatrix;
uniform vec2 pixels;
in vec4 p3d_Vertex;
out vec2 at;

void main() {
    gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
    at = vec2(p3d_Vertex.x + .5, .5 - p3d_Vertex.z) * pixels;
}

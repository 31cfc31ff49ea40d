// A card that lies on the ground.
uniform mat4 p3d_ModelViewProjectionMatrix;
in vec4 p3d_Vertex;
in vec3 uvl;
out vec2 at;

void main() {
    at = uvl.xy;
    gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
}

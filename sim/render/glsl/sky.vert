uniform mat4 p3d_ViewProjectionMatrix;
uniform vec3 eye;
in vec4 p3d_Vertex;
out vec3 D;

void main() {
    D = p3d_Vertex.xyz;
    gl_Position = (p3d_ViewProjectionMatrix * vec4(p3d_Vertex.xyz * 200. + eye, 1.)).xyww;
    gl_Position.z *= .99999;
}

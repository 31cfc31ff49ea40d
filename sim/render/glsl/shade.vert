// A card over an eye's picture that knows in which direction of the head each of its points lies.
uniform mat4 p3d_ProjectionMatrix;
in vec4 p3d_Vertex;
out vec3 ahead;

void main() {
    gl_Position = vec4(p3d_Vertex.xz, 0., 1.);
    vec4 far = inverse(p3d_ProjectionMatrix) * vec4(p3d_Vertex.xz, 1., 1.);
    ahead = far.xyz / far.w;
}

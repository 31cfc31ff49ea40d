// The glow around a lamp: a card that turns to the eye.
uniform mat4 p3d_ModelViewMatrix, p3d_ProjectionMatrix;
in vec4 p3d_Vertex;
in vec3 uvl;
out vec2 at;

void main() {
    at = uvl.xy;
    vec4 v = p3d_ModelViewMatrix * vec4(0., 0., 0., 1.);
    v.xyz *= .93;
    v.xy += p3d_Vertex.xy * length(p3d_ModelViewMatrix[0].xyz);
    gl_Position = p3d_ProjectionMatrix * v;
}

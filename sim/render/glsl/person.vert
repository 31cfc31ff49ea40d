// People: four joints a vertex; colour, linear, with openness in its alpha.
uniform mat4 p3d_ModelMatrix, p3d_ViewProjectionMatrix;
uniform mat4 joints[36];
in vec4 p3d_Vertex;
in vec3 p3d_Normal;
in vec4 p3d_Color;
in vec4 weights;
in vec4 bones;
out vec3 P, N;
out vec4 K;

void main() {
    mat4 m = joints[int(bones.x)] * weights.x + joints[int(bones.y)] * weights.y
           + joints[int(bones.z)] * weights.z + joints[int(bones.w)] * weights.w;
    vec4 world = p3d_ModelMatrix * (m * p3d_Vertex);
    P = world.xyz;
    N = mat3(p3d_ModelMatrix) * (mat3(m) * p3d_Normal);
    K = vec4(pow(p3d_Color.rgb, vec3(2.2)) * .9, p3d_Color.a);
    gl_Position = p3d_ViewProjectionMatrix * world;
}

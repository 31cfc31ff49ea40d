// People: four joints a vertex; colour, linear, with openness in its alpha; roughness and metalness.
uniform mat4 p3d_ModelMatrix, p3d_ViewProjectionMatrix;
uniform mat4 joints[36];
in vec4 p3d_Vertex;
in vec3 p3d_Normal;
in vec4 p3d_Color;
in vec4 surface;
in vec4 weights;
in vec4 bones;
out vec3 P, N;
out vec4 K;
out vec2 S;

void main() {
    mat4 m = joints[int(bones.x)] * weights.x + joints[int(bones.y)] * weights.y
           + joints[int(bones.z)] * weights.z + joints[int(bones.w)] * weights.w;
    vec4 world = p3d_ModelMatrix * (m * p3d_Vertex);
    P = world.xyz;
    N = mat3(p3d_ModelMatrix) * (mat3(m) * p3d_Normal);
    vec3 c = p3d_Color.rgb;   // sRGB decoded by a cubic, which costs a fraction of a power
    K = vec4(c * (c * (c * .305306011 + .682171111) + .012522878) * .9, p3d_Color.a);
    S = surface.xy;
    gl_Position = p3d_ViewProjectionMatrix * world;
}

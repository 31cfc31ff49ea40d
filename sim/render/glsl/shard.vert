// Pieces of debris: every vertex goes with its piece.
uniform mat4 p3d_ViewProjectionMatrix;
uniform mat4 pieces[24];
in vec4 p3d_Vertex;
in vec3 p3d_Normal;
in vec4 p3d_Color;
in vec3 uvl;                 // z: the piece
out vec3 P, N, C;

void main() {
    mat4 piece = pieces[int(uvl.z + .5)];
    vec4 world = piece * p3d_Vertex;
    P = world.xyz;
    N = normalize(mat3(piece) * p3d_Normal + vec3(1e-6));
    C = p3d_Color.rgb * p3d_Color.rgb;
    gl_Position = p3d_ViewProjectionMatrix * world;
}

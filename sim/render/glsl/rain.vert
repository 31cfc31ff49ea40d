// Streaks of rain: each falls from its place in a box that repeats around the eye.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix, p3d_ViewMatrixInverse;
uniform vec3 moment;         // age, seconds, strength
uniform vec3 box;
in vec4 p3d_Vertex;          // lot
in vec3 uvl;                 // corner
out vec2 at;

void main() {
    vec3 here = p3d_ViewMatrixInverse[3].xyz;
    vec3 drop = p3d_Vertex.xyz * box - vec3(.8, 0., 7.5 + p3d_Vertex.x) * moment.x;
    vec3 P = here - .5 * box + mod(drop - here, box);
    vec4 view = p3d_ViewMatrix * vec4(P, 1.);
    vec3 along = mat3(p3d_ViewMatrix) * vec3(.03, 0., .28);
    at = uvl.xy;
    view.xyz += along * uvl.y * .5;
    view.x += uvl.x * max(.003, -view.z * .0016);
    gl_Position = p3d_ProjectionMatrix * view;
}

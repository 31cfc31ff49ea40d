// One face of the cube around a standpoint, as far as one likes: its depth comes from the fragment.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec3 eye;
uniform mat4 mover_matrix;
in vec4 p3d_Vertex;          // on a cube of half width 1 around the eye
in vec3 uvl;                 // u, v on the face
out vec3 D;
out vec2 at;
out float forward;           // distance along the view for a direction of length D
out vec3 Q;                  // D in the movers' shadow map
flat out vec3 Q0;            // the eye in it
flat out vec3 shade_tint;    // the colour of shade beside that of light
uniform vec3 mean_irradiance, sun_colour;

void main() {
    D = p3d_Vertex.xyz;
    at = uvl.xy;
    vec4 v = p3d_ViewMatrix * vec4(p3d_Vertex.xyz * 10. + eye, 1.);
    forward = -v.z / 10.;
    Q = mat3(mover_matrix) * D;
    Q0 = (mover_matrix * vec4(eye, 1.)).xyz;
    vec3 tint = mean_irradiance / (mean_irradiance + sun_colour * .6 + .001);
    shade_tint = pow(tint / dot(tint, vec3(.3, .6, .1)), vec3(1. / 2.2));
    gl_Position = p3d_ProjectionMatrix * v;
}

// Rigid meshes: static ones carry their irradiance, moving ones (PROBED) their openness and six probes.
uniform mat4 p3d_ModelMatrix, p3d_ViewProjectionMatrix;
in vec4 p3d_Vertex;
in vec3 p3d_Normal;
in vec4 p3d_Color;
in vec3 uvl;
in vec4 surface;
in vec4 irradiance;
out vec3 P, N, U, C, I;
out vec4 M;
#ifdef LEAN
uniform mat4 sun_matrix;
uniform vec3 sun_direction, eye;
uniform vec4 air;
out vec4 A;     // colour, and how much it faces the sun
out vec3 S;     // where in the sun's shadow map
out float fog;  // how much of what is seen is air
#endif
#ifndef PROBED
uniform float brightest;     // what the largest byte of irradiance stands for
#else
uniform vec3 probes[6];
out vec3 Q;
#endif

void main() {
    vec4 world = p3d_ModelMatrix * p3d_Vertex;
    P = world.xyz;
    N = mat3(p3d_ModelMatrix) * p3d_Normal;
    U = uvl;
    C = p3d_Color.rgb * p3d_Color.rgb;
    M = surface;
#ifndef PROBED
    I = irradiance.rgb * irradiance.rgb * brightest;
#else
    I = irradiance.rgb * irradiance.rgb * 2.;
    Q = p3d_Vertex.xyz;
    vec3 n2 = N * N;
    I *= n2.x * (N.x > 0. ? probes[0] : probes[1]) + n2.y * (N.y > 0. ? probes[2] : probes[3])
       + n2.z * (N.z > 0. ? probes[4] : probes[5]);
#endif
#ifdef LEAN
    A = vec4(C * 1.9, dot(normalize(N), sun_direction));
    S = (sun_matrix * vec4(P + N * .025, 1.)).xyz - vec3(0., 0., .0009);
    fog = .88 - .88 * exp(-max(length(P - eye) - air.x, 0.) * air.y);
#endif
    gl_Position = p3d_ViewProjectionMatrix * world;
}

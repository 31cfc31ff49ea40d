// A cloud of cards: where each is follows from its lot (four numbers 0..1) and the effect's age.
uniform mat4 p3d_ModelMatrix, p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec2 moment;         // age, seconds
uniform vec4 form;           // size, growth a second, life, speed
uniform vec3 fall;           // rise, gravity, height over the ground
in vec4 p3d_Vertex;          // lot
in vec3 uvl;                 // corner
in vec4 surface;             // lot again, w the fourth
out vec2 at;
out float age;
out vec4 lot;

void main() {
    lot = vec4(p3d_Vertex.xyz, surface.w);
    float born = lot.w * max(moment.y - form.z, 0.);
    float since = moment.x - born;
    age = since / form.z;
    float turn = lot.x * 6.2832;
    vec3 v = vec3(cos(turn), sin(turn), 0.) * form.w * (.25 + .75 * lot.y) + vec3(0., 0., fall.x * (.4 + .8 * lot.z));
    vec3 p = v * since - vec3(0., 0., .5 * fall.y * since * since);
    p.z = max(p.z, -fall.z + .02);
    vec4 view = p3d_ViewMatrix * (p3d_ModelMatrix * vec4(0., 0., 0., 1.) + vec4(p, 0.));
    float size = (form.x + form.y * since) * (.6 + .8 * lot.y);
    at = uvl.xy;
    float spin = lot.z * 6.2832 + since * (lot.x - .5) * 6.;
    mat2 turned = mat2(cos(spin), sin(spin), -sin(spin), cos(spin));
    view.xy += turned * uvl.xy * size * step(0., age) * step(age, 1.);
    gl_Position = p3d_ProjectionMatrix * view;
}

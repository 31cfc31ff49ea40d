// A cloud of cards: where each is follows from its lot (four numbers 0..1) and the effect's age alone.
uniform mat4 p3d_ModelMatrix, p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec3 moment;         // age, seconds, strength
uniform vec4 form;           // size, growth a second, life, speed
uniform vec4 fall;           // rise, gravity, drag, height over the ground
uniform vec4 aim;            // direction, and how far cards stray from it, 0..1
uniform vec3 source;         // half the extents of where they begin
in vec4 p3d_Vertex;          // lot
in vec3 uvl;                 // corner
in vec4 surface;             // w: the fourth of the lot
out vec2 at;
out float age;
out vec4 lot;

// Where a card is, so many seconds after its birth.
vec3 flown(vec3 v, float t) {
    float drag = max(fall.z, 1e-3);
    vec3 p = v * ((1. - exp(-drag * t)) / drag);
    p.z += fall.x * t - .5 * fall.y * t * t;
    return p;
}

void main() {
    lot = vec4(p3d_Vertex.xyz, surface.w);
    float life = form.z * (.75 + .5 * lot.z);
#ifdef BURST
    float since = moment.x - lot.w * .06 * form.z;
    float alive = step(0., since);
#else
    // One after another, again and again, as long as the effect lasts.
    float turnover = moment.x - lot.w * form.z * 1.25;
    float round = floor(turnover / (form.z * 1.25));
    float since = turnover - round * form.z * 1.25;
    float born = moment.x - since;
    float alive = step(0., born) * step(born, max(moment.y - form.z * .6, .05));
    lot.xyz = fract(lot.xyz + round * vec3(.618, .414, .732));
#endif
    age = since / life;
    alive *= step(age, 1.);
    float turn = lot.x * 6.2832, up = lot.y * 2. - 1.;
    vec3 stray = vec3(vec2(cos(turn), sin(turn)) * sqrt(1. - up * up), up);
    vec3 way = normalize(aim.xyz * (1.001 - aim.w) + stray * aim.w);
    vec3 v = way * form.w * (.45 + .75 * lot.z);
    vec3 start = source * (vec3(lot.y, lot.z, lot.x) * 2. - 1.);
    vec3 p = start + flown(v, since);
    float wander = since * since / (since + .6);
    p.xy += .16 * form.x * wander * vec2(sin(lot.x * 40. + since * 2.1), cos(lot.y * 40. + since * 1.7));
    p.z = max(p.z, .03 - fall.w);
    vec4 view = p3d_ViewMatrix * (p3d_ModelMatrix * vec4(0., 0., 0., 1.) + vec4(p, 0.));
    float size = (form.x + form.y * since) * (.65 + .7 * lot.y);
    at = uvl.xy;
#if defined(SPARK) || defined(DROP)
    vec3 after = mat3(p3d_ViewMatrix) * (flown(v, since + .05) - flown(v, since) + vec3(0., 0., 1e-4));
    float long_ = length(after);
    vec2 along = after.xy / max(length(after.xy), 1e-5);
    vec2 across = vec2(-along.y, along.x);
    view.xyz += (after * (.5 * uvl.y) + vec3(across * uvl.x * size + along * uvl.y * size, 0.)) * alive;
#else
#ifdef FLAME
    float shrink = 1. - .75 * age;
    view.xy += vec2(uvl.x * .72 * size * shrink, (uvl.y + .55) * 1.25 * size * shrink) * alive;
#else
    float spin = lot.z * 6.2832 + since * (lot.x - .5) * 1.6;
    mat2 turned = mat2(cos(spin), sin(spin), -sin(spin), cos(spin));
    view.xy += turned * uvl.xy * size * alive;
#endif
#endif
    gl_Position = p3d_ProjectionMatrix * view;
}

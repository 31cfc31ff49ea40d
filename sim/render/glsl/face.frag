// The static world as it was drawn once: colour, share without sun, and depth; the movers' shadow
// and the light of lamps that change are added.
uniform sampler2D face_colour;
#ifdef REFLECTED
uniform sampler2D face_reflecting;   // root of the colour reflected, and how far it faces the eye
#endif
uniform sampler2D face_depth;   // logarithm of the distance along the face, 0..1
uniform vec2 depth_range;       // nearest, log2(farthest / nearest)
uniform vec2 lens;              // near and far of the picture's lens
uniform vec3 mean_irradiance;
uniform float dimming;         // what the colours are multiplied with
in vec3 D;
in vec2 at;
in float forward;
in vec3 Q;
flat in vec3 Q0;
flat in vec3 shade_tint;
out vec4 colour;

#ifdef REFLECTED
// As lamplight; lamps beside the eye light by how far a surface faces the eye, which is known better than n.
vec3 lamplight_on_face(vec3 P, vec3 n, float facing) {
    vec3 sum = vec3(0.);
    for (int i = 0; i < LAMPS; i++) {
        vec3 to = lamp_position[i].xyz - P;
        float d2 = dot(to, to);
        vec3 l = to * inversesqrt(d2);
        vec3 beside = lamp_position[i].xyz - eye;
        float towards = dot(beside, beside) < .1 ? facing : dot(n, l);
        sum += lamp_colour[i] * (lamp_position[i].w * in_cone(i, l) * max(towards * .9 + .1, 0.) / (.3 + d2));
    }
    return sum;
}
#endif

void main() {
    vec4 c = texture(face_colour, at);
    float along = depth_range.x * exp2(texture(face_depth, at).r * depth_range.y);
    float z = along * forward;
    gl_FragDepth = min((lens.y - lens.x * lens.y / z) / (lens.y - lens.x), .999999);
#ifdef SHADED
    vec3 q = Q0 + Q * along;
    if (c.a < .995 && inside(q) > 0.) {
        q.z -= .002;
        const float e = .7 / 1024.;
        float s = .5 * (texture(mover_shadow, q + vec3(-e, e, 0.)) + texture(mover_shadow, q + vec3(e, -e, 0.)));
        c.rgb *= mix(c.a * shade_tint, vec3(1.), s);
    }
#endif
#ifndef UNLIT
    {
        vec3 P = eye + D * along;
        vec3 n = cross(dFdx(P), dFdy(P));
        n *= inversesqrt(max(dot(n, n), 1e-12));
        vec3 light = untoned(c.rgb);
#ifdef REFLECTED
        vec4 reflecting = texture(face_reflecting, at);
        light += reflecting.rgb * reflecting.rgb * lamplight_on_face(P, n, reflecting.a);
#else
        light += light / (mean_irradiance + .02) * lamplight(P, n);
#endif
#ifdef DUST
        light += beams(normalize(D), length(D) * along);
#endif
        c.rgb = tone(light);
    }
#endif
    colour = vec4(c.rgb * dimming, 1.);
}

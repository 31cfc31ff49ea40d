// The static world as it was drawn once: colour, share without sun, and depth; the movers' shadow
// and the light of lamps that change are added.
uniform sampler2D face_colour;
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
out vec4 colour;

void main() {
    vec4 c = texture(face_colour, at);
    float along = depth_range.x * exp2(texture(face_depth, at).r * depth_range.y);
    float z = along * forward;
    gl_FragDepth = min((lens.y - lens.x * lens.y / z) / (lens.y - lens.x), .999999);
    vec3 q = Q0 + Q * along;
    if (c.a < .995 && inside(q) > 0.) {
        q.z -= .002;
        const float e = .7 / 1024.;
        float s = .5 * (texture(mover_shadow, q + vec3(-e, e, 0.)) + texture(mover_shadow, q + vec3(e, -e, 0.)));
        vec3 tint = mean_irradiance / (mean_irradiance + sun_colour * .6);
        tint = pow(tint / luminance(tint), vec3(1. / 2.2));
        c.rgb *= mix(c.a * tint, vec3(1.), s);
    }
#ifdef LAMPS
    {
        vec3 P = eye + D * along;
        vec3 n = cross(dFdx(P), dFdy(P));
        n *= inversesqrt(max(dot(n, n), 1e-12));
        vec3 more = lamplight(P, n) / (mean_irradiance + .02);
        c.rgb = pow(pow(c.rgb, vec3(2.2)) * (1. + more), vec3(1. / 2.2));
        c.rgb /= max(1., max(c.r, max(c.g, c.b)));
    }
#endif
    colour = vec4(c.rgb * dimming, 1.);
}

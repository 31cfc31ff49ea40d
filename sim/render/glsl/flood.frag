// Rising water: ripples that run, the sky in it, foam where the ripples are steep.
uniform vec4 tint;
uniform vec3 ambient;
uniform vec3 moment;         // age, seconds, strength
in vec3 P, N, U, C, I;
in vec4 M;
out vec4 colour;

void main() {
    vec2 run = vec2(.11, .07) * moment.x;
    vec4 one = texture(layers, vec3(P.xy * .22 + run, NOISE));
    vec4 two = texture(layers, vec3(P.yx * .51 - run * 1.7, NOISE));
    vec2 slope = (vec2(one.r, one.g) + vec2(two.b, two.r) - 1.) * .55;
    vec3 n = normalize(vec3(slope, 1.));
    vec3 V = normalize(eye - P);
    float slant = 1. - max(dot(n, V), 0.);
    vec3 mirrored = reflect(-V, n);
    vec3 shine = mix(ambient * .9, sky(normalize(vec3(mirrored.xy, abs(mirrored.z) + .05))), .35);
    float foam = smoothstep(.62, .80, one.b * .6 + two.g * .5);
    vec3 body = mix(tint.rgb * ambient, vec3(.55, .52, .46) * ambient, foam * .45);
    vec3 c = mix(body, shine, .04 + .55 * pow(slant, 4.));
    colour = vec4(tone(fogged(c + lamplight(P, n) * tint.rgb, P)), tint.a * moment.z);
}

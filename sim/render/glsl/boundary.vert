// The edge of the free area: cards 0 to 3 stand on its sides, card 4 lies round the feet.
uniform mat4 p3d_ViewMatrix, p3d_ProjectionMatrix;
uniform vec4 corners[5];     // four corners; the feet, and how much of all is shown
in vec3 uvl;
out vec3 P;
out vec3 at;                 // metres along the side or the flat card's corners, metres up, which

const float height = 2.2, round_feet = .5;

void main() {
    int side = int(uvl.z + .5);
    if (side == 4) {
        P = corners[4].xyz + vec3(uvl.xy * round_feet, .01);
        at = vec3(uvl.xy, 1.);
    } else {
        vec3 from = corners[side].xyz, to = corners[(side + 1) % 4].xyz;
        vec2 share = uvl.xy * .5 + .5;
        P = mix(from, to, share.x) + vec3(0., 0., share.y * height);
        at = vec3(share.x * distance(from, to), share.y * height, 0.);
    }
    gl_Position = p3d_ProjectionMatrix * (p3d_ViewMatrix * vec4(P, 1.));
}

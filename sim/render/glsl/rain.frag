uniform vec3 ambient;
uniform vec3 moment;         // age, seconds, strength
in vec2 at;
out vec4 colour;

void main() {
    float body = (1. - at.x * at.x) * (1. - at.y * at.y);
    colour = vec4(tone(ambient * 2.4 + .3 * sky_horizon), .60 * body * moment.z);
}

uniform vec4 fade;
in vec2 at;
out vec4 colour;

void main() { colour = fade; }

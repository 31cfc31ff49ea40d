uniform sampler2D image;
in vec2 at;
out vec4 colour;

void main() { colour = vec4(texture(image, at).rgb, 1.); }

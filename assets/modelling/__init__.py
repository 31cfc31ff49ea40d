"""Building shapes: every function returns a Mesh with smooth-split normals and metre UVs."""

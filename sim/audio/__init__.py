"""Everything that is heard: sounds made by code, voices, and how a session's sounds reach ears."""

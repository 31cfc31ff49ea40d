"""How that looks which stands in the scene of a headset beside the scene itself."""

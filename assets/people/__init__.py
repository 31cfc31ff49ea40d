"""People: bodies, clothes, poses and clips."""

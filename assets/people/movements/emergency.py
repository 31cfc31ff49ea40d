from assets.people.motion import Motion

MOTIONS: dict[str, Motion] = {}

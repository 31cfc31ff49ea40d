"""The session log: the truth from which score, report, replay and pictures are computed."""

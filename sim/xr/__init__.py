"""OpenXR without scenes or sessions: a headset is opened, tells where head and hands are, and takes pictures."""

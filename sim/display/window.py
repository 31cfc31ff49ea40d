"""The window: play a scenario with mouse and keyboard on a screen."""

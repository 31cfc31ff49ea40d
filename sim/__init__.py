"""The engine: session and storyboard, world, render, displays, input, replay, check."""

ENGINE = "1.0"
"""Version of the engine's semantics, written into every log: what a session makes of its events."""

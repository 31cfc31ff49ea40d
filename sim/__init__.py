"""The engine: session and storyboard, world, render, displays, input, replay, check."""

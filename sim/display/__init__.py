"""Displays: they show a session's state and turn input into intents."""

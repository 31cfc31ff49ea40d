"""The scenario language and the bank of scenarios. Imports nothing of ours but ``common``."""

"""The scenario language and the bank of scenarios. Imports nothing of ours but ``common``."""

from scenarios.loader import LoadedScenario, bank, load

__all__ = ["LoadedScenario", "bank", "load"]

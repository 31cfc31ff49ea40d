"""The scenario language and the bank of scenarios. Imports nothing of ours but ``common``."""

from scenarios.loader import LoadedScenario, bank, load, scenario_path

__all__ = ["LoadedScenario", "bank", "load", "scenario_path"]

"""From a log to an explained score: one measure per file, a formula with a version, nothing hidden."""

from scoring.faults import DoesNotFit, OtherScenario, Unfinished
from scoring.formula import FORMULA
from scoring.score import Score, score, score_file

__all__ = ["FORMULA", "DoesNotFit", "OtherScenario", "Score", "Unfinished", "score", "score_file"]

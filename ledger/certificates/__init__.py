"""Certificates: who reached which level, signed, on paper, and open to be checked by anyone."""

"""Hair that shows without a helmet."""

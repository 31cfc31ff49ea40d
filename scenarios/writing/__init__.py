"""Help for those who write scenarios: edits that keep comments, suggestions, explanations, beginnings."""

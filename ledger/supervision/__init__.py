"""What the bureau sees at a glance: sums kept up to date with every completion, and the way down to each statement."""

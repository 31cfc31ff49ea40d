"""Hours of training and the levels they lead to, by rules in a file."""

"""The pages of the kiosk: what a trainee touches, and what the crew sees."""

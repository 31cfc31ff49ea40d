"""The trainer's bench: drafts, who edits them, and the process that shows them while they are written."""

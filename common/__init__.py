"""What every part shares: text, time, ids, errors, settings, sealing and the web frame.

Nothing here imports another part of the project.
"""

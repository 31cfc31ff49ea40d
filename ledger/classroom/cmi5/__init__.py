"""Courses from elsewhere: cmi5 packages (Quartz, 1st edition) imported, launched and reckoned."""

"""The shared web frame: theme, languages, login and the page around every staff page."""

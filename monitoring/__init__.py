"""The linked monitoring module: which stations live, and what is completed as it happens."""

"""The movements themselves, by occasion."""

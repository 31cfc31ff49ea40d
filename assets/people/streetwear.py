"""Everyday clothes."""

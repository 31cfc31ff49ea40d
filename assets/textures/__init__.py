"""Textures and signs, drawn by code."""

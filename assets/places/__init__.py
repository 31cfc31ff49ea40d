"""Places: ground, enclosure, far view and light."""

"""The side of a headset's computer: finds its van, plays what it is handed, and brings back the log."""

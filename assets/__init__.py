"""Props, characters, places, signs and sounds: written as code, built into a cache."""

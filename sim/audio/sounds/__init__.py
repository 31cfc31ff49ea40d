"""The sounds of the registry, one function each, a module per subject. What loops gives a ring (see ``synthesis``)."""

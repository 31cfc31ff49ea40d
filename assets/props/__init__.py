"""Props, one module per family; each prop is one function."""

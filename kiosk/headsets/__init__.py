"""The van's side of its headsets: the computer of each is paired once, and then finds its van by itself."""

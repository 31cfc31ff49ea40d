"""Running a ledger: whether it is well, how it fares in figures, what its interface is."""

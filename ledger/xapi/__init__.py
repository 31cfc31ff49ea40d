"""The Experience API (xAPI 1.0.3 and IEEE 9274.1.1, "2.0") as far as the ledger speaks it."""

"""Backups of a whole ledger: one file that any ledger, on SQLite or PostgreSQL, can be restored from."""

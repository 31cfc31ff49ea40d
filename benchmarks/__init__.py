"""What must be fast, each figure beside a peer or a limit of the same run: ``python -m benchmarks``."""

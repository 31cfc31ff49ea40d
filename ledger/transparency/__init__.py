"""The transparency log: a Merkle tree over all accepted statements, so that nothing changes unseen."""

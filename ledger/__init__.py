"""The training ledger: xAPI statements, who the learners are, what they completed."""

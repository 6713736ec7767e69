"""What runs inside the learner's own process: the standard library and messages only."""

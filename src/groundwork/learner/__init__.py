"""What the learner has done: drafts, their history, progress, the place in the lessons."""

"""Predict, run, compare: what the learner thinks a program prints beside what it printed."""

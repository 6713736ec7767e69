"""Where the learner reads, changes and searches the files of an example."""

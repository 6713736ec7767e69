"""The lesson page: one column of blocks to read, and examples to run."""

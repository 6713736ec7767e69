"""The command line, as far as no process is needed."""

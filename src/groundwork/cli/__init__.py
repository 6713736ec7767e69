"""The command line: groundwork run, groundwork pack, groundwork doctor."""

"""One file of the program and a course."""

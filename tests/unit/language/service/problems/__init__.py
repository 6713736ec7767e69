"""What is found wrong in programs, and what mends it."""

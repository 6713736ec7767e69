"""What helps while code is written, as far as it needs no window."""

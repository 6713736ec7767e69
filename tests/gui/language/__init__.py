"""What helps while code is written."""

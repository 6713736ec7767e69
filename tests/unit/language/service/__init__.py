"""What it answers."""

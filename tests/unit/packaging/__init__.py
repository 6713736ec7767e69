"""What makes the bundle."""

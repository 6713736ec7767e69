"""What checks find."""

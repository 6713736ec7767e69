"""Ways from name to name."""

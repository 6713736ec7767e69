"""The completion of what is being typed."""

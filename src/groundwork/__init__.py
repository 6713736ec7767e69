"""An offline desktop playground for learning Python."""

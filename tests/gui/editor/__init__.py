"""The editor, with real keys."""

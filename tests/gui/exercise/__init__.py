"""The exercise beside the editor."""

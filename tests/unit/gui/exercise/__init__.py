"""The exercise beside the editor, without a window."""

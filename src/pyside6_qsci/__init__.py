"""QScintilla for PySide6."""

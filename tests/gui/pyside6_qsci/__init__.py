"""The Python face of QScintilla."""

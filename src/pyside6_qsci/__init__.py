"""QScintilla for PySide6.

`scintilla.Scintilla` is the editor as a widget; what it can be asked is in `messages`. There are no
PySide6 bindings of QScintilla, so `library` loads a small bridge with ctypes; it must run with the
Qt of PySide6, which is why that is imported first.
"""

"""QScintilla for the rest of this package: the only module that knows where it comes from."""

from __future__ import annotations

from pyside6_qsci.library import QScintillaMissingError
from pyside6_qsci.messages import (
    FOLD_HEADER,
    FOLD_MARKERS,
    AnnotationStyle,
    AutomaticFold,
    FoldMarker,
    FoldText,
    IndentationGuides,
    IndicatorStyle,
    Key,
    LayoutCache,
    Lexer,
    LineEnd,
    MarginType,
    MarkerSymbol,
    Message,
    Modifier,
    PythonStyle,
    Search,
    Style,
    Updated,
)
from pyside6_qsci.scintilla import Document, Scintilla

__all__ = [
    "FOLD_HEADER",
    "FOLD_MARKERS",
    "AnnotationStyle",
    "AutomaticFold",
    "Document",
    "FoldMarker",
    "FoldText",
    "IndentationGuides",
    "IndicatorStyle",
    "Key",
    "LayoutCache",
    "Lexer",
    "LineEnd",
    "MarginType",
    "MarkerSymbol",
    "Message",
    "Modifier",
    "PythonStyle",
    "QScintillaMissingError",
    "Scintilla",
    "Search",
    "Style",
    "Updated",
]

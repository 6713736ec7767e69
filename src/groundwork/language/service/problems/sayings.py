"""A sentence for each thing that pyflakes finds."""

from __future__ import annotations

from typing import NamedTuple

ERROR, WARNING = "error", "warning"


class Saying(NamedTuple):
    """What is said of a finding; `{0}` and so on are what pyflakes tells of it.

    An error ends the program or never lets it begin; a warning is worth a look. Without a sentence
    nothing is said: it is a matter of style.
    """

    topic: str
    severity: str
    sentence: str


SAYINGS: dict[str, Saying] = {
    "UnusedImport": Saying(
        "unused-import", WARNING, "“{0}” is imported, but nothing here uses it yet."
    ),
    "RedefinedWhileUnused": Saying(
        "redefined",
        WARNING,
        "“{0}” is defined here again; the one on line {1} is lost before anything uses it.",
    ),
    "ImportShadowedByLoopVar": Saying(
        "shadowed-import",
        WARNING,
        "This loop gives its values to “{0}” and so hides what line {1} imports. Choose another "
        "name.",
    ),
    "ImportStarNotPermitted": Saying(
        "star-import",
        ERROR,
        "“from {0} import *” has its place outside of functions, at the top of the file.",
    ),
    "ImportStarUsed": Saying("star-import", WARNING, ""),
    "ImportStarUsage": Saying("star-import", WARNING, ""),
    "UndefinedName": Saying("undefined-name", ERROR, "Nothing here is named “{0}” yet."),
    "DoctestSyntaxError": Saying(
        "doctest", WARNING, "Python cannot read this example in the description."
    ),
    "UndefinedExport": Saying(
        "undefined-export", WARNING, "“__all__” names “{0}”, but nothing here is named so."
    ),
    "UndefinedLocal": Saying(
        "local-before-value",
        ERROR,
        "“{0}” gets a value further down in this function, so inside it this is a name of its own, "
        "which has no value yet. To change the one outside, begin the function with “global {0}”, "
        "or better: take it as a parameter and return the new value.",
    ),
    "DuplicateArgument": Saying(
        "repeated-parameter",
        ERROR,
        "Two parameters of this function have the name “{0}”. Give one of them another name.",
    ),
    "MultiValueRepeatedKeyLiteral": Saying(
        "repeated-key",
        WARNING,
        "The key {0!r} stands twice in this dictionary with different values. Only the last one is "
        "kept.",
    ),
    "MultiValueRepeatedKeyVariable": Saying(
        "repeated-key",
        WARNING,
        "The key “{0}” stands twice in this dictionary with different values. Only the last one is "
        "kept.",
    ),
    "LateFutureImport": Saying(
        "late-future", ERROR, "Imports from __future__ stand at the very beginning of the file."
    ),
    "FutureFeatureNotDefined": Saying(
        "unknown-future", ERROR, "Python knows no “{0}” in __future__."
    ),
    "UnusedVariable": Saying(
        "unused-variable", WARNING, "“{0}” gets a value here that nothing in the function uses yet."
    ),
    "UnusedAnnotation": Saying(
        "unused-variable", WARNING, "“{0}” is announced here, but it never gets a value."
    ),
    "UnusedIndirectAssignment": Saying(
        "unused-global",
        WARNING,
        "“{0} {1}” is needed only in a function that gives “{1}” another value, and this one does "
        "not.",
    ),
    "ReturnOutsideFunction": Saying(
        "return-outside",
        ERROR,
        "“return” gives a value back from a function, and this line is in none. Indent it into the "
        "function that it belongs to; to show a value, use print.",
    ),
    "YieldOutsideFunction": Saying(
        "yield-outside",
        ERROR,
        "“yield” and “await” have their place inside a function, and this line is in none.",
    ),
    "ContinueOutsideLoop": Saying(
        "continue-outside",
        ERROR,
        "“continue” goes on with the next round of a loop, and this line is in none. Perhaps it is "
        "not indented far enough.",
    ),
    "BreakOutsideLoop": Saying(
        "break-outside",
        ERROR,
        "“break” ends a loop, and this line is in none. Perhaps it is not indented far enough.",
    ),
    "DefaultExceptNotLast": Saying(
        "except-order",
        ERROR,
        "An “except:” for every error comes last: those below it would never be reached.",
    ),
    "TwoStarredExpressions": Saying(
        "two-stars", ERROR, "Only one of the names on the left of “=” may have a star."
    ),
    "TooManyExpressionsInStarredAssignment": Saying(
        "many-names", ERROR, "There are too many names beside a star on the left of “=”."
    ),
    "IfTuple": Saying(
        "tuple-condition",
        WARNING,
        "The comma makes a tuple of this condition, and a tuple with something in it is always "
        "true. Connect questions with “and” or “or”.",
    ),
    "AssertTuple": Saying(
        "tuple-condition",
        WARNING,
        "The brackets make a tuple of condition and message, and such a tuple is always true. "
        "Leave the brackets out.",
    ),
    "ForwardAnnotationSyntaxError": Saying(
        "annotation", ERROR, "Python cannot read {0!r} as the name of a type."
    ),
    "RaiseNotImplemented": Saying(
        "not-implemented",
        ERROR,
        "“NotImplemented” is no error that can be raised. The error is “NotImplementedError”.",
    ),
    "InvalidPrintSyntax": Saying(
        "print-to-file",
        ERROR,
        "“print >>” is of an older Python. Write print(…, file=…) to print into a file.",
    ),
    "IsLiteral": Saying(
        "is-literal",
        WARNING,
        "“is” asks whether both are the same object, which for values like this one is a matter of "
        "luck. To compare values, write “==” or “!=”.",
    ),
    "FStringMissingPlaceholders": Saying(
        "f-without-braces",
        WARNING,
        "The f before this text does nothing: there is no {{name}} in the text.",
    ),
    "TStringMissingPlaceholders": Saying(
        "f-without-braces",
        WARNING,
        "The t before this text does nothing: there is no {{name}} in the text.",
    ),
    "StringDotFormatExtraPositionalArguments": Saying(
        "format-surplus",
        WARNING,
        "format() gets more values than the text has places {{}}. Not used is number {0}, counted "
        "from 0.",
    ),
    "StringDotFormatExtraNamedArguments": Saying(
        "format-surplus",
        WARNING,
        "format() gets “{0}”, but the text has no place for it.",
    ),
    "StringDotFormatMissingArgument": Saying(
        "format-lack", ERROR, "The text has a place {{{0}}}, but format() gets no value for it."
    ),
    "StringDotFormatMixingAutomatic": Saying(
        "format-mixed",
        ERROR,
        "The places of this text are partly numbered, as in {{0}}, and partly not, as in {{}}. "
        "Write them all in one way.",
    ),
    "StringDotFormatInvalidFormat": Saying(
        "format-text",
        ERROR,
        "format() cannot read the places in this text. For a brace itself write it twice.",
    ),
    "PercentFormatInvalidFormat": Saying(
        "percent-text",
        ERROR,
        "The places with % in this text cannot be read. For the sign itself write %%.",
    ),
    "PercentFormatMixedPositionalAndNamed": Saying(
        "percent-mixed",
        ERROR,
        "Some places of this text have names, as in %(name)s, and others have none. Write them "
        "all in one way.",
    ),
    "PercentFormatUnsupportedFormatCharacter": Saying(
        "percent-text",
        ERROR,
        "%{0} is no place that Python knows. %s takes any value; %% is the sign itself.",
    ),
    "PercentFormatPositionalCountMismatch": Saying(
        "percent-count",
        ERROR,
        "The text has places for {0} values, and {1} are given.",
    ),
    "PercentFormatExtraNamedArguments": Saying(
        "percent-surplus", WARNING, "The text has no place for “{0}”."
    ),
    "PercentFormatMissingArgument": Saying(
        "percent-lack", ERROR, "The text has a place for “{0}”, but no value is given for it."
    ),
    "PercentFormatExpectedMapping": Saying(
        "percent-kind",
        ERROR,
        "The places of this text have names, so a dictionary belongs behind the %.",
    ),
    "PercentFormatExpectedSequence": Saying(
        "percent-kind",
        ERROR,
        "The places of this text have no names, so a value or a tuple belongs behind the %, not a "
        "dictionary.",
    ),
    "PercentFormatStarRequiresSequence": Saying(
        "percent-kind", ERROR, "A place with * takes its width from a tuple behind the %."
    ),
    "EagerUseOfLazyImport": Saying(
        "lazy-import",
        WARNING,
        "“{0}” is imported lazily on line {1}, but used right away.",
    ),
    "LazyImportStarNotPermitted": Saying(
        "lazy-import", ERROR, "“lazy from {0} import *” is not possible: name what you import."
    ),
    "LazyImportNotAtModuleScope": Saying(
        "lazy-import", ERROR, "A lazy import has its place outside of functions and classes."
    ),
}
"""By the name of the message of pyflakes."""

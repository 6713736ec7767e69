"""What the keywords of Python do, each in a sentence or two for beginners."""

from __future__ import annotations

KEYWORDS: dict[str, str] = {
    "False": "The value for what is not true. Comparisons that do not hold give it.",
    "None": "The value for nothing. A function that returns nothing gives it back.",
    "True": "The value for what is true. Comparisons that hold give it.",
    "and": "True only if both sides are true. The right side is looked at only if the left one is"
    " true.",
    "as": "Gives another name to what comes before it: to a module that is imported, to an error"
    " that is caught, or to what `with` has opened.",
    "assert": "Stops the program with an `AssertionError` if what follows is not true.",
    "async": "Begins a function, a loop or a `with` that can wait with `await` while other things"
    " go on.",
    "await": "Waits for something that takes a while, and lets other things go on meanwhile. It may"
    " stand only inside an `async def`.",
    "break": "Leaves the loop at once; the program goes on below it.",
    "class": "Begins a class: a plan for objects, with what they know and what they can do.",
    "continue": "Ends this round of the loop; the loop goes on with the next one.",
    "def": "Begins a function: steps with a name, which are done when the name is called.",
    "del": "Takes away a name, an item of a list or a key of a dictionary.",
    "elif": "Another question, asked only if those above were not true.",
    "else": "What is done if nothing above was true. After a loop: what is done if the loop was not"
    " left with `break`.",
    "except": "What is done if an error of this kind happens in the lines under `try`.",
    "finally": "What is done in any case at the end, whether there was an error or not.",
    "for": "Does the indented lines once for each item, with the name standing for that item.",
    "from": "Says which module the names that are imported come from.",
    "global": "Says that this name means the variable of the file, not one of this function alone.",
    "if": "Does the indented lines only if what follows is true.",
    "import": "Makes another module usable here.",
    "in": "Asks whether something is among the items of a list, the characters of a text or the"
    " keys of a dictionary. In a `for` it stands before the items.",
    "is": "Asks whether two names mean the very same object. For `None` it is the usual way to ask;"
    " to compare values, `==` is.",
    "lambda": "A small function without a name: what it takes, a colon, and what it gives back.",
    "nonlocal": "Says that this name means the variable of the function around this one.",
    "not": "Turns true into false, and false into true.",
    "or": "True if one side is true. The right side is looked at only if the left is not true.",
    "pass": "Does nothing. It stands where a line is needed and there is nothing to do.",
    "raise": "Reports an error: the program stops here unless an `except` catches it.",
    "return": "Ends the function and gives this value back to whoever called it.",
    "try": "Begins lines in which an error may happen; `except` below says what is done then.",
    "while": "Does the indented lines again and again, as long as what follows is true.",
    "with": "Opens something for the indented lines and makes sure that it is closed after them.",
    "yield": "Gives a value to whoever goes through this function in a loop, and goes on from here"
    " when the next value is wanted.",
    "match": "Compares a value with the patterns of the `case` lines below it; the first one that"
    " fits is done.",
    "case": "A pattern for the value of `match`, with what is done if it fits.",
    "type": "Gives a name to a type, to be used in annotations.",
    "_": "In a `case`, the pattern that fits everything. Elsewhere a name for what is not needed.",
}

SELF = {
    "self": "The object whose method this is. Python passes it when the method is called.",
    "cls": "The class itself. Python passes it when the method is called.",
}
"""The usual names of first parameters."""

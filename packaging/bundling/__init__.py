"""Makes the bundle: a frozen window, a whole Python beside it, and what both need.

`runtime` copies a CPython so that it runs from any folder, `window` freezes the application,
`bundle` puts everything together. Each step says what it did and how much room it takes.
"""

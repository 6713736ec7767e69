"""Which names of a program mean the same.

`text` finds words in a text, `reading` the names of a program and their scopes, `program` joins
those of all files of an example that mean the same. The other modules answer questions.
"""

"""What is wrong in a program, in plain words, and what mends it where that is certain.

`program` is the text as the rest looks at it, `tokens` its words. `syntax` finds what Python cannot
read, tries the `mends` one after the other and reads on behind what it could mend. `names` and
`habits` look at the program that is left. Everything works with offsets into the text; only
`inspecting`, outside, makes lines and columns of them.
"""

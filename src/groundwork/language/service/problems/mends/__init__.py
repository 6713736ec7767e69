"""What may have been meant where Python cannot read on: each module knows one kind of slip.

A mend is a guess. It counts only if Python can read on behind the place once the guess is made;
`syntax` tries that, in the order in which the guesses come.
"""

"""What looks at the learner's text while it is written: a worker process, and what is said to it.

`protocol` has every question and answer. `work.py` is the script that a runtime runs: it answers
one question after the other. `service` finds the answers, and it alone knows Jedi. The window
imports nothing of this but `protocol`.
"""

"""What helps while code is written: completion, tips, problems, and ways from name to name.

`worker` speaks with the language worker; `process` is one process of it, and `patience` remembers
what ended others. `workplace` is what every part shares: the editor, the file in it, and whom to
ask. Each other module or package is one such part; `desk` builds them all.
"""

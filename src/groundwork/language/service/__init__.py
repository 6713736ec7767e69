"""Finds the answers to questions about programs; runs in the language worker, on the runtime.

`answering` knows who answers what. Each other module answers one kind of question.
"""

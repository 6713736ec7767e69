"""The exercise beside the editor: checks and their verdicts, hints, the solution."""

"""The language worker among the processes of the machine."""

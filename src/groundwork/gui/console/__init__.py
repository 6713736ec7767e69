"""The console: what a program prints, what is typed into it, and the whole of a long output."""

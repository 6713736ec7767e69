"""The language worker, asked directly."""

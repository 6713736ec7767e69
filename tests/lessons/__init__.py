"""The lessons that come with Groundwork keep what they promise."""

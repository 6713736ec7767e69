"""The home page: what to do next in every pack, how far each chapter is, and the time spent."""

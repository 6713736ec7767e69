"""What may be meant by the word being typed: the list, and the putting in of what is chosen."""

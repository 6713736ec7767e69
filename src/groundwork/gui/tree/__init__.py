"""The lesson tree at the left: packs, chapters and lessons, their marks, and a filter over them."""

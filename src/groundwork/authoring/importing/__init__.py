"""Makes a lesson pack of a Markdown document or a notebook; nothing of its text is lost."""

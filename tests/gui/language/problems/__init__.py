"""What is wrong in the code, as it is told and mended in the editor."""

"""The pages of a file as pictures, drawn in a process of its own."""

"""The pages of the file that a text was imported from, as they were printed."""

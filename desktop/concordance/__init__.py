"""The page of a concordance in the middle of the window."""

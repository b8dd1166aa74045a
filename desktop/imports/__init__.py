"""The dialog of an import: the files, what was recognised in each, and what is chosen for it."""

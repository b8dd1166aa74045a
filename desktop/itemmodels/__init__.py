"""Qt item models, one a list."""

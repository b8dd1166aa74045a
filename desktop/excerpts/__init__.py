"""Excerpts in the centre: a question put together from conditions, and the passages that answer it."""

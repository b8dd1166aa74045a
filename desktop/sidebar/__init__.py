"""The annotation sidebar."""

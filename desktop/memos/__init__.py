"""The writing bench: memos of prose and live excerpts."""

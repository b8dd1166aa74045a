"""SQLite, texts and originals on disk: the only room besides search that holds SQL."""

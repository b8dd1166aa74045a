"""Rules and readings of Chinese texts."""

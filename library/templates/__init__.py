"""Templates of a person's own, by which an export is written, filled in by a process of its own."""

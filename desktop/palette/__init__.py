"""Everything that can be done or gone to, found by a part of its name."""

"""Kills a process that works on a library at random instants and looks at what is left."""

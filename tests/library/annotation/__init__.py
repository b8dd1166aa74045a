"""Tests of what a reader makes."""

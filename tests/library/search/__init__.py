"""Tests of library/search."""

"""Tests of library/bibliography."""

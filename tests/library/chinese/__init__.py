"""Tests of library/chinese."""

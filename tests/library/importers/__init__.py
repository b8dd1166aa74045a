"""Tests of library/importers."""

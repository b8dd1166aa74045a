"""Tests of the reader pane."""

"""The domain: imports no Qt, knows no window."""

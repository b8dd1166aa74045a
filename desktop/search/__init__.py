"""The search panel: a query typed, what it finds in the library listed, looked at and opened."""

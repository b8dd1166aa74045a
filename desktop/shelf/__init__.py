"""The shelf: collections, documents and the document table."""

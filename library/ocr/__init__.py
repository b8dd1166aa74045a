"""Reading scanned pages with tesseract, a program of its own that may be installed."""

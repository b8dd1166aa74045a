"""What stands in each menu."""

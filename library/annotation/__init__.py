"""What a reader makes: highlights, tags, notes, and the excerpts read from them."""

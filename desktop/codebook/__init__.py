"""The codebook in the centre: the page of a tag."""

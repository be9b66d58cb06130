"""Glyphs in, the words of a page out: what is text for a reader, and which gaps part words."""

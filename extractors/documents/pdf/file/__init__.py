"""The file as a viewer shows it: opened, its glyphs and drawings out, and what is wrong with it."""

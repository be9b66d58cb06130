"""Words and drawings of a page in, its tables out; then whole over their pages."""

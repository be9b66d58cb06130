"""Words and tables in a person's order: columns, paragraphs, headers and notes set apart."""

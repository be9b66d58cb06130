"""What a page shows and its text lacks, or tells wrongly: named in `issues`, or recognised."""

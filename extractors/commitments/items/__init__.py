"""What belongs to a plan's items: whose a stretch of text is, labelled fields, statuses."""

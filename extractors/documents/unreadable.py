"""The one error of this room: a document that can't be read, and why, for a person."""

NOTHING_LEFT = "the PDF is damaged, and none of its pages can be read: fetch it again"
DAMAGED_PAGE = "it is damaged"


class UnreadableDocumentError(Exception):
    """Raised with a reason that says what is wrong with the file and what to do about it."""

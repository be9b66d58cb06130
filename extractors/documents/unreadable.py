"""The one error of this room: a document that can't be read, and why, for a person."""


class UnreadableDocumentError(Exception):
    """Raised with a reason that says what is wrong with the file and what to do about it."""

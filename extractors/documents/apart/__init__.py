"""Reading in processes of their own: what a file may cost is bounded, and it costs nothing else.

A path or bytes and a media type in, `Document` out, as from `read_document`; knows no format but
that a PDF has pages, which can be laid out apart from one another.
"""

from extractors.documents.apart.workers import ReadingWorkers

__all__ = ["ReadingWorkers"]

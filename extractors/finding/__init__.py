"""Documents read and what is in them found, in processes of their own that can be killed.

Raw documents in, what each gives the tables out; whatever goes wrong with one costs that one, or a
stage of it. Knows no format and no rule; spaCy is loaded in the finder's process only.
"""

from extractors.finding.finder import Finder, find_all

__all__ = ["Finder", "find_all"]

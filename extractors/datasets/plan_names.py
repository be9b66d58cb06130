"""A plan's name in, the id that it has in every table out."""

from __future__ import annotations

import re
import unicodedata

from extractors.records import content_id


def plan_id_of(name: str) -> str | None:
    """The id of the plan of a name; None without a name."""
    folded = fold_words(name)
    return content_id("plan", folded) if folded else None


def fold_words(text: str) -> str:
    """Words in lower case without accents, one space between them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters).strip()

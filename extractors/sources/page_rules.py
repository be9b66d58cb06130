"""What `pages.toml` says of pages, as compiled patterns; its only reader."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PatternText = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PageRules:
    """The signs of pages that are no documents, and what counts as no change."""

    challenge: PatternText
    gone: PatternText
    login_path: PatternText
    login_heading: PatternText
    cookie_heading: PatternText
    cookie_names: PatternText
    fewest_cookies: int
    cookie_words: PatternText
    cookie_words_a_hundred: int
    fewest_letters: int
    trivial_lines: PatternText
    trivial_parts: PatternText


@cache
def load_page_rules() -> PageRules:
    """The rules of the file beside this module."""
    text = files("extractors.sources").joinpath("pages.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(text)
    return PageRules(
        challenge=re.compile(rules["challenge"]["heading"]),
        gone=re.compile(rules["gone"]["heading"]),
        login_path=re.compile(rules["login"]["path"]),
        login_heading=re.compile(rules["login"]["heading"]),
        cookie_heading=re.compile(rules["cookies"]["heading"]),
        cookie_names=re.compile(rules["cookies"]["names"]),
        fewest_cookies=rules["cookies"]["fewest"],
        cookie_words=re.compile(rules["cookies"]["words"]),
        cookie_words_a_hundred=rules["cookies"]["words_a_hundred"],
        fewest_letters=rules["empty"]["fewest_letters"],
        trivial_lines=re.compile("|".join(rules["trivial"]["lines"])),
        trivial_parts=re.compile("|".join(rules["trivial"]["parts"])),
    )


def plain(text: str) -> str:
    """Lower case, no accents, plain apostrophes, one space between words."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(letters.split())

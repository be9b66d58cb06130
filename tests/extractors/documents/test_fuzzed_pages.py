"""Pages that are damaged in any way are read as far as they go, or refused with a reason."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from extractors.documents import UnreadableDocumentError, read_document
from tests.extractors.documents.html.test_site_pages import (
    BARE_PAGE,
    CATALOGUE_PAGE,
    OLD_PAGE,
    PRESS_PAGE,
)
from tests.extractors.documents.test_folds import BOOTSTRAP_3, DETAILS, DSFR, TABS, TERMS

PAGES = [
    page.encode()
    for page in (
        *(BARE_PAGE, CATALOGUE_PAGE, OLD_PAGE, PRESS_PAGE),
        *(f"<main><h1>T</h1>{body}</main>" for body in (BOOTSTRAP_3, DETAILS, DSFR, TABS, TERMS)),
    )
]
TAGS = """a article body br button caption dd details div dl dt form h1 h2 head html li main math
nav noscript ol option p pre script select span style summary sup svg table tbody td template th
thead time title tr ul""".split()
ATTRIBUTES = """hidden aria-hidden=true id=x aria-controls=x data-toggle=collapse data-target=#x
href=#fn1 role=tab role=tablist role=tabpanel aria-labelledby=x style=display:none class=footnote
colspan=99999 rowspan=0 start=-5 value=9999999999999999999 reversed type=i datetime=x
aria-expanded=false""".split()
TEXTS = [
    *("Axe 1 : Agir", "12", "\0", "&#0;", "&#xD800;", "&#x110000;", "e\u0301", "\ufffe"),
    *("<![CDATA[x]]>", "<!--", "-->", "<?x", "&Atilde;&copy;", "😀", "</", "<a b='", "&#128;"),
]
TYPES = (
    *("text/html", "text/html; charset=utf-8", "text/html; charset=shift_jis"),
    *("text/html; charset=utf-16", "text/plain", "text/markdown"),
)


def flip_bits(draw: random.Random) -> bytes:
    content = bytearray(draw.choice(PAGES))
    for _ in range(draw.randint(1, 100)):
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    return bytes(content)


def cut_short(draw: random.Random) -> bytes:
    content = draw.choice(PAGES)
    return content[: draw.randrange(len(content))]


def put_in_bytes(draw: random.Random) -> bytes:
    content = draw.choice(PAGES)
    at = draw.randrange(len(content))
    return content[:at] + draw.randbytes(draw.randint(1, 500)) + content[at:]


def nest(draw: random.Random) -> bytes:
    content = draw.choice(PAGES)
    at = draw.randrange(len(content))
    opened = "".join(f"<{tag}>" for tag in draw.choices(TAGS, k=3)) * draw.randint(1, 700)
    return content[:at] + opened.encode() + content[at:]


def make_up(draw: random.Random) -> bytes:
    pieces: list[str] = []
    for _ in range(draw.randint(5, 300)):
        attributes = " ".join(draw.sample(ATTRIBUTES, draw.randint(0, 3)))
        tag = draw.choice(TAGS)
        pieces.append(draw.choice((f"<{tag} {attributes}>", f"</{tag}>", draw.choice(TEXTS))))
    return "".join(pieces).encode()


@pytest.mark.parametrize("damage", [flip_bits, cut_short, put_in_bytes, nest, make_up])
def test_no_damage_is_more_than_a_reason(damage: Callable[[random.Random], bytes]):
    draw = random.Random(damage.__name__)
    for _ in range(60):
        try:
            document = read_document(damage(draw), draw.choice(TYPES))
        except UnreadableDocumentError as error:
            assert str(error)
        else:
            spans = [block.span for block in document.blocks]
            assert all(one.end < other.start + 1 for one, other in pairwise(spans))

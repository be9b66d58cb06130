"""A page and its document in, what it says of itself out: names and values as the page has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml.html import HtmlElement

from extractors.documents.html.content import Content
from extractors.documents.html.layouts import load_layouts, select
from extractors.documents.typography import collapse_spaces, skip_list_mark
from extractors.records import Document, fold

LONGEST_FACT = 300
META = re.compile(
    r"title|description|author|keywords|date|language|date(?:Published|Modified|Created)"
    r"|(?:article|og|dc|dcterms|citation)[.:].+",
    re.IGNORECASE,
)


def read_meta(root: HtmlElement) -> dict[str, str]:
    """`title`, `lang`, `canonical`, and the `meta` elements that speak of the document.

    Several values of one name are joined by "; ".
    """
    found: dict[str, list[str]] = {}
    for name, value in _entries(root):
        text = collapse_spaces(value)
        if text and text not in found.setdefault(name, []):
            found[name].append(text)
    return {name: "; ".join(values) for name, values in found.items() if values}


def _entries(root: HtmlElement) -> Iterator[tuple[str, str]]:
    title = root.find(".//head/title")
    if title is not None:
        yield "title", title.text_content()
    yield "lang", root.get("lang", "")
    for element in root.iter("link"):
        if element.get("rel", "").lower() == "canonical":
            yield "canonical", element.get("href", "")
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        if META.fullmatch(name) and name != "title":
            yield name, element.get("content", "")


def read_facts(content: Content, document: Document) -> Mapping[str, str]:
    """Lines such as "Référence : X" or "Type : Communiqué de presse", by their printed names."""
    facts: dict[str, str] = {}
    if content.layout:
        for selector in content.layout.facts:
            for container in content.elements:
                for line in select(container, selector):
                    _note(facts, collapse_spaces(" ".join(line.itertext())), colon=False)
    for block in document.blocks:
        if block.kind in ("paragraph", "item") and block.span.end - block.span.start < LONGEST_FACT:
            text = document.cut(block.span)
            _note(facts, text[skip_list_mark(text) :])
    for container in content.elements:
        for term in container.iter("dt"):
            value = term.getnext()
            if value is not None and value.tag == "dd":
                name = collapse_spaces(term.text_content()).rstrip(" :")
                _note(facts, f"{name} : {collapse_spaces(value.text_content())}")
    return facts


def _note(facts: dict[str, str], line: str, colon: bool = True) -> None:
    """Keep a line that begins with a known name; the first of a name counts."""
    match = _fact().fullmatch(fold(line))
    if match and (match["colon"] or not colon):
        value = line[match.start("value") :]
        if len(value) < LONGEST_FACT:
            facts.setdefault(line[: match.end("name")], value)


@cache
def _fact() -> re.Pattern[str]:
    """Matches a folded line; longer names first: "Publics cibles" before "Public"."""
    labels = sorted(load_layouts().facts.labels, key=len, reverse=True)
    names = "|".join(re.escape(fold(label)) for label in labels)
    return re.compile(rf"(?P<name>{names})(?:\s*(?P<colon>:)\s*|\s)(?P<value>\S.*)", re.IGNORECASE)

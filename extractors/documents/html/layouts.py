"""What `layouts.toml` says of pages, as types: layouts, names of facts, furniture, folds.

Knows the file's form; what is done with it is `content`'s and `metadata`'s business.
"""

from __future__ import annotations

import re
import tomllib
from fnmatch import translate
from functools import cache
from pathlib import Path

from cssselect import HTMLTranslator
from lxml import etree
from lxml.html import HtmlElement
from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """Whatever the file holds, it is declared here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Layout(Strict):
    """How one kind of page is built, in CSS selectors."""

    name: str
    needs: tuple[str, ...]
    parts: tuple[str, ...]
    first: tuple[str, ...]
    facts: tuple[str, ...]


class Facts(Strict):
    """The names of facts that pages print as "name : value"."""

    labels: tuple[str, ...]


class Furniture(Strict):
    """Classes, ids, roles and headings of what is no part of a document."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    headings: tuple[str, ...]


class FoldLabels(Strict):
    """What is printed on what opens a fold, and does not name it."""

    more: tuple[str, ...]


class Layouts(Strict):
    """The whole file."""

    layouts: tuple[Layout, ...]
    facts: Facts
    furniture: Furniture
    folds: FoldLabels


@cache
def load_layouts() -> Layouts:
    """The file that stands beside this module."""
    path = Path(__file__).with_suffix(".toml")
    return Layouts.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def select(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements that a CSS selector finds, in the order of the page."""
    return _xpath(selector)(root)


@cache
def _xpath(selector: str) -> etree.XPath:
    return etree.XPath(HTMLTranslator().css_to_xpath(selector))


@cache
def furniture_names() -> re.Pattern[str]:
    """Matches the whole of a class or id of furniture."""
    return re.compile("|".join(translate(name) for name in load_layouts().furniture.names))

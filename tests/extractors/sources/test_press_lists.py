"""Press lists: their items, their days, their pages however counted, and where they end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from extractors.sources.configuration import Source
from extractors.sources.errors import SourceError
from extractors.sources.harvest import discover_source
from extractors.sources.listing import Listing
from extractors.sources.politeness import Politeness
from extractors.sources.web import Hosts, WebClient
from tests.extractors.sources.listed_sites import (
    PRESS,
    Body,
    addresses,
    html,
    listed,
    site_of,
)

pytestmark = pytest.mark.network


def test_a_press_list_takes_each_item_once_and_nothing_else(tmp_path: Path):
    items = """<a href="/presse/a"><img></a><a href="/presse/a?utm_source=liste#haut">A</a>
      <a href="{address}/presse/b">B</a><a href="https://ailleurs.example/presse/c">C</a>
      <a href="/contact">Contact</a><a>rien</a><a href="">vide</a>"""
    found = listed(tmp_path, {"/presse?search=": html(items)}, **PRESS)
    assert addresses(found) == ["/presse/a", "/presse/b"]


def test_a_press_list_ends_where_a_page_brings_nothing_new(tmp_path: Path):
    pages = {
        "/presse?search=": html('<a href="/presse/a">A</a>'),
        "/presse?search=&page=2": html('<a href="/presse/b">B</a>'),
        "/presse?search=&page=3": html('<a href="/presse/b">B</a>'),
    }
    assert addresses(listed(tmp_path, pages, **PRESS)) == ["/presse/a", "/presse/b"]


def test_a_press_list_that_promises_more_pages_is_not_whole(tmp_path: Path):
    page = html('<a href="/presse/a">A</a>', "Espace presse | page (1/10)")
    pages = {"/presse?search=": page, "/presse?search=&page=2": html("")}
    with pytest.raises(SourceError, match="has 10 pages"):
        listed(tmp_path, pages, **PRESS)


def test_days_beside_items_are_read_where_they_are_the_items_own(tmp_path: Path):
    items = """<ul><li><time datetime="2023-05-04T10:00">4 mai</time><a href="/presse/a">A</a></li>
      <li>12/03/2021 <a href="/presse/b">B</a></li>
      <li><time datetime="2026-05-27CEST16:00">x</time><a href="/presse/c">C</a></li>
      <li>32/13/2022 <a href="/presse/d">D</a></li></ul>"""
    pages = {"/presse?search=": html(items)}
    days = {each.address: each.dated for each in listed(tmp_path, pages, **PRESS)}
    assert days == {
        "/presse/a": date(2023, 5, 4),
        "/presse/b": date(2021, 3, 12),
        "/presse/c": date(2026, 5, 27),
        "/presse/d": None,
    }
    recent = listed(tmp_path, pages, since=date(2022, 1, 1), **PRESS)
    assert addresses(recent) == ["/presse/a", "/presse/c", "/presse/d"]


def press_page(number: int, of: int = 0, links: str = "") -> str:
    title = f"Espace presse | page ({number}/{of})" if of else "Espace presse"
    return html(f'<a href="/presse/{number}">A</a>{links}', title)


ZERO_BASED = {
    "numbers": (0, '<a href="?search=&page=1">2</a><a href="?search=&page=2">3</a>'),
    "next": (0, '<a href="?search=&page=1">Page suivante</a>'),
    "page 0": (0, '<a href="?search=&page=0">1</a>'),
    "titles": (3, ""),
    "titles against links": (3, '<a href="?search=&page=1">1</a>'),
}


@pytest.mark.parametrize(("of", "links"), ZERO_BASED.values(), ids=ZERO_BASED)
def test_a_press_list_may_count_its_pages_from_0(tmp_path: Path, of: int, links: str):
    pages = {"/presse?search=": press_page(1, of, links)}
    pages |= {f"/presse?search=&page={value}": press_page(value + 1, of, links) for value in (1, 2)}
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert sorted(found) == ["/presse/1", "/presse/2", "/presse/3"]


@pytest.mark.parametrize("links", ["", '<a href="?page=1">1</a>', '<a href="?page=1">2</a>'])
def test_a_press_list_counts_its_pages_from_1(tmp_path: Path, links: str):
    pages = {"/presse?search=": press_page(1, 3, links)}
    pages |= {f"/presse?search=&page={value}": press_page(value, 3, links) for value in (1, 2, 3)}
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert found == ["/presse/1", "/presse/2", "/presse/3"]


def test_a_press_list_that_shows_one_page_for_all_is_not_whole(tmp_path: Path):
    pages = {"/presse?search=": press_page(1, 2), "/presse?search=&page=2": press_page(1, 2)}
    with pytest.raises(SourceError, match="has 2 pages"):
        listed(tmp_path, pages, **PRESS)


@pytest.mark.parametrize("first", [0, 1])
def test_a_press_list_may_have_one_title_on_all_its_pages(tmp_path: Path, first: int):
    def page(number: int) -> str:
        pager = f'<a href="?search=&page={first + 1}">2</a>'
        return html(f'<a href="/presse/{number}">A</a>{pager}', "Espace presse | page (1/4)")

    pages = {f"/presse?search=&page={first + number - 1}": page(number) for number in (2, 3, 4)}
    pages["/presse?search="] = page(1)
    found = addresses(listed(tmp_path, pages, **PRESS))
    assert found == ["/presse/1", "/presse/2", "/presse/3", "/presse/4"]


def test_a_press_list_is_read_over_a_page_without_items(tmp_path: Path):
    pages = {
        "/presse?search=": press_page(1, 3),
        "/presse?search=&page=2": press_page(2, 3).replace("/presse/", "/autre/"),
        "/presse?search=&page=3": press_page(3, 3),
    }
    with site_of(pages) as site:
        source = TypeAdapter(Source).validate_python(
            {**PRESS, "name": "s", "local": True, "url": f"{site.address}/presse?search="}
        )
        hosts = Hosts(source.host_rules())
        web = WebClient(
            Politeness(user_agent="test/1", pause_seconds=0), hosts, tmp_path / "lists.sqlite"
        )
        found = discover_source(source, web)
        web.close()
    assert [each.removeprefix(site.address) for each in found.addresses] == [
        "/presse/1",
        "/presse/3",
    ]
    assert "has 3 pages" in str(found.error)


def test_a_press_list_ends_with_the_pages_that_its_title_promises(tmp_path: Path):
    broken = (500, "text/html", b"")
    pages: dict[str, Body] = {
        "/presse?search=": press_page(1, 2),
        "/presse?search=&page=2": press_page(2, 2),
        "/presse?search=&page=3": broken,
    }
    assert addresses(listed(tmp_path, pages, **PRESS)) == ["/presse/1", "/presse/2"]


def test_a_press_list_asked_for_recent_items_may_have_none(tmp_path: Path):
    settings = {**PRESS, "since_parameter": "from"}
    pages = {"/presse?search=&from=2026-01-01": html("", "Espace presse | page (1/1)")}
    assert listed(tmp_path, pages, since=date(2026, 1, 1), **settings) == []
    with pytest.raises(SourceError, match="lists nothing"):
        listed(tmp_path, {"/presse?search=": html("")}, since=date(2026, 1, 1), **PRESS)


def test_an_item_that_links_twice_is_one_item(tmp_path: Path):
    item = """<li>12/03/2021 <a href="/presse/b?utm_source=liste"><img></a>
      <a href="{address}/presse/b#texte">B</a><a name="b"></a></li>"""
    found = listed(tmp_path, {"/presse?search=": html(item)}, **PRESS)
    assert found == [Listing("s", "/presse/b", date(2021, 3, 12))]


def test_a_press_list_takes_items_on_every_host_of_its_source(tmp_path: Path):
    pages = {"/presse?search=": html('<a href="https://cancer.example/presse/a">A</a>')}
    found = listed(tmp_path, pages, hosts=["cancer.example"], **PRESS)
    assert addresses(found) == ["https://cancer.example/presse/a"]

"""Datasets, lists of addresses, and configurations of sources that can not work."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from extractors.sources.configuration import Source
from extractors.sources.errors import SourceError
from extractors.sources.harvest import discover_source
from extractors.sources.listing import Listing
from extractors.sources.politeness import Politeness
from extractors.sources.web import Hosts, WebClient
from tests.extractors.sources.listed_sites import (
    addresses,
    listed,
)

pytestmark = pytest.mark.network


def dataset(slug: str, *resources: dict[str, Any]) -> dict[str, Any]:
    return {"title": "INCA", "organization": {"id": slug, "slug": slug}, "resources": [*resources]}


def test_only_the_organisations_own_datasets_are_taken(tmp_path: Path):
    path = "/api/1/organizations/inca/datasets/?page={}&page_size=50"
    first = {
        "data": [
            dataset("inca", {"url": "{address}/projets.csv", "format": "csv"}),
            dataset("institut-des-cameras", {"url": "{address}/autre.csv", "format": "csv"}),
            {"organization": None, "resources": [{"url": "{address}/sans.csv", "format": "csv"}]},
        ],
        "next_page": "{address}" + path.format(2),
    }
    second = {
        "data": [
            dataset(
                "inca",
                {"url": "{address}/b.pdf", "format": "PDF", "last_modified": "2022-04-27T08:00:00"},
                {"url": "{address}/c.xlsx", "format": "xlsx"},
                {"url": "{address}/d", "format": None},
            )
        ],
        "next_page": None,
    }
    pages = {path.format(1): json.dumps(first), path.format(2): json.dumps(second)}
    settings = {"kind": "data_gouv", "url": "{address}/api/1/organizations/inca/"}
    assert listed(tmp_path, pages, **settings) == [
        Listing("s", "/projets.csv", None),
        Listing("s", "/b.pdf", date(2022, 4, 27)),
    ]
    with pytest.raises(SourceError, match="no list of datasets"):
        listed(tmp_path, {path.format(1): "<html>"}, **settings)
    with pytest.raises(SourceError, match="has no file of formats"):
        listed(tmp_path, {path.format(1): '{"data": []}'}, **settings)


def test_files_of_an_untold_format_are_known_by_their_type_or_address(tmp_path: Path):
    files: list[dict[str, Any]] = [
        {"url": "{address}/a", "mime": "text/csv; charset=utf-8"},
        {"url": "{address}/b.PDF?x=1", "format": "", "mime": "application/octet-stream"},
        {"url": "{address}/c.csv", "format": "zip", "mime": "text/csv"},
        {"url": "http://[exemple]/d.csv", "format": "csv"},
        {"url": "{address}/e.xlsx"},
        {"url": "{address}/f", "format": None, "mime": "text/html"},
    ]
    page = {"data": [dataset("inca", *files)], "next_page": None}
    path = "/api/1/organizations/inca/datasets/?page=1&page_size=50"
    settings = {"kind": "data_gouv", "url": "{address}/api/1/organizations/inca/"}
    found = listed(tmp_path, {path: json.dumps(page)}, **settings)
    assert addresses(found) == ["/a", "/b.PDF?x=1", "/f"]


def test_what_is_no_address_in_a_file_is_told_after_the_others(tmp_path: Path):
    file = tmp_path / "adresses.txt"
    file.write_text("http://[x]/a\nhttps://b.example/b\n", encoding="utf-8")
    source = TypeAdapter(Source).validate_python({"name": "s", "kind": "urls", "file": str(file)})
    web = WebClient(
        Politeness(user_agent="test/1"), Hosts(source.host_rules()), tmp_path / "lists.sqlite"
    )
    found = discover_source(source, web)
    web.close()
    assert found.addresses == ["https://b.example/b"]
    assert "http://[x]/a" in str(found.error)


def test_a_list_of_addresses_comes_from_the_configuration_and_a_file(tmp_path: Path):
    file = tmp_path / "adresses.txt"
    file.write_text("# remarques\nhttps://b.example/é.pdf # celui-ci\n\n", encoding="utf-8")
    settings = {"kind": "urls", "urls": ["https://a.example/x#y"], "file": str(file)}
    assert addresses(listed(tmp_path, {}, **settings)) == [
        "https://a.example/x",
        "https://b.example/%C3%A9.pdf",
    ]
    with pytest.raises(SourceError, match="no such file"):
        listed(tmp_path, {}, kind="urls", file=str(tmp_path / "nowhere.txt"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "press_list", "url": "no address", "item": "^/presse/"},
        {"kind": "press_list", "url": "https://a.example/", "item": "("},
        {"kind": "catalogue", "url": "https://a.example/", "items": "li["},
        {"kind": "catalog", "url": "https://a.example/"},
        {"kind": "feed", "url": "https://a.example/", "selector": "x"},
    ],
    ids=["address", "pattern", "selector", "kind", "unknown key"],
)
def test_a_configuration_that_can_not_work_is_refused(wrong: dict[str, str]):
    with pytest.raises(ValueError, match=r"."):
        TypeAdapter(Source).validate_python({"name": "s", **wrong})


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"hosts": ["https://e-cancer.fr/"]}, "is no host"),
        ({"hosts": ["e-cancer.fr/"]}, "is no host"),
        ({"hosts": ["e-cancer.fr:port"]}, "is no host"),
        ({"hosts": ["*.e-cancer.fr"]}, "is no host"),
        ({"hosts": ["a@e-cancer.fr"]}, "is no host"),
        ({"hosts": [""]}, "is no host"),
        ({"urls": ["http://[x]/a"]}, "is no address"),
        ({"urls": ["http://h:port/a"]}, "is no address"),
        ({"ca_file": "nowhere.pem"}, "ca_file nowhere.pem: there is no such file"),
    ],
    ids=str,
)
def test_hosts_addresses_and_files_that_are_none_are_told(wrong: dict[str, Any], reason: str):
    with pytest.raises(ValidationError, match=reason):
        TypeAdapter(Source).validate_python({"name": "s", "kind": "urls", **wrong})


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("WWW.e-cancer.fr", "www.e-cancer.fr"),
        ("a.example:8080", "a.example:8080"),
        ("a.example:443", "a.example"),
        ("a.example:80", "a.example"),
        ("[::1]:8080", "[::1]:8080"),
    ],
)
def test_hosts_are_taken_as_addresses_have_them(written: str, host: str):
    values = {"name": "s", "kind": "urls", "hosts": [written]}
    assert list(TypeAdapter(Source).validate_python(values).host_rules()) == [host]

"""The same page is written in one way only."""

from __future__ import annotations

import pytest

from extractors.sources.addresses import file_name_of, usual_form
from extractors.sources.errors import SourceError

BASE = "https://www.cancer.fr/presse?page=2"


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("/presse/a", "https://www.cancer.fr/presse/a"),
        ("a#haut", "https://www.cancer.fr/a"),
        ("HTTPS://WWW.Cancer.FR:443/A", "https://www.cancer.fr/A"),
        ("http://www.cancer.fr:8080/a", "http://www.cancer.fr:8080/a"),
        ("/a?utm_source=x&utm_medium=y", "https://www.cancer.fr/a"),
        ("/a?id=3&xtor=AL-1&page=", "https://www.cancer.fr/a?id=3&page="),
        (" /Le dépistage(2) ", "https://www.cancer.fr/Le%20d%C3%A9pistage(2)"),
        ("/d%c3%a9pistage", "https://www.cancer.fr/d%C3%A9pistage"),
        ("/Liste/(offset)/10", "https://www.cancer.fr/Liste/(offset)/10"),
        ("/a?f[date]=&q=a b", "https://www.cancer.fr/a?f[date]=&q=a%20b"),
        ("http://[::1]:80/a", "http://[::1]/a"),
    ],
)
def test_an_address_has_one_usual_form(written: str, usual: str):
    assert usual_form(written, BASE) == usual
    assert usual_form(usual, BASE) == usual


@pytest.mark.parametrize(
    "written",
    ["https://www.cancer.fr:presse/x", "http://[exemple]/", "//www.cancer.fr:99999/x", "http://[x"],
)
def test_what_is_no_address_is_told(written: str):
    with pytest.raises(SourceError, match="is no address"):
        usual_form(written, BASE)


def test_other_schemes_are_left_to_the_client():
    assert usual_form("mailto:presse@cancer.fr", BASE) == "mailto:presse@cancer.fr"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "https://a/content/download/1/2/file/D%C3%A9pistage%20organis%C3%A9.pdf",
            "Dépistage organisé",
        ),
        ("https://a/presse/le-plan/", "le-plan"),
        ("https://a/", ""),
        ("https://a/x/..%2F..%2Fetc", "../../etc"),
    ],
)
def test_a_file_is_called_as_the_last_part_of_its_address(address: str, name: str):
    assert file_name_of(address) == name

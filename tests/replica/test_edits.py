"""What is published, changed, removed and moved shows on the replica at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import pytest

from tests.replica import Replica
from tests.replica.asking import Get, addresses, links

pytestmark = pytest.mark.network


def test_what_is_published_is_listed_first(replica: Replica, get: Get):
    before = len(replica.documents())
    known = get(f"{replica.cancer}/presse").headers["ETag"]
    new = replica.publish(2)
    assert len(replica.documents()) == before + 2
    page = get(f"{replica.cancer}/presse", headers={"If-None-Match": known})
    assert set(links(page, "main li h3 a")[:2]) == {each.addresses[0] for each in new}
    (with_pdf,) = replica.publish(1, pdf=True, site="e-cancer")
    assert len(replica.documents()) == before + 4
    assert get(with_pdf.pdf_addresses[0]).headers["Content-Type"] == "application/pdf"


def test_a_change_shows_in_text_and_headers(replica: Replica, get: Get):
    before = {each.number: each.text for each in replica.publications()}
    touched = replica.change(3)
    assert len({each.publication.number for each in touched}) == 3
    for each in touched:
        assert each.publication.text != before[each.publication.number]
        page = get(each.addresses[0])
        moment = parsedate_to_datetime(page.headers["Last-Modified"])
        assert moment.year == 2024
        assert each.publication.paragraphs[0].split(". ")[-1][:40] in page.text


def test_a_republished_pdf_changes_only_a_label_of_its_page(replica: Replica, get: Get):
    replica.volatile = False
    old = {
        address: get(address).text
        for each in replica.publications()
        if each.pdf
        for address in replica.addresses_of(each)
    }
    contents = {each.addresses: each.content for each in replica.documents() if each.kind == "pdf"}
    page, file = replica.change(2, pdfs=1)
    assert not page.pdf_addresses
    assert get(file.pdf_addresses[0]).content != contents[file.pdf_addresses]
    lines = zip(
        old[file.addresses[0]].splitlines(), get(file.addresses[0]).text.splitlines(), strict=True
    )
    changed = [line for pair in lines if len(set(pair)) > 1 for line in pair]
    assert len(changed) == 2 and all("Télécharger (PDF - " in line for line in changed)


def test_what_is_removed_is_nowhere(replica: Replica, get: Get):
    before = len(replica.documents())
    for each in replica.remove(4):
        assert get(each.addresses[0]).status_code == 404
    assert len(replica.documents()) == before - 4


def test_what_moves_is_found_on_the_new_site(replica: Replica, get: Get):
    before = len(replica.documents())
    gone, led = replica.move(2)
    assert get(gone.former[0]).status_code == 404
    answer = get(led.former[0])
    assert answer.status_code == 301 and answer.headers["Location"] == led.addresses[0]
    assert {*gone.addresses, *led.addresses} <= addresses(replica, "cancer", "press")
    assert get(led.addresses[0]).status_code == 200
    assert len(replica.documents()) == before


def test_edits_go_on_while_clients_read(replica: Replica, get: Get):
    def read(_: int) -> int:
        return len(links(get(f"{replica.cancer}/presse"), "main li h3 a"))

    with ThreadPoolExecutor(8) as pool:
        sizes = pool.map(read, range(60))
        for _ in range(5):
            replica.publish(1), replica.change(2, pdfs=1), replica.remove(1), replica.move(1)
        assert set(sizes) == {10}

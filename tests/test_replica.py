"""The replica answers as the sites do: lists, documents, conditions, edits, faults."""

from __future__ import annotations

import gzip
import signal
import ssl
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pdfplumber
import pytest
from lxml import etree, html

from tests.replica import Replica, Request
from tests.replica.faults import CHANGES
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS, STRATEGY

pytestmark = pytest.mark.network

Get = Callable[..., httpx.Response]


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica() as replica:
        yield replica


@pytest.fixture
def get() -> Iterator[Get]:
    with httpx.Client(timeout=5) as client:
        yield client.get


def links(page: httpx.Response, selector: str) -> list[str]:
    return [
        urljoin(str(page.url), each.get("href"))
        for each in html.fromstring(page.text).cssselect(selector)
    ]


def listed(get: Get, address: str, selector: str) -> list[str]:
    """The items of all pages of a list, which is told its pages by `{}`."""
    found: list[str] = []
    for number in range(1, 100):
        page = links(get(address.format(number)), selector)
        if not page:
            return found
        found += page
    raise AssertionError("the list never ends")


def addresses(replica: Replica, site: str, kind: str) -> set[str]:
    return {
        address
        for each in replica.publications()
        for place, address in zip(each.places, replica.addresses_of(each), strict=True)
        if (place.site, each.kind) == (site, kind)
    }


# what there is


def test_documents_are_many_and_none_says_what_another_says(replica: Replica, get: Get):
    documents = replica.documents()
    publications = replica.publications()
    assert len(documents) > 400
    assert len({each.text for each in publications}) == len(publications)
    files = [each.content for each in documents if each.kind != "page"]
    assert len(set(files)) == len(files)
    assert {each.published.year for each in publications} == {2021, 2022, 2023}
    every = [address for each in documents for address in each.addresses]
    assert len(set(every)) == len(every)
    assert {get(address).status_code for address in every} == {200}


def test_it_is_the_same_each_time():
    with Replica() as first, Replica() as second:
        assert first.publications() == second.publications()
        contents = [[each.content for each in one.documents()] for one in (first, second)]
    assert contents[0] == contents[1]


def test_a_small_one_has_all_kinds_too():
    with Replica(scale=0.05) as replica:
        assert len(replica.documents()) < 40
        assert {each.kind for each in replica.publications()} == {
            "press",
            "news",
            "catalogue",
            "strategy",
        }


def test_the_press_list_goes_on_to_its_last_page(replica: Replica, get: Get):
    first = get(f"{replica.cancer}/presse")
    assert "<title>Espace presse | page (1/12)</title>" in first.text
    found = listed(get, f"{replica.cancer}/presse?page={{}}", "main li h3 a")
    assert set(found) == addresses(replica, "cancer", "press")
    assert len(found) == len(set(found)) == 114
    beyond = get(f"{replica.cancer}/presse?page=13")
    assert beyond.status_code == 200 and links(beyond, "main li h3 a") == []


def test_the_press_list_can_be_asked_for_what_is_recent(replica: Replica, get: Get):
    query = "press_list[filters][date_from]=2023-07-01&press_list[filters][date_to]=&search="
    found = listed(get, f"{replica.cancer}/presse?{query}&page={{}}", "main li h3 a")
    by_address = {replica.addresses_of(each)[0]: each for each in replica.publications()}
    days = [by_address[each].published for each in found]
    assert 10 < len(found) < 40
    assert days == sorted(days, reverse=True) and f"{days[-1]}" >= "2023-07-01"


def test_the_catalogue_links_to_its_next_page(replica: Replica, get: Get):
    query = (
        "publications_catalog[filters][search_text]=&publications_catalog[filters][collection][]="
    )
    address: str | None = f"{replica.cancer}/catalogue-des-publications?{query}"
    found: list[str] = []
    while address:
        page = get(address)
        found += links(page, "li.list-articles-item > h3.card-title a")
        address = next(iter(links(page, "a[rel=next], .js-next-page a")), None)
    assert set(found) == addresses(replica, "cancer", "catalogue")
    some = links(get(f"{replica.cancer}/catalogue-des-publications?{query}89"), "h3.card-title a")
    assert 0 < len(some) < len(found)


def test_old_lists_are_paged_by_offset(replica: Replica, get: Get):
    for path, kind in ((LEGACY_PRESS, "press"), (LEGACY_NEWS, "news")):
        found: list[str] = []
        for offset in range(0, 200, 10):
            page = get(f"{replica.legacy}{path}/(offset)/{offset}")
            found += links(page, ".content-view-line h2 a")
        assert set(found) == addresses(replica, "e-cancer", kind)
        assert "[...]" in get(f"{replica.legacy}{path}").text


def test_feeds_and_sitemaps_name_pages(replica: Replica, get: Get):
    rss = etree.fromstring(get(f"{replica.cancer}/rss.xml").content)
    assert len(rss.findall(".//item")) == 20
    assert get(rss.findtext(".//item/link")).status_code == 200
    atom = etree.fromstring(get(f"{replica.legacy}/rss.xml").content)
    assert len(atom.findall("{*}entry")) == 20
    index = etree.fromstring(get(f"{replica.cancer}/sitemap.xml").content)
    parts = [get(each.text).content for each in index.iter("{*}loc")]
    strategy, others = etree.fromstring(parts[0]), etree.fromstring(gzip.decompress(parts[1]))
    named = {each.text for each in (*strategy.iter("{*}loc"), *others.iter("{*}loc"))}
    assert len(list(index.iter("{*}lastmod"))) == 2
    assert all(f"{replica.cancer}{STRATEGY}/" in each.text for each in strategy.iter("{*}loc"))
    assert named == set().union(
        *(addresses(replica, "cancer", kind) for kind in ("press", "news", "catalogue", "strategy"))
    )


def test_pages_are_laid_out_as_the_sites_are(replica: Replica, get: Get):
    press = [get(each) for each in addresses(replica, "cancer", "press")]
    parsed = [html.fromstring(each.text) for each in press]
    for selector in ("h1", "p.article-section-date > time", "div.fw-bold.my-3", "div.wysiwyg"):
        assert all(len(each.cssselect(selector)) == 1 for each in parsed)
    assert any("CEST16:00" in each.text for each in press)
    assert any("Publié le" not in each.text for each in press)
    assert any("Télécharger (PDF - " in each.text for each in press)
    sheet = get(min(addresses(replica, "cancer", "catalogue")))
    facts = [
        each.text_content().split(" :")[0]
        for each in html.fromstring(sheet.text).cssselect(".block-bg-light li")
    ]
    assert facts == "Collection,Public,Date de publication,Référence,Format,Langue".split(",")
    old = [get(each).text for each in addresses(replica, "e-cancer", "press")]
    assert all("Themes : " in each for each in old)
    assert any("Type : Communiqué de presse" in each for each in old)
    assert "Publics cibles : " in get(min(addresses(replica, "e-cancer", "news"))).text


def test_some_publications_are_on_both_sites(replica: Replica, get: Get):
    doubled = replica.duplicates
    assert len(doubled) == 18
    for each in doubled:
        for address in replica.addresses_of(each):
            text = " ".join(html.fromstring(get(address).text).text_content().split())
            assert all(part.removeprefix("- ") in text for part in each.paragraphs)
    files = [each for each in replica.documents() if each.kind == "pdf" and len(each.addresses) > 1]
    assert len(files) == 9
    assert {get(address).content for address in files[0].addresses} == {files[0].content}


def test_pdfs_hold_french_text(replica: Replica, get: Get):
    document = next(each for each in replica.documents() if each.kind == "pdf")
    with pdfplumber.open(BytesIO(get(document.addresses[0]).content)) as pdf:
        text = pdf.pages[0].extract_text()
    assert len(pdf.pages) == 1
    assert "Boulogne-Billancourt, le" in text and "’" in text and "é" in text


def test_open_data_tells_whose_datasets_are(replica: Replica, get: Get):
    api = f"{replica.data}/api/1"
    first = get(
        f"{api}/organizations/institut-national-du-cancer/datasets/?page=1&page_size=1"
    ).json()
    second = get(first["next_page"]).json()
    assert second["next_page"] is None and first["total"] == 2
    owners = [
        each["organization"]["slug"] for each in get(f"{api}/datasets/?q=INCA").json()["data"]
    ]
    assert owners.count("institut-national-du-cancer") == 2 and "anses" in owners
    resource = first["data"][0]["resources"][0]
    table = get(resource["url"]).content
    assert len(table) == resource["filesize"]
    assert table.decode("cp1252").startswith("Numéro;Année;")
    assert get(f"{api}/organizations/institut-national-du-cancer/").json()["slug"]


# how it is served


def test_two_answers_differ_and_their_content_does_not(replica: Replica, get: Get):
    address = min(addresses(replica, "cancer", "press"))
    first, second = get(address), get(address)
    assert first.content != second.content
    assert first.headers["ETag"] == second.headers["ETag"]
    replica.volatile = False
    assert get(address).content == get(address).content


def test_what_is_known_is_not_sent_again(replica: Replica, get: Get):
    lists = [f"{replica.cancer}/presse", f"{replica.legacy}{LEGACY_PRESS}"]
    for address in [*lists, *(each.addresses[0] for each in replica.documents()[::40])]:
        known = get(address).headers
        replica.requests.clear()
        for headers in (
            {"If-None-Match": known["ETag"]},
            {"If-Modified-Since": known["Last-Modified"]},
        ):
            answer = get(address, headers=headers)
            assert (answer.status_code, answer.content) == (304, b"")
        older = {"If-Modified-Since": "Mon, 05 Jan 2015 08:00:00 GMT"}
        assert get(address, headers=older).status_code == 200
        assert get(address, headers={"If-None-Match": '"another"', **older}).status_code == 200
        assert [each.status for each in replica.requests] == [304, 304, 200, 200]


def test_head_tells_the_length_and_the_log_what_was_sent(replica: Replica, get: Get):
    address = next(each for each in replica.documents() if each.kind == "pdf").addresses[0]
    whole, head = get(address), httpx.head(address)
    assert head.content == b"" and int(head.headers["Content-Length"]) == len(whole.content)
    assert [each.method for each in replica.requests] == ["GET", "HEAD"]
    assert [each.sent_bytes for each in replica.requests] == [len(whole.content), 0]
    assert replica.requests[0].headers["User-Agent"].startswith("python-httpx")
    replica.requests.clear()
    assert not replica.requests


def test_many_are_answered_at_once(replica: Replica, get: Get, monkeypatch: pytest.MonkeyPatch):
    """All wait at the same gate, which opens once the last of them is there."""
    gate = threading.Barrier(16, timeout=60)
    usual = replica.requests.add

    def add(*request: Any) -> Request:
        gate.wait()
        return usual(*request)

    monkeypatch.setattr(replica.requests, "add", add)
    with ThreadPoolExecutor(16) as pool:
        answers = pool.map(lambda _: get(f"{replica.cancer}/presse", timeout=90), range(16))
        assert [answer.status_code for answer in answers] == [200] * 16


def test_nobody_answers_after_the_end():
    with Replica(scale=0.05) as replica, httpx.Client() as client:
        client.get(f"{replica.cancer}/presse")
        replica.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"{replica.cancer}/presse")


def test_robots_are_told_what_to_leave_alone(replica: Replica, get: Get):
    text = get(f"{replica.cancer}/robots.txt").text
    assert "Disallow: /user/\nDisallow: /presse/interdit" in text and "Crawl-delay" not in text
    replica.crawl_delay = 2
    assert "Crawl-delay: 2\n" in get(f"{replica.cancer}/robots.txt").text
    assert get(f"{replica.cancer}/presse/interdit").status_code == 200
    assert get(f"{replica.cancer}/nulle-part").status_code == 404


# edits


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


# faults


def test_a_fault_heals_after_so_many_answers(replica: Replica, get: Get):
    address = f"{replica.cancer}/presse"
    replica.break_with("status_503", ["/presse"], times=2)
    replica.break_with("status_429", [f"{replica.cancer}/pres*"], times=1, retry_after=7)
    answers = [get(address) for _ in range(4)]
    assert [each.status_code for each in answers] == [503, 503, 429, 200]
    assert answers[2].headers["Retry-After"] == "7"
    assert [each.fault for each in replica.requests] == ["status_503"] * 2 + ["status_429", ""]
    replica.break_with("status_503", [address])
    assert get(address).status_code == 503
    replica.mend("status_503")
    assert get(address).status_code == 200


def test_a_fault_may_be_on_one_page_of_a_list(replica: Replica, get: Get):
    replica.break_with("status_503", ["/presse?page=3"])
    statuses = [get(f"{replica.cancer}/presse?page={n}&search=").status_code for n in (2, 3, 4)]
    assert statuses == [200, 503, 200]


def test_bodies_come_slowly_or_not_at_all(replica: Replica, get: Get):
    address = f"{replica.cancer}/presse"
    replica.break_with("slow", times=1, seconds=30)
    with httpx.stream("GET", address) as answer:
        first = next(answer.iter_raw())
        assert answer.status_code == 200
        assert len(first) < int(answer.headers["Content-Length"])
        assert replica.requests[-1].sent_bytes < int(answer.headers["Content-Length"])
    replica.break_with("reset", times=1)
    with pytest.raises(httpx.ReadError):
        get(address)
    replica.break_with("huge", times=1)
    with httpx.stream("GET", address) as answer:
        assert "Content-Length" not in answer.headers
        assert sum(len(piece) for piece, _ in zip(answer.iter_raw(), range(50), strict=False)) > 1e6


def test_types_and_tags_may_lie(replica: Replica, get: Get):
    file = next(each for each in replica.documents() if each.kind == "pdf").addresses[0]
    press = f"{replica.cancer}/presse"
    tag = get(file).headers["ETag"]
    replica.break_with("wrong_type", times=2)
    assert get(file).headers["Content-Type"] == "image/png"
    assert get(press).headers["Content-Type"] == "application/zip"
    replica.break_with("wrong_type", [file], times=1, disguised=True)
    assert get(file).headers["Content-Type"] == "application/pdf"
    replica.break_with("changed_etag", [file])
    answer = get(file, headers={"If-None-Match": tag})
    assert answer.status_code == 200 and answer.headers["ETag"] != tag


def test_redirects_lead_in_circles_or_into_traps(replica: Replica, get: Get):
    replica.break_with("redirect_loop", ["/presse"], times=6)
    circling = httpx.Client(follow_redirects=True, max_redirects=5)
    with circling, pytest.raises(httpx.TooManyRedirects):
        circling.get(f"{replica.cancer}/presse")
    targets: list[str] = []
    for to in ("localhost", "loopback", "private"):
        replica.break_with("redirect_elsewhere", ["/presse"], times=1, to=to)
        targets.append(get(f"{replica.cancer}/presse").headers["Location"])
    assert "//localhost:" in targets[0] and "//127.0.0.2:" in targets[1] and "//10." in targets[2]
    assert not replica.trapped
    get(targets[0])
    assert [each.path for each in replica.trapped] == ["/ailleurs"]


@pytest.mark.parametrize(
    ("fault", "status", "sign"),
    [
        ("error_page", 200, "<h1>Oops! An error occurred</h1>"),
        ("maintenance", 200, "<h1>Site en maintenance</h1>"),
        ("cookie_wall", 200, "Tout refuser"),
        ("blocked", 403, "Just a moment"),
        ("broken_date", 200, "32/13/2022"),
    ],
)
def test_pages_come_instead_of_documents(
    replica: Replica, get: Get, fault: str, status: int, sign: str
):
    replica.break_with(fault)
    each = next(each for each in replica.publications() if each.number % 6)
    answer = get(replica.addresses_of(each)[0])
    assert answer.status_code == status and sign in answer.text


def test_a_login_is_asked_for(replica: Replica, get: Get):
    replica.break_with("login")
    with httpx.Client(follow_redirects=True) as client:
        answer = client.get(f"{replica.cancer}/presse")
        assert answer.url.path == "/user/login" and 'type="password"' in answer.text
        replica.mend()
        replica.break_with("login", in_place=True)
        answer = client.get(f"{replica.cancer}/presse")
        assert answer.url.path == "/presse" and 'type="password"' in answer.text


def test_lists_lose_their_items(replica: Replica, get: Get):
    places = {
        f"{replica.cancer}/presse": "main li a[href^='/presse/']",
        f"{replica.cancer}/catalogue-des-publications": "li.list-articles-item > h3.card-title a",
        f"{replica.legacy}{LEGACY_PRESS}": ".content-view-line a",
    }
    assert all(links(get(address), selector) for address, selector in places.items())
    for fault in ("empty_items", "redesign"):
        replica.break_with(fault)
        assert not any(links(get(address), selector) for address, selector in places.items())
        replica.mend()
    replica.break_with("redesign")
    moved = links(get(f"{replica.cancer}/presse"), "main li a")[0]
    page = html.fromstring(get(moved).text)
    assert not page.cssselect("h1, div.wysiwyg, p.article-section-date")


def test_robots_may_be_forbidden_the_press(replica: Replica, get: Get):
    replica.break_with("robots_forbid")
    assert "Disallow: /presse\n" in get(f"{replica.cancer}/robots.txt").text
    assert get(f"{replica.cancer}/presse").status_code == 200


def test_edits_as_faults_are_mended(replica: Replica, get: Get):
    before = replica.documents()
    pages = [each for each in replica.publications() if len(each.places) == 1]
    address = replica.addresses_of(pages[0])[0]
    (doubled,) = replica.break_with("duplicate", [address])
    assert len(doubled.addresses) == 2 and {
        get(each).status_code for each in doubled.addresses
    } == {200}
    assert set(doubled.addresses) <= addresses(replica, "cancer", "press")
    (gone,) = replica.break_with("removed")
    assert get(gone.addresses[0]).status_code == 404
    (new,) = replica.break_with("republished_pdf")
    assert replica.documents() != before
    replica.mend()
    after = replica.documents()
    assert [(each.addresses, each.content) for each in after] == [
        (each.addresses, each.content) for each in before
    ]
    assert get(gone.addresses[0]).status_code == 200
    assert get(new.pdf_addresses[0]).content in [each.content for each in before]


def test_https_needs_the_authority(replica: Replica):
    replica.break_with("certificate")
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"{replica.secure}/presse")
    trusting = ssl.create_default_context(cafile=str(replica.ca_file))
    assert httpx.get(f"{replica.secure}/presse", verify=trusting).status_code == 200
    with pytest.raises(httpx.ConnectError, match="expired"):
        httpx.get(f"{replica.expired}/presse", verify=trusting)


def test_unknown_faults_and_options_are_refused(replica: Replica):
    with pytest.raises(ValueError, match="status_503"):
        replica.break_with("nonsense")
    with pytest.raises(ValueError, match="retry_after"):
        replica.break_with("reset", retry_after=3)


@pytest.mark.parametrize("fault", sorted(CHANGES))
def test_every_fault_can_be_anywhere(fault: str, get: Get):
    with Replica(scale=0.05) as replica:
        options = {"bytes": 200_000} if fault == "huge" else {}
        options = {"seconds": 0.1} if fault == "slow" else options
        replica.break_with(fault, **options)
        for address in (
            f"{replica.cancer}/rss.xml",
            f"{replica.cancer}/sitemap-contenus.xml.gz",
            f"{replica.data}/api/1/datasets/",
            f"{replica.legacy}{LEGACY_NEWS}",
        ):
            if fault == "reset":
                with pytest.raises(httpx.ReadError):
                    get(address)
            else:
                assert get(address).status_code in (200, 302, 403, 429, 503)


def test_the_command_says_where_it_serves():
    command = [sys.executable, "-u", "-m", "tests.replica", "--scale", "0.05", "--fault"]
    with subprocess.Popen(
        [*command, "maintenance=/presse"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    ) as process:
        assert process.stdout
        shown = iter(process.stdout.readline, "")
        told = list(takewhile(lambda line: "data_gouv" not in line, shown))
        press = next(line[2:].strip() for line in told if line.endswith("/presse\n"))
        assert "maintenance" in httpx.get(press).text
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
    sources = tomllib.loads("".join(told) + 'kind = "data_gouv"')["sources"]
    assert len(sources) == 8 and sources[0]["url"].startswith(press)

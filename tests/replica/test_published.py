"""What the replica publishes: lists, documents, feeds, sitemaps and open data, as the sites do."""

from __future__ import annotations

import gzip
from io import BytesIO

import pdfplumber
import pytest
from lxml import etree, html

from tests.replica import Replica
from tests.replica.asking import Get, addresses, links, listed
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS, STRATEGY

pytestmark = pytest.mark.network


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

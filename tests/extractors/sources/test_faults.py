"""Each fault of a site costs what it touches and is told with its reason; the next run mends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extractors.sources.conftest import CountedTime
from tests.extractors.sources.harvesting import HASTY, PATIENT, Harvested, Workplace, lacking
from tests.replica import Publication, Replica

pytestmark = pytest.mark.network

# fault, its options, what its reason says ("": it is no failure)
ON_DOCUMENTS = [
    ("slow", {"seconds": 30.0}, "too slowly|can't be fetched"),
    ("slow", {"waits": True, "seconds": 30.0}, "can't be fetched: .*timed out"),
    ("status_429", {"retry_after": 0.01}, "status 429"),
    ("status_503", {}, "status 503"),
    ("reset", {}, "can't be fetched"),
    ("wrong_type", {}, "is no document"),
    ("wrong_type", {"disguised": True}, "form that is no document"),
    ("redirect_loop", {}, "redirects in a circle"),
    ("redirect_elsewhere", {"to": "localhost"}, "redirects elsewhere"),
    ("redirect_elsewhere", {"to": "loopback"}, "redirects elsewhere"),
    ("redirect_elsewhere", {"to": "private"}, "redirects elsewhere"),
    ("huge", {"bytes": 4_000_000}, "larger than allowed"),
    ("error_page", {}, "error page"),
    ("maintenance", {}, "error page"),
    ("login", {"in_place": True}, "login page"),
    ("login", {}, "forbidden by the site's robots.txt"),
    ("cookie_wall", {}, "cookie wall"),
]


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(scale=0.05) as running:
        yield running


@pytest.fixture
def workplace(tmp_path: Path, replica: Replica) -> Workplace:
    return Workplace(tmp_path, replica)


def some_addresses(replica: Replica) -> list[str]:
    """A press page of the new site with a PDF, its PDF, and one of the old site."""
    press = [each for each in replica.publications() if each.kind == "press"]
    single = [each for each in press if len(each.places) == 1]
    with_pdf = next(each for each in single if each.pdf and each.site == "cancer")
    old = next(each for each in single if each.site == "e-cancer" and not each.pdf)
    pdf = next(d for d in replica.documents() if d.kind == "pdf" and d.publication == with_pdf)
    return [*replica.addresses_of(with_pdf), *pdf.addresses, *replica.addresses_of(old)]


def outside(replica: Replica, harvested: Harvested, broken: list[str]) -> list[object]:
    """What is lacking though nothing was wrong with it."""
    touched = set(broken)
    pages = [each for each in replica.documents() if touched & set(each.addresses)]
    # a page that is not there does not offer its PDF
    publications: list[Publication | None] = [each.publication for each in pages]
    return [each for each in lacking(replica, harvested) if each.publication not in publications]


@pytest.mark.parametrize(("name", "options", "reason"), ON_DOCUMENTS)
def test_a_fault_of_documents_costs_these_and_is_told(
    tmp_path: Path, replica: Replica, name: str, options: dict[str, object], reason: str
):
    workplace = Workplace(tmp_path, replica, waits=HASTY if name == "slow" else PATIENT)
    broken = some_addresses(replica)
    replica.break_with(name, broken, **options)
    first = workplace.harvest()
    assert outside(replica, first, broken) == []
    assert lacking(replica, first)
    for address in (broken[0], broken[-1]):
        (told,) = [each for each in first.reasons if address in each]
        assert re.search(reason, told), told
    replica.mend()
    second = workplace.harvest()
    assert lacking(replica, second) == []
    assert second.reasons == []
    assert len(second.documents) == len(replica.documents())
    replica.break_with(name, broken, **options)  # what is known by now is not lost
    third = workplace.harvest()
    assert third.documents == second.documents
    assert list(replica.trapped) == []


@pytest.mark.parametrize("name", ["status_503", "status_429", "reset"])
def test_what_passes_is_had_in_the_same_run(workplace: Workplace, replica: Replica, name: str):
    options = {"retry_after": 0.01} if name == "status_429" else {}
    replica.break_with(name, times=2, **options)
    harvested = workplace.harvest()
    assert harvested.reasons == []
    assert lacking(replica, harvested) == []


def test_retry_after_is_heeded(workplace: Workplace, replica: Replica, counted_time: CountedTime):
    address = some_addresses(replica)[0]
    replica.break_with("status_429", [address], times=1, retry_after=7)
    harvested = workplace.harvest(only=["cancer-fr-presse"])
    assert harvested.reasons == []
    asked = [each.status for each in replica.requests if address.endswith(each.target)]
    assert asked == [429, 200]
    assert max(counted_time.waits) == 7


def test_a_server_that_asks_for_hours_of_rest_gets_them(workplace: Workplace, replica: Replica):
    replica.break_with("status_429", ["/presse/*"], retry_after=7200)
    harvested = workplace.harvest()
    assert any("asks to come back in 7200 s" in reason for reason in harvested.reasons)
    refused = [each for each in replica.requests.of("cancer") if each.status == 429]
    assert len(refused) <= 9  # those that were on their way


def test_an_etag_that_changes_alone_changes_nothing(workplace: Workplace, replica: Replica):
    before = workplace.harvest()
    replica.break_with("changed_etag")
    after = workplace.harvest()
    assert after.documents == before.documents
    assert after.total("changed") == 0


@pytest.mark.parametrize("name", ["broken_date", "changed_etag"])
def test_some_faults_are_none(workplace: Workplace, replica: Replica, name: str):
    replica.break_with(name)
    harvested = workplace.harvest()
    assert harvested.reasons == []
    assert lacking(replica, harvested) == []


def test_a_duplicate_is_an_alias(workplace: Workplace, replica: Replica):
    before = workplace.harvest()
    (touched,) = replica.break_with("duplicate")
    after = workplace.harvest()
    assert len(after.documents) == len(before.documents)
    assert lacking(replica, after) == []
    held = after.held
    assert len(set().union(*(held[address] for address in touched.addresses))) == 1


def test_a_republished_pdf_is_a_version_and_its_page_none(workplace: Workplace, replica: Replica):
    before = workplace.harvest()
    (touched,) = replica.break_with("republished_pdf")
    after = workplace.harvest()
    assert len(after.documents) == len(before.documents) + 1
    latest = next(d for d in after.documents if touched.pdf_addresses[0] == d.url and d.is_latest)
    assert (latest.version, latest.media_type) == (2, "application/pdf")


def test_a_removed_page_is_marked_and_may_return(workplace: Workplace, replica: Replica):
    before = workplace.harvest()
    (touched,) = replica.break_with("removed")
    after = workplace.harvest()
    gone = {each.url for each in after.documents if each.removed_on}
    assert set(touched.addresses) <= gone
    assert len(after.documents) == len(before.documents)
    assert after.reasons == []
    replica.mend()
    assert not any(each.removed_on for each in workplace.harvest().documents)


@pytest.mark.parametrize("name", ["empty_items", "redesign"])
def test_a_redesign_is_loud_and_names_the_selector(
    workplace: Workplace, replica: Replica, name: str
):
    before = workplace.harvest()
    replica.break_with(name)
    after = workplace.harvest()
    assert after.documents == before.documents
    said = " ".join(after.reasons)
    for selector in ("item = '^/presse/", "items = 'li.list-articles-item", "item = '^/Presse/"):
        assert selector in said
    assert "correct the source's configuration" in said


def test_redesigned_pages_are_told_and_not_stored(tmp_path: Path, replica: Replica):
    lists = Workplace(tmp_path, replica)
    replica.break_with("redesign", ["/presse/*"])
    harvested = lists.harvest(only=["cancer-fr-presse"])
    assert [d for d in harvested.documents if d.media_type == "text/html"] == []
    assert harvested.reasons
    for reason in harvested.reasons:
        assert "body = 'div.wysiwyg'" in reason


def test_a_site_that_blocks_is_left_alone(workplace: Workplace, replica: Replica):
    before = workplace.harvest()
    replica.break_with("blocked", ["/presse*", "/actualites*", "/catalogue*"])
    replica.requests.clear()
    after = workplace.harvest()
    assert after.documents == before.documents
    assert any("left alone until the next run" in reason for reason in after.reasons)
    refused = [each for each in replica.requests.of("cancer") if each.status == 403]
    assert len(refused) <= 8  # those that were on their way


def test_a_list_that_breaks_off_gives_what_it_gave_and_says_so(tmp_path: Path):
    with Replica(scale=0.35) as large:  # of four pages
        workplace = Workplace(tmp_path, large)
        large.break_with("status_503", ["/presse?page=3"])
        harvested = workplace.harvest(only=["cancer-fr-presse"])
        assert any("page=3 answered with status 503" in reason for reason in harvested.reasons)
        assert harvested.total("new") >= 20
        large.mend()
        assert lacking(large, workplace.harvest()) == []


def test_certificates_are_verified_and_an_authority_may_be_named(tmp_path: Path, replica: Replica):
    replica.break_with("certificate")
    source = """
[web]

[[sources]]
name = "sure"
kind = "press_list"
url = "{address}/presse?search="
item = "^/presse/[^?#]+$"
local = true
{ca_file}
"""
    ca_file = f'ca_file = "{replica.ca_file}"'
    for number, (address, named, is_trusted) in enumerate(
        [
            (replica.secure, "", False),
            (replica.secure, ca_file, True),
            (replica.expired, ca_file, False),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        sources = source.format(address=address, ca_file=named)
        harvested = Workplace(folder, replica, sources=sources).harvest()
        if is_trusted:
            assert harvested.reasons == []
            assert harvested.documents
        else:
            assert "certificate can't be verified" in harvested.reasons[0]
            assert harvested.documents == ()


def test_all_faults_together(tmp_path: Path, replica: Replica):
    workplace = Workplace(tmp_path, replica, waits=HASTY)
    press = [
        address
        for each in replica.publications()
        if len(each.places) == 1 and not each.pdf
        for address in replica.addresses_of(each)
    ]
    used: list[str] = []
    for (name, options, _), address in zip(ON_DOCUMENTS, press, strict=False):
        if name != "status_429":
            replica.break_with(name, [address], **options)
            used.append(address)
    replica.break_with("changed_etag", press[len(used) + 1 : len(used) + 3])
    first = workplace.harvest()
    assert outside(replica, first, used) == []
    for address in used:
        assert [each for each in first.reasons if address in each], address
    replica.mend()
    second = workplace.harvest()
    assert second.reasons == []
    assert lacking(replica, second) == []
    assert len(second.documents) == len(replica.documents())
    assert list(replica.trapped) == []

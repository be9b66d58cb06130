"""The whole replica: stored once, left alone while nothing changes, followed when it does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extractors.sources.obtained import Obtained
from extractors.sources.store import RawStore
from tests.extractors.sources.conftest import CountedTime
from tests.extractors.sources.harvesting import Harvested, Workplace, lacking
from tests.replica import Replica

pytestmark = pytest.mark.network


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica() as running:
        yield running


@pytest.fixture
def small() -> Iterator[Replica]:
    with Replica(scale=0.05) as running:
        yield running


def contents(harvested: Harvested) -> set[str]:
    return {document.sha256 for document in harvested.documents}


def test_all_is_stored_once_and_then_nothing_is_transferred_again(tmp_path: Path, replica: Replica):
    workplace = Workplace(tmp_path, replica)
    first = workplace.harvest()
    assert len(replica.documents()) >= 300
    assert first.reasons == []
    assert lacking(replica, first) == []
    assert len(first.documents) == len(replica.documents())
    by_sha = {
        hashlib.sha256(each.content).hexdigest() for each in replica.documents() if each.content
    }
    assert by_sha <= contents(first)

    replica.requests.clear()
    second = workplace.harvest()
    assert second.documents == first.documents
    assert {request.status for request in replica.requests} == {304}
    assert sum(request.sent_bytes for request in replica.requests) == 0
    assert second.total("new") == second.total("changed") == 0


def test_what_changes_is_followed_and_nothing_else(tmp_path: Path, replica: Replica):
    workplace = Workplace(tmp_path, replica)
    first = workplace.harvest()
    published, changed = replica.publish(5), replica.change(3, pdfs=1)
    removed, moved = replica.remove(2), replica.move(4)
    second = workplace.harvest()
    assert lacking(replica, second) == []
    assert len(contents(second) - contents(first)) == 5 + 3
    assert contents(first) <= contents(second)
    by_address = {
        address: document
        for document in second.documents
        for address in (document.url, *document.aliases)
        if document.is_latest
    }
    for touched in published:
        assert by_address[touched.addresses[0]].version == 1
    for touched in changed:
        address = (touched.pdf_addresses or touched.addresses)[0]
        latest = by_address[address]
        earlier = [d for d in second.documents if d.work == latest.work and not d.is_latest]
        assert (latest.version, [d.version for d in earlier]) == (2, [1])
    for touched in removed:
        assert all(by_address[address].removed_on for address in touched.addresses)
    for touched in moved:
        document = by_address[touched.addresses[0]]
        assert set(touched.former) <= set(document.aliases)
        assert (document.version, document.removed_on) == (1, "")
    third = workplace.harvest()
    assert third.documents == second.documents


def test_without_validators_and_with_other_bytes_each_time_nothing_changes(
    tmp_path: Path, small: Replica
):
    """Counters and tracking links differ in every answer; the documents do not."""
    workplace = Workplace(tmp_path, small)
    first = workplace.harvest()
    small.break_with("changed_etag")
    second = workplace.harvest()
    assert second.documents == first.documents


def test_pages_and_their_pdfs_are_linked(tmp_path: Path, small: Replica):
    harvested = Workplace(tmp_path, small).harvest()
    ids = {document.document_id: document for document in harvested.documents}
    by_address = {a: d for d in harvested.documents for a in (d.url, *d.aliases)}
    linked = [each for each in small.documents() if each.kind == "pdf" and each.publication]
    assert linked
    for each in linked:
        page = ids[by_address[each.addresses[0]].page_id]
        assert each.publication
        assert set(small.addresses_of(each.publication)) & {page.url, *page.aliases}


def test_since_a_day_lists_what_is_recent(tmp_path: Path, small: Replica):
    workplace = Workplace(tmp_path, small)
    harvested = workplace.harvest(only=["cancer-fr-presse"], since=date(2023, 1, 1))
    pages = [d for d in harvested.documents if d.media_type == "text/html"]
    expected = [
        each
        for each in small.publications()
        if each.kind == "press"
        and each.published >= date(2023, 1, 1)
        and any(place.site == "cancer" for place in each.places)
    ]
    assert len(pages) == len(expected) > 0


def test_a_limit_takes_so_many_new_ones_a_run_until_all_are_there(tmp_path: Path, small: Replica):
    workplace = Workplace(tmp_path, small)
    counts = []
    for _ in range(50):
        harvested = workplace.harvest(limit=3)
        counts.append(len(harvested.documents))
        if not harvested.total("left"):
            break
    assert counts[0] < counts[1] < counts[-1]
    assert lacking(small, harvested) == []


def test_the_budget_of_requests_leaves_the_rest_for_the_next_runs(tmp_path: Path, small: Replica):
    workplace = Workplace(tmp_path, small, web="requests_a_run = 20\n")
    for _ in range(30):
        small.requests.clear()
        harvested = workplace.harvest()
        for site in ("cancer", "e-cancer", "data"):
            assert len(small.requests.of(site)) <= 20
        if not lacking(small, harvested):
            break
    assert lacking(small, harvested) == []
    assert any("requests_a_run" in reason for reason in harvested.reasons)


def test_requests_never_come_faster_than_the_limit(
    tmp_path: Path, small: Replica, counted_time: CountedTime
):
    pause = 20
    sources = small.configuration(pause_seconds=pause)
    harvested = Workplace(tmp_path, small, sources=sources).harvest()
    assert harvested.reasons == []
    most = max(len(small.requests.of(site)) for site in ("cancer", "e-cancer", "data"))
    assert most > 20
    assert counted_time.passed >= (most - 1) * pause


def test_a_forbidden_path_is_never_requested(tmp_path: Path, small: Replica):
    small.break_with("robots_forbid", [small.cancer])
    harvested = Workplace(tmp_path, small).harvest()
    assert any("robots.txt" in reason for reason in harvested.reasons)
    asked = {request.path for request in small.requests.of("cancer")}
    assert not any(path.startswith("/presse") for path in asked)


def test_what_fails_keeps_nothing_else_from_being_stored(tmp_path: Path, small: Replica):
    """Not the limit of new documents, nor a host that refuses several in a row."""
    workplace = Workplace(tmp_path, small)
    listed = workplace.harvest(only=["cancer-fr-presse"], limit=6)
    newest = [d.url for d in listed.documents if d.media_type == "text/html"][:6]
    other = Workplace(tmp_path / "other", small) if (tmp_path / "other").mkdir() is None else None
    assert other
    small.break_with("blocked", newest, status=404)
    counts: list[int] = []
    for _ in range(4):
        counts.append(len(other.harvest(only=["cancer-fr-presse"], limit=6).documents))
    assert counts[0] < counts[1] <= counts[3]
    small.mend()
    whole = other.harvest()
    assert whole.reasons == []
    assert lacking(small, whole) == []


def test_a_corrected_selector_finds_the_files_of_known_pages(tmp_path: Path, small: Replica):
    sources = small.configuration(pause_seconds=0.0)
    wrong = sources.replace("local = true", 'local = true\npdf = "a.nothing"')
    first = Workplace(tmp_path, small, sources=wrong).harvest()
    assert not [d for d in first.documents if d.media_type == "application/pdf" and d.page_id]
    second = Workplace(tmp_path, small).harvest()
    assert second.reasons == []
    assert lacking(small, second) == []
    small.requests.clear()
    Workplace(tmp_path, small).harvest()
    assert {request.status for request in small.requests} == {304}


def test_a_run_that_ended_between_a_page_and_its_pdf_is_completed(
    tmp_path: Path, small: Replica, monkeypatch: pytest.MonkeyPatch
):
    workplace = Workplace(tmp_path, small)
    keep = RawStore.keep

    def ending(store: RawStore, obtained: Obtained):
        if obtained.page:
            raise KeyboardInterrupt
        return keep(store, obtained)

    monkeypatch.setattr(RawStore, "keep", ending)
    with pytest.raises(KeyboardInterrupt):
        workplace.harvest()
    monkeypatch.undo()
    harvested = workplace.harvest()
    assert lacking(small, harvested) == []


def test_a_dead_link_that_nobody_lists_any_more_is_forgotten(tmp_path: Path, small: Replica):
    (new,) = small.publish(1)
    small.break_with("status_503", new.addresses)
    workplace = Workplace(tmp_path, small)
    assert len(workplace.harvest().reasons) == 1
    small.mend()
    small.break_with("removed", new.addresses)
    assert workplace.harvest().reasons == []

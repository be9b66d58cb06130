"""The replica goes wrong at will, and is mended again."""

from __future__ import annotations

import httpx
import pytest
from lxml import html

from tests.replica import Replica
from tests.replica.asking import Get, addresses, links
from tests.replica.faults import CHANGES
from tests.replica.publication import LEGACY_NEWS, LEGACY_PRESS

pytestmark = pytest.mark.network


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

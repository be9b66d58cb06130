"""Pages that are no documents are told, and trifles make no other document."""

from __future__ import annotations

import pytest

from extractors.sources.configuration import WebSource
from extractors.sources.errors import BlockedError, GoneError, SourceError
from extractors.sources.pages import check_page, check_promise

ADDRESS = "https://www.cancer.fr/presse/depistage"
BODY = (
    "Le programme national de dépistage organisé du cancer colorectal s'adresse aux personnes de "
    "50 à 74 ans. D'ici 2025, l'Institut vise un million de dépistages de plus par an."
)


def cancer_page(
    body: str = BODY,
    title: str = "Dépistage : un million de plus",
    updated: str = "27 mai 2026",
    views: int = 1234,
    download: str = "PDF - 153 kB",
    around: str = "",
) -> bytes:
    return f"""<html><head><title>{title} - Institut</title></head><body>
      <header><a href="/content/download/1/file/charte.pdf">Charte</a></header>
      <main><h1>{title}</h1>
      <p class="article-section-date"><time datetime="2026-05-27CEST16:00">Mis à jour le {updated}
      </time></p>
      <div class="fw-bold my-3">Publié le 5 mai 2026, le dépistage progresse.</div>
      <div class="wysiwyg"><p>{body}</p><p>Vu {views} fois</p>
      <a href="/content/download/470703/7131043/file/d%C3%A9pistage.pdf?utm_source=page#x">
      Télécharger ({download})</a></div></main>{around}</body></html>""".encode()


def legacy_page(body: str = BODY, title: str = "Dépistage : un million de plus") -> bytes:
    return f"""<html><head><title>{title}</title></head><body>
      <div class="content-view-full"><h1>{title}</h1><p>05/05/2026</p>
      <p>Type : Communiqué de presse</p><p>Themes : Dépistage | Prévention</p>
      <p>Le dépistage progresse.</p><p>{body}</p></div></body></html>""".encode()


def source(**settings: str) -> WebSource:
    return WebSource(name="presse", **settings)


def fingerprint(content: bytes) -> str:
    return check_page(source(), content, ADDRESS).fingerprint


def test_a_document_tells_its_files_without_those_of_the_site_and_tracking():
    checked = check_page(source(body="div.wysiwyg"), cancer_page(), ADDRESS)
    assert checked.offers == (
        "https://www.cancer.fr/content/download/470703/7131043/file/d%C3%A9pistage.pdf",
    )


@pytest.mark.parametrize(
    "same",
    [
        cancer_page(views=1235),
        cancer_page(updated="2 juin 2026"),
        cancer_page(download="PDF - 2,1 Mo"),
        cancer_page(around="<footer>© 2027</footer><div class='cookie-banner'>Cookies</div>"),
        cancer_page(body=BODY.replace(" ", "&nbsp;").replace("'", "’")),
        legacy_page(),
    ],
    ids=["counter", "update", "size", "furniture", "typography", "old site"],
)
def test_trifles_change_no_fingerprint(same: bytes):
    assert fingerprint(same) == fingerprint(cancer_page())


@pytest.mark.parametrize(
    "other",
    [
        cancer_page(body=BODY.replace("un million", "deux millions")),
        cancer_page(body=BODY.replace("74 ans", "75 ans")),
        cancer_page(body=BODY.replace("2025", "2026")),
        cancer_page(title="Dépistage : deux millions de plus"),
        cancer_page(body=f"{BODY} Le plan comporte 3 axes."),
    ],
    ids=["words", "figure", "year", "title", "sentence"],
)
def test_what_is_said_changes_the_fingerprint(other: bytes):
    assert fingerprint(other) != fingerprint(cancer_page())


def wrapped(title: str, body: str) -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    ).encode()


LOGIN = '<form><input name="name"><input type="password" name="password"></form>'
CONSENT = (
    "<p>Nous utilisons des cookies et autres traceurs. Vous pouvez accepter ou refuser les "
    "cookies, ou gérer vos préférences. Votre consentement aux traceurs est conservé six mois.</p>"
    "<button>Tout accepter</button><button>Tout refuser</button>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (wrapped("Oops! An error occurred", "<p>Something is broken.</p>"), "error page"),
        (wrapped("Site en maintenance", "<p>Le site sera bientôt de retour.</p>"), "error page"),
        (wrapped("Connexion", LOGIN), "login page"),
        (wrapped("Gestion des cookies", CONSENT), "cookie wall"),
        (wrapped("Institut national du cancer", CONSENT * 2), "cookie wall"),
        (wrapped("Dépistage", "<p></p>"), "no text besides its title"),
    ],
    ids=["error", "maintenance", "login", "cookies", "cookie wall", "empty"],
)
def test_what_is_no_document_is_told(content: bytes, reason: str):
    with pytest.raises(SourceError, match=reason):
        check_page(source(), content, ADDRESS)


@pytest.mark.parametrize("title", ["Page introuvable", "Erreur 404", "404 - Page non trouvée"])
def test_a_page_that_says_it_is_not_there_is_gone(title: str):
    with pytest.raises(GoneError, match="no such page"):
        check_page(source(), wrapped(title, f"<p>{BODY}</p>"), ADDRESS)


@pytest.mark.parametrize("title", ["Just a moment...", "Access Denied", "Captcha"])
def test_a_challenge_ends_the_run_for_the_host(title: str):
    with pytest.raises(BlockedError, match="robot"):
        check_page(source(), wrapped(title, "<p>Verifying</p>"), ADDRESS)


def test_documents_about_consent_or_cookies_are_documents():
    body = f"<main><p>{BODY * 4}</p><p>Le consentement du patient est recueilli.</p></main>"
    check_page(source(), wrapped("Consentement : la loi change", body), ADDRESS)


def test_a_missing_title_or_body_names_its_selector():
    with pytest.raises(SourceError, match=r"body = 'div\.wysiwyg'"):
        check_page(source(body="div.wysiwyg"), wrapped("Dépistage", f"<p>{BODY}</p>"), ADDRESS)
    untitled = b"<html><body><h1></h1><p>" + BODY.encode() + b"</p></body></html>"
    with pytest.raises(SourceError, match="title = 'h1'"):
        check_page(source(), untitled, ADDRESS)


def test_a_page_in_place_of_a_pdf_says_what_it_is():
    with pytest.raises(SourceError, match="login page"):
        check_promise(wrapped("Connexion", LOGIN), ADDRESS)
    with pytest.raises(SourceError, match="promises a PDF"):
        check_promise(cancer_page(), ADDRESS)


def test_a_selector_that_is_none_is_told_by_the_configuration():
    with pytest.raises(ValueError, match="no CSS selector"):
        source(body="div[")

"""What a click opens is read, under the name on what opens it; menus and dialogs are not."""

from __future__ import annotations

import pytest

from extractors.documents.html import read_page
from extractors.records import Document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.cut(block.span)) for block in document.blocks]


def read_body(body: str) -> Document:
    return read_page(f"<html><body><main><h1>Plan de lecture</h1>{body}</main></body></html>")


TITLE = ("heading", "Plan de lecture")
TWO_FOLDS = [
    TITLE,
    ("heading", "Axe 1 : Ouvrir"),
    ("paragraph", "Ouvrir le soir."),
    ("heading", "Axe 2 : Former"),
    ("item", "- Former les relais."),
]
DSFR = """<div class="fr-accordions-group">
<section class="fr-accordion"><h3 class="fr-accordion__title">
  <button class="fr-accordion__btn" aria-expanded="false" aria-controls="a1">Axe 1 : Ouvrir</button>
</h3><div class="fr-collapse" id="a1"><p>Ouvrir le soir.</p></div></section>
<section class="fr-accordion"><h3 class="fr-accordion__title">
  <button class="fr-accordion__btn" aria-expanded="false" aria-controls="a2">Axe 2 : Former</button>
</h3><div class="fr-collapse" id="a2"><ul><li>Former les relais.</li></ul></div></section></div>"""
BOOTSTRAP_3 = """<div class="panel-group" role="tablist"><div class="panel">
<div class="panel-heading" role="tab"><h4><a role="button" data-toggle="collapse" href="#c1"
  aria-expanded="false">Axe 1 : Ouvrir</a></h4></div>
<div id="c1" class="panel-collapse collapse" role="tabpanel" aria-hidden="true">
 <div class="panel-body"><p>Ouvrir le soir.</p></div></div></div><div class="panel">
<div class="panel-heading" role="tab"><h4><a data-toggle="collapse" href="#c2">Axe 2 : Former</a>
 </h4></div><div id="c2" class="collapse" hidden><ul><li>Former les relais.</li></ul></div></div>
</div>"""
BOOTSTRAP_4 = """<div class="accordion"><div class="card"><div class="card-header">
<button class="btn btn-link" data-toggle="collapse" data-target="#d1">Axe 1 : Ouvrir
 <i class="fa" aria-hidden="true">+</i></button></div>
<div id="d1" class="collapse"><div class="card-body">Ouvrir le soir.</div></div></div>
<div class="card"><div class="card-header">
<button class="btn btn-link" data-toggle="collapse" data-target="#d2">Axe 2 : Former</button></div>
<div id="d2" class="collapse"><ul><li>Former les relais.</li></ul></div></div></div>"""
BARE = """<button aria-expanded="false">Axe 1 : Ouvrir</button><div hidden><p>Ouvrir le soir.</p>
</div><button aria-expanded="false" type="button">Axe 2 : Former</button>
<div style="display: none"><ul><li>Former les relais.</li></ul></div>"""
DETAILS = """<details><summary>Axe 1 : Ouvrir</summary><p>Ouvrir le soir.</p></details>
<details><summary><span>Axe 2 : Former</span></summary><ul><li>Former les relais.</li></ul>
</details>"""
JQUERY = """<h3>Axe 1 : Ouvrir</h3><div style="display:none"><p>Ouvrir le soir.</p></div>
<h3>Axe 2 : Former</h3><div style="display:none"><ul><li>Former les relais.</li></ul></div>"""
HEADING_IN_BUTTON = """<div><button type="button"><h2>Axe 1 : Ouvrir</h2></button>
<div aria-hidden="true"><p>Ouvrir le soir.</p></div></div><div><button><h2>Axe 2 : Former</h2>
</button><div aria-hidden="true"><ul><li>Former les relais.</li></ul></div></div>"""
TERMS = """<dl><dt>Axe 1 : Ouvrir</dt><dd style="display:none">Ouvrir le soir.</dd>
<dt><button aria-expanded="false" aria-controls="t2">Axe 2 : Former</button></dt>
<dd id="t2" hidden><ul><li>Former les relais.</li></ul></dd></dl>"""
TABS = """<ul class="nav nav-tabs" role="tablist">
<li role="presentation"><button role="tab" aria-controls="p1" id="t1">Axe 1 : Ouvrir</button></li>
<li role="presentation"><button role="tab" aria-controls="p2" id="t2">Axe 2 : Former</button></li>
</ul><div class="tab-content"><div role="tabpanel" id="p1" class="tab-pane active">
<p>Ouvrir le soir.</p></div><div role="tabpanel" id="p2" class="tab-pane" hidden>
<ul><li>Former les relais.</li></ul></div></div>"""
TABS_IN_NAV = """<nav><div class="nav nav-tabs"><a data-toggle="tab" href="#q1">Axe 1 : Ouvrir</a>
<a data-toggle="tab" href="#q2">Axe 2 : Former</a></div></nav><div class="tab-content">
<div id="q1"><p>Ouvrir le soir.</p></div>
<div id="q2" style="display:none"><ul><li>Former les relais.</li></ul></div></div>"""
TABS_LABELLED_BY = """<div role="tablist"><a role="tab" id="l1">Axe 1 : Ouvrir</a>
<a role="tab" id="l2">Axe 2 : Former</a></div>
<div role="tabpanel" aria-labelledby="l1"><p>Ouvrir le soir.</p></div>
<div role="tabpanel" aria-labelledby="l2" aria-hidden="true"><ul><li>Former les relais.</li></ul>
</div>"""
ELEMENTOR = """<div role="tablist"><div role="tab" aria-controls="e1"><a>Axe 1 : Ouvrir</a></div>
<div role="tabpanel" id="e1" hidden><p>Ouvrir le soir.</p></div>
<div role="tab" aria-controls="e2"><a>Axe 2 : Former</a></div>
<div role="tabpanel" id="e2" hidden><ul><li>Former les relais.</li></ul></div></div>"""


@pytest.mark.parametrize(
    "body",
    [
        *(DSFR, BOOTSTRAP_3, BOOTSTRAP_4, BARE, DETAILS, JQUERY, HEADING_IN_BUTTON, TERMS),
        *(TABS, TABS_IN_NAV, TABS_LABELLED_BY, ELEMENTOR),
    ],
)
def test_folds_are_read_under_their_names(body: str):
    document = read_body(body)
    assert blocks(document) == TWO_FOLDS
    first, second = (
        block.level
        for block in document.blocks
        if block.level and block.kind == "heading" and block.span.start
    )
    assert first == second > 1


def test_names_of_folds_stand_below_the_heading_above_them():
    document = read_body(
        "<h2>Axe 1</h2><details><summary>Action 1</summary><h3>Suivi</h3><p>a</p>"
        "<details><summary>Note</summary>b</details></details>"
        "<details><summary>Action 2</summary>c</details><h2>Axe 2</h2>"
    )
    headings = [(document.cut(b.span), b.level) for b in document.blocks if b.kind == "heading"]
    assert headings[1:] == [
        *(("Axe 1", 2), ("Action 1", 3), ("Suivi", 3), ("Note", 4), ("Action 2", 3), ("Axe 2", 2)),
    ]


def test_a_panel_that_says_its_name_itself_is_not_named_twice():
    body = TABS.replace("<p>Ouvrir le soir.", "<h2>Axe 1 : Ouvrir</h2><p>Ouvrir le soir.")
    assert blocks(read_body(body)) == TWO_FOLDS


def test_a_link_that_opens_a_fold_may_be_its_name():
    body = BOOTSTRAP_4.replace("button", "a href='/x'")
    assert blocks(read_body(body)) == TWO_FOLDS


@pytest.mark.parametrize("label", ["Lire la suite", "Voir plus…", "+", "Tout déplier"])
def test_what_says_that_there_is_more_names_nothing(label: str):
    body = f"<p>Ouvrir.</p><button aria-expanded=false aria-controls=m>{label}</button>"
    document = read_body(f"{body}<div id=m hidden><p>Former.</p></div>")
    assert blocks(document) == [TITLE, ("paragraph", "Ouvrir."), ("paragraph", "Former.")]


OPENS = "data-target='#x' aria-controls='x'"


@pytest.mark.parametrize(
    "other",
    [
        f"<button aria-expanded='false' {OPENS}>Menu</button><nav id='x' hidden>Rubrique</nav>",
        f"<button data-toggle='modal' {OPENS}>Voir</button><div id='x' hidden>Boîte</div>",
        f"<button aria-haspopup='dialog' {OPENS}>Voir</button><div id='x' hidden>Boîte</div>",
        f"<button {OPENS}>Voir</button><div id='x' role='dialog' hidden>Boîte</div>",
        f"<button {OPENS}>Voir</button><dialog id='x'>Boîte</dialog>",
        f"<button aria-expanded='false' {OPENS}>Partager</button><ul id='x' hidden><li>X</li></ul>",
        '<nav><button aria-controls="x">Rubriques</button></nav><div id="x" hidden>Rubrique</div>',
        '<div class="fr-modal" id="x" aria-hidden="true">Boîte</div>',
        "<p hidden>Brouillon</p><p style='visibility:hidden'>Brouillon</p>",
        "<button>Copier le lien</button><button type=submit>Envoyer</button>",
        "<h2>Fin</h2><div style='display:none'>Chargement</div><p>Texte.</p>",
        "<h2>Fin <button>Copier le lien</button></h2><p>Texte.</p>",
    ],
)
def test_what_else_is_hidden_or_pressed_is_no_text(other: str):
    texts = [text for _, text in blocks(read_body(f"<p>Un.</p>{other}"))]
    assert [text for text in texts if text not in ("Fin", "Texte.")] == ["Plan de lecture", "Un."]


def test_a_page_of_folds_without_end_is_read_in_bounded_steps():
    fold = "<h3>A</h3><div hidden><button aria-expanded=false>B</button><p hidden>C</p></div>"
    document = read_body(fold * 20_000)
    assert document.text.count("C\n") > 500

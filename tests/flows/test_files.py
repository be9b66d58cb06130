"""`inca extract` finds out for itself what it is given, and says what it does not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flows.cli import main
from tests.extractors.documents.office.packed import open_text, word_paragraph, word_text

AXES = ("Axe 1 : Prêter des livres le soir", "Axe 2 : Former les relais du canton")
INTRODUCTION = "Le contrat du livre du canton est présenté aux lecteurs et compte deux axes."
PAGE = f"<html><body><h1>Contrat du livre</h1><p>{INTRODUCTION}</p>" + "".join(
    f"<h2>{axis}</h2>" for axis in AXES
)
DOCUMENTS = {
    "page.txt": PAGE.encode(),
    "contrat": "\n\n".join(["Contrat du livre 2025-2029", INTRODUCTION, *AXES]).encode(),
    "contrat.docx": word_text(
        word_paragraph("Contrat du livre", "Titre")
        + word_paragraph(INTRODUCTION)
        + "".join(word_paragraph(axis, "Titre1") for axis in AXES)
    ),
    "contrat.odt": open_text(
        f'<text:p text:style-name="Title">Contrat du livre</text:p><text:p>{INTRODUCTION}</text:p>'
        + "".join(f'<text:h text:outline-level="1">{axis}</text:h>' for axis in AXES)
    ),
}


def test_every_form_gives_its_axes_and_the_rest_is_named(
    extract_tables, press_release_pdf: Path, tmp_path: Path, capsys
):
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, content in DOCUMENTS.items():
        (folder / name).write_bytes(content)
    (folder / "communique.txt").write_bytes(press_release_pdf.read_bytes())
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(99))
    tables = extract_tables(folder)  # a picture among them is no failure
    documents = tables["documents"].set_index("file")
    assert list(documents["status"]) == ["ok"] * 5
    for name in DOCUMENTS:
        found = tables["axes"].query(
            f"document_id == '{documents.loc[str(folder / name)].document_id}'"
        )
        assert list(found["number"]) == ["1", "2"], name
    assert documents.loc[str(folder / "communique.txt")].media_type == "application/pdf"
    assert "photo.jpg" in capsys.readouterr().err
    assert "photo.jpg" in tables["runs"]["issues"].item()


def test_what_can_not_be_opened_costs_itself(extract_tables, tmp_path: Path):
    (tmp_path / "contrat.txt").write_bytes(DOCUMENTS["contrat"])
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / os.fsdecode(b"\xe9t\xe9.txt")).write_bytes(DOCUMENTS["contrat"] + b"\n\nFin.")
    tables = extract_tables(tmp_path / "contrat.txt", tmp_path, expected=3)
    assert len(tables["documents"]) == 2
    assert tmp_path.as_posix() + "/\ufffdt\ufffd.txt" in set(tables["documents"]["file"])
    assert "gone.txt: it is a link that leads nowhere" in tables["runs"]["issues"].item()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("-", "save it in a file"),
        ("https://www.example.fr/plan.pdf", "uses no network"),
        ("s3://bucket/plan.pdf", "uses no network"),
        ("nowhere.pdf", "no such file"),
        ("x" * 300 + ".pdf", "too long"),
        ("/dev/null", "neither a file nor a folder"),
        ("bad\udce9.pdf", "no such file"),
    ],
)
def test_a_path_that_is_none_is_answered(path: str, says: str, tmp_path: Path, capsys):
    assert main(["extract", path, "--output", str(tmp_path / "output")]) == 2
    errors = capsys.readouterr().err
    assert says in errors and len(errors.splitlines()) == 1

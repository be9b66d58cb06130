"""Bad documents are set aside with a reason a person understands, and cost the others nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.cli import main
from tests.conftest import Tables, extract_into
from tests.flows import bad_input
from tests.lasting_processes import LastingProcesses

BAD_FILES = {
    "empty.pdf": (lambda _: b"", "empty"),
    "not-a-pdf.pdf": (lambda _: b"Bonjour, ceci est du texte.\n" * 20, "not one"),
    "truncated.pdf": (lambda pdf: pdf[: len(pdf) // 2], "cut short"),
    "locked.pdf": (lambda _: bad_input.locked_pdf(), "password"),
    "error-page.html": (lambda _: bad_input.ERROR_PAGE.encode(), "error page"),
    "english.txt": (lambda _: bad_input.ENGLISH.encode(), "'en', not French"),
    "scan.pdf": (lambda _: bad_input.blank_pdf(), "no text was found"),
    "binary.txt": (lambda _: bytes(range(256)) * 8, "binary data"),
    "report.docx": (lambda _: b"PK\x03\x04", "the file is damaged"),
    "old.doc": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "convert it to PDF"),
    "table.xlsx": (lambda _: b"PK\x03\x04" + b" xl/workbook.xml" * 9, "spreadsheets can't be"),
}


@pytest.fixture(scope="module")
def bad_folder(press_release_pdf: Path, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for name, (make, _) in BAD_FILES.items():
        (folder / name).write_bytes(make(press_release_pdf.read_bytes()))
    return folder


@pytest.fixture(scope="module")
def tables_of_all(
    lasting: LastingProcesses, bad_folder: Path, press_release_pdf: Path, tmp_path_factory
) -> Tables:
    """The tables of all bad files, one of them given twice, and of a good one among them."""
    output = tmp_path_factory.mktemp("tables")
    paths = (bad_folder, press_release_pdf, bad_folder / "report.docx")
    return extract_into(output, *paths, expected=3)


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_set_aside(name: str, tables_of_all: Tables, bad_folder: Path):
    row = tables_of_all["documents"].set_index("file").loc[str(bad_folder / name)]
    assert row["status"] == "failed"
    assert BAD_FILES[name][1] in row["issues"]


def test_bad_files_cost_a_good_one_nothing(tables_of_all: Tables, press_release_pdf: Path):
    documents = tables_of_all["documents"]
    assert len(documents) == len(BAD_FILES) + 1
    good = documents[documents["status"] != "failed"]
    assert good[["file", "status"]].values.tolist() == [[str(press_release_pdf), "ok"]]
    assert list(tables_of_all["axes"]["number"]) == ["1", "2", "3", "4", "5"]
    assert tables_of_all["runs"]["failed"].tolist() == [str(len(BAD_FILES))]


def test_nothing_but_bad_files(extract_tables, bad_folder: Path):
    tables = extract_tables(bad_folder / "scan.pdf", bad_folder / "empty.pdf", expected=3)
    assert set(tables["documents"]["status"]) == {"failed"}
    assert tables["axes"].empty


def test_a_pdf_cut_after_its_pages_is_partial(extract_tables, press_release_pdf, tmp_path: Path):
    """Only the end marker and cross-references are gone: what can be read is, with a warning."""
    whole = press_release_pdf.read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: whole.rindex(b"startxref")])
    tables = extract_tables(cut, expected=3)
    (document,) = tables["documents"].to_dict("records")
    assert document["status"] == "partial"
    assert "cut short" in document["issues"]
    assert len(tables["axes"]) == 5


def test_the_same_content_twice_is_one_document(extract_tables, press_release_pdf, tmp_path: Path):
    copy = tmp_path / "copie du communiqué.pdf"
    copy.write_bytes(press_release_pdf.read_bytes())
    (document,) = extract_tables(press_release_pdf, copy)["documents"].to_dict("records")
    assert document["file"] == str(press_release_pdf)
    assert document["aliases"] == str(copy)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "--limit", "-1"], "--limit"),
        (["run", "--unknown"], "--unknown"),
        (["run", "--source", "nowhere"], "no source is named 'nowhere'"),
        (["extract"], "PATH"),
        (["extract", "no-such-file.pdf"], "no-such-file.pdf: no such file"),
        (["run", "--config", "no-such-file.toml"], "no-such-file.toml"),
        (["serve", "--cron", "every day"], "not a schedule"),
        ([], "COMMAND"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_line_and_code_2(arguments: list[str], says: str, capsys):
    try:
        code = main(arguments)
    except SystemExit as stop:  # argparse ends the program itself
        code = stop.code
    assert code == 2
    errors = capsys.readouterr().err
    assert says in errors.splitlines()[-1]
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("limit = ", "not a TOML file"),
        ("limit = 'many'", "limit"),
        ("limitt = 3", "limitt"),
        ("[[sources]]\nname = 'x'\nkind = 'fax'", "sources"),
        ("[[sources]]\nname = 'x'\nkind = 'folder'\npath = 'a'\nurl = 'b'", "url"),
        ("[pipeline]\nbase = 'fr_core_news_absent'", "fr_core_news_absent"),
    ],
)
def test_a_wrong_configuration_is_one_line_and_code_2(
    content: str, says: str, tmp_path: Path, capsys
):
    config = tmp_path / "inca.toml"
    config.write_text(content, encoding="utf-8")
    raw, output = str(tmp_path / "raw"), str(tmp_path / "output")
    options = ["--config", str(config), "--raw", raw, "--output", output, "--offline"]
    assert main(["run", *options]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert says in errors[0]


def test_an_output_that_cannot_be_written_says_so(press_release_text, tmp_path: Path, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert main(["extract", str(press_release_text), "--output", str(blocked / "output")]) == 1
    assert "Traceback" not in capsys.readouterr().err

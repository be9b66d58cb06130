"""Sections that have the same headings inside: sheets."""

from __future__ import annotations

from textwrap import dedent

from extractors.documents.text import read_markdown
from extractors.documents.typography import collapse_spaces
from extractors.records import Document
from extractors.structure import find_sheets


def sheets(content: str) -> list[tuple[str, list[str], list[str]]]:
    """Title, headings above and fields of each sheet."""
    document: Document = read_markdown(dedent(content).encode())

    def cut(span: tuple[int, int]) -> str:
        return collapse_spaces(document.text[slice(*span)])

    return [
        (cut(sheet.title), [cut(s) for s in sheet.above], [cut(s) for s in sheet.fields])
        for sheet in find_sheets(document)
    ]


def section(title: str, *fields: str) -> str:
    return f"\n### {title}\n" + "".join(f"\n#### {field}\n\nUn texte.\n" for field in fields)


BOTH = ("Coût", "Délai")


def test_sections_with_the_same_headings_inside():
    content = "# Un livre\n\n## Nord\n" + section("Pont", *BOTH) + section("Quai", *BOTH)
    content += "\n## Sud\n" + section("Gare", "Coût", "Vue", "Délai")
    assert sheets(content) == [
        ("Pont", ["Un livre", "Nord"], ["Coût", "Délai"]),
        ("Quai", ["Un livre", "Nord"], ["Coût", "Délai"]),
        ("Gare", ["Un livre", "Sud"], ["Coût", "Délai"]),
    ]


def test_two_are_no_form():
    assert sheets("# Un livre\n" + section("Pont", *BOTH) + section("Quai", *BOTH)) == []


def test_one_heading_in_common_is_no_form():
    content = "".join(
        section(title, "Coût", f"Vue de {title}") for title in ("Pont", "Quai", "Gare")
    )
    assert sheets(f"# Un livre\n{content}") == []


def test_a_section_without_the_headings_is_no_sheet():
    content = "".join(section(title, *BOTH) for title in ("Pont", "Quai", "Gare"))
    assert len(sheets(f"# Un livre\n{section('Préface', 'Merci')}{content}")) == 3

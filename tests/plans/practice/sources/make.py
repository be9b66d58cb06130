"""Make the documents and their gold from the marked sources beside this file.

    python -m tests.plans.practice.sources.make [NAME …]

Text sources are written as they are; a source whose head names a `producer` becomes a PDF:
`chromium` prints HTML, `writer` imports it into LibreOffice, `latex` sets TeX. A PDF that exists
is kept unless its name is given.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.plans.practice.sources import long_plans
from tests.plans.practice.sources.marks import head_and_body, versions, write_gold

SOURCES = Path(__file__).parent
TARGET = SOURCES.parent


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)


def chromium(text: str, folder: Path, head: dict[str, str]) -> None:
    page = folder / "page.html"
    page.write_text(text, encoding="utf-8")
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    browser += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
    run(*browser, f"--print-to-pdf={folder}/page.pdf", page.as_uri())


def writer(text: str, folder: Path, head: dict[str, str]) -> None:
    (folder / "page.html").write_text(text, encoding="utf-8")
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    run(*office, "--infilter=HTML (StarWriter)", "--convert-to", "fodt:OpenDocument Text Flat XML",
        "--outdir", folder, folder / "page.html")  # fmt: skip
    flat = folder / "page.fodt"
    flat.write_text(furnish(flat.read_text(encoding="utf-8"), head), encoding="utf-8")
    run(*office, "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, flat)


def furnish(flat: str, head: dict[str, str]) -> str:
    """Put a running header and a page number on each page of a flat document."""
    if "header" not in head:
        return flat
    style = '<style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.4cm"/>'
    for side in ("header", "footer"):
        flat = flat.replace(
            f"<style:{side}-style/>", f"<style:{side}-style>{style}</style:{side}-style>"
        )
    band = (
        f"<style:header><text:p>{head['header']}</text:p></style:header><style:footer><text:p>"
        f"{head.get('footer', '')} <text:page-number/></text:p></style:footer>"
    )
    return re.sub(r"(<style:master-page [^>]*?)/>", rf"\1>{band}</style:master-page>", flat)


def latex(text: str, folder: Path, head: dict[str, str]) -> None:
    (folder / "page.tex").write_text(text, encoding="utf-8")
    for _ in range(2):
        run(
            "pdflatex",
            "-interaction=nonstopmode",
            f"-output-directory={folder}",
            folder / "page.tex",
        )


PRODUCERS = {"chromium": chromium, "writer": writer, "latex": latex}


def main(names: list[str]) -> None:
    files = [(path, path.read_text(encoding="utf-8")) for path in SOURCES.glob("[0-9][0-9]-*")]
    for source, marked in sorted([*files, *long_plans.sources()]):
        head, body = head_and_body(marked)
        producer = head.get("producer")
        for name, printed, gold in versions(source.stem, source.suffix, head, body):
            write_gold(TARGET / f"{name}.json", gold)
            if producer is None:
                (TARGET / f"{name}{source.suffix}").write_text(printed, encoding="utf-8")
                continue
            target = TARGET / f"{name}.pdf"
            if target.exists() and name not in names:
                continue
            with tempfile.TemporaryDirectory() as folder:
                PRODUCERS[producer](printed, Path(folder), head)
                target.write_bytes((Path(folder) / "page.pdf").read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])

"""How each PDF of a folder ends, and whether the words that pdftotext finds in it were read.

A folder of PDFs in (test files of other projects); out, a line for each file that falls short, and
the counts. pdftotext is poppler's (package poppler-utils); without it, files are only read.
Usage: python -m tests.benchmarks.public_pdfs FOLDER [--keep RESULTS.jsonl] [--all]

--keep   write each file's result there at once, and go on from what is there already
--all    a line for each file: seconds, pages, words and issues

refused although    no text was read, and pdftotext finds at least three words
missing words       less than 85 % of pdftotext's words were read, each as often as it stands there;
                    words are letters and figures, case and compatibility forms aside, so that
                    neither hyphens nor punctuation count. Files with more than a tenth of their
                    letters in Chinese, Japanese, Korean or a script from right to left are left out
pdftotext is wrong  the same, where it is pdftotext that misreads the file: pdftotext_wrong.toml
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import ReadingWorkers
from extractors.documents.limits import ReadingLimits
from extractors.records import Document

LIMITS = ReadingLimits(seconds=60.0, workers=2)
PDFTOTEXT_SECONDS = 60
SLOW = 5.0
FEWEST_WORDS = 3
LEAST_SHARE = 0.85
MOST_OTHER_SCRIPTS = 0.1
WORD = re.compile(r"[^\W_]+")
OTHER_SCRIPTS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac…
    "\u1100-\u11ff\u2e80-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How one file ended; `found` are pdftotext's words, `shared` those of them read here too.

    `missing` are some of the others. `found` is None where pdftotext was not asked, or failed.
    """

    file: str
    seconds: float
    refused: str = ""
    pages: int = 0
    words: int = 0
    issues: tuple[str, ...] = ()
    found: int | None = None
    shared: int = 0
    missing: tuple[str, ...] = ()
    other_script: bool = False

    @property
    def refused_although(self) -> bool:
        return bool(self.refused) and (self.found or 0) >= FEWEST_WORDS

    @property
    def lacks_words(self) -> bool:
        read = not self.refused and not self.other_script
        return read and self.shared < LEAST_SHARE * (self.found or 0)


def end_of(file: Path, name: str, workers: ReadingWorkers) -> Ending:
    """Read a file both ways."""
    started = perf_counter()
    document, refused = Document("", ()), ""
    try:
        document = workers.read(file, "application/pdf")
    except UnreadableDocumentError as error:
        refused = str(error)
    seconds = perf_counter() - started
    ours = Counter(_words_of(_all_text(document)))
    text = _pdftotext(file)
    theirs = Counter(_words_of(text or ""))
    return Ending(
        file=name,
        seconds=round(seconds, 2),
        refused=refused,
        pages=len(document.pages),
        words=len(document.words),
        issues=document.issues,
        found=None if text is None else theirs.total(),
        shared=(theirs & ours).total(),
        missing=tuple(sorted((theirs - ours).elements(), key=len, reverse=True)[:12]),
        other_script=_is_other_script(text or ""),
    )


def _all_text(document: Document) -> str:
    return "\n".join([document.text, *(aside.text for aside in document.furniture)])


def _words_of(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _is_other_script(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    return len(OTHER_SCRIPTS.findall(text)) > MOST_OTHER_SCRIPTS * letters


def _pdftotext(file: Path) -> str | None:
    """What pdftotext finds on the visible pages; None where it is missing or fails."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    command = [program, "-q", "-cropbox", "-enc", "UTF-8", str(file), "-"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PDFTOTEXT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode("utf-8", "replace")


def endings(folder: Path, kept: Path | None) -> Iterator[Ending]:
    """Each file's ending, in the order of names; those that are kept already are not read again."""
    known: dict[str, Ending] = {}
    if kept and kept.exists():
        for line in kept.read_text("utf-8").splitlines():
            ending = Ending(**json.loads(line))
            known[ending.file] = ending
    files = {str(file.relative_to(folder)): file for file in sorted(folder.rglob("*.pdf"))}
    with ReadingWorkers(LIMITS) as workers, ThreadPoolExecutor(LIMITS.workers) as threads:
        asked = (
            known.get(name) or threads.submit(end_of, file, name, workers)
            for name, file in files.items()
        )
        for ending in list(asked):
            if isinstance(ending, Ending):
                yield ending
                continue
            done = ending.result()
            if kept:
                with kept.open("a", encoding="utf-8") as target:
                    target.write(json.dumps(asdict(done), ensure_ascii=False) + "\n")
            yield done


def _why_pdftotext_is_wrong() -> dict[str, str]:
    listed = tomllib.loads(Path(__file__).with_name("pdftotext_wrong.toml").read_text("utf-8"))
    return {name: reason for reason, names in listed.items() for name in names}


def main() -> None:
    """Print what falls short, then the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    if shutil.which("pdftotext") is None:
        print("pdftotext is missing (install poppler-utils): files are only read, not compared")
    done: list[Ending] = []
    for ending in endings(options.folder, options.keep):
        done.append(ending)
        if options.all:
            told = ending.refused or f"{ending.pages} pages, {ending.words} words"
            print(
                f"{ending.file[-60:]:61}{ending.seconds:7.2f} s  {told}", *ending.issues, sep="; "
            )
    why = _why_pdftotext_is_wrong()
    lacking = [
        (ending, why.get(Path(ending.file).name, "")) for ending in done if ending.lacks_words
    ]
    for title, files in (
        ("refused although pdftotext finds words", [(e, "") for e in done if e.refused_although]),
        ("missing words", [(ending, reason) for ending, reason in lacking if not reason]),
        ("pdftotext is wrong", [(ending, reason) for ending, reason in lacking if reason]),
    ):
        print(f"\n{title}: {len(files)}")
        for ending, reason in files:
            told = reason or ending.refused or " ".join(ending.missing)
            print(f"  {ending.file[-70:]:71}{ending.shared:6} of {ending.found:6}  {told[:150]}")
    refused = sum(bool(ending.refused) for ending in done)
    slow = sum(ending.seconds > SLOW for ending in done)
    print(f"\n{len(done)} files, {refused} refused, {slow} over {SLOW:.0f} s")


if __name__ == "__main__":
    main()

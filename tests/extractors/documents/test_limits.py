"""A hostile or broken file costs a bounded amount and nothing else: real files, real processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pikepdf
import pytest

from extractors.documents import UnreadableDocumentError, read_document
from extractors.documents.apart import ReadingWorkers, pdf_size
from extractors.documents.apart.packing import pack, unpack
from extractors.documents.apart.processes import KillableProcesses
from extractors.documents.limits import ReadingLimits
from extractors.records import Document
from tests.counting import giving_up
from tests.pdfs import hostile

PDF = "application/pdf"
ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "tests/pdfs/samples").glob("*.pdf"))
VARIANTS = 1  # of each sample; `tests.benchmarks.fuzzed_pdfs` makes more
STRICT = ReadingLimits(
    seconds=8, page_seconds=1.5, memory_bytes=400_000_000, unpacked_bytes=200_000_000, workers=2
)


@pytest.fixture(scope="module")
def strict() -> Iterator[ReadingWorkers]:
    """Workers whose limits are soon reached."""
    with ReadingWorkers(STRICT) as workers:
        yield workers


def reason(workers: ReadingWorkers, content: bytes, media_type: str = PDF) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        workers.read(content, media_type)
    return str(caught.value)


@pytest.fixture
def tasks_run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what workers were given to do."""
    names: list[str] = []
    usual = KillableProcesses.start

    def start(self: KillableProcesses, seconds: float, task: Any, *arguments: Any) -> Any:
        names.append(task.__name__)
        return usual(self, seconds, task, *arguments)

    monkeypatch.setattr(KillableProcesses, "start", start)
    return names


def reader_ids() -> set[int]:
    """The processes of this moment, all pools together."""
    return {process.pid or 0 for process in multiprocessing.active_children()}


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def lines_read(document: Document) -> int:
    return document.text.count("établissements")


def test_a_page_without_end_costs_that_page(strict: ReadingWorkers):
    strict.read(hostile.plain_pages(), PDF)
    before = reader_ids()
    with giving_up():
        document = strict.read(hostile.nested_forms(), PDF)
    assert any(is_gone(process) for process in before)
    assert lines_read(document) == 2 * hostile.LINES
    assert [page.number for page in document.pages] == [1, 2, 3]
    (issue,) = (issue for issue in document.issues if "left out" in issue)
    # it runs out of time or of memory, whichever the machine has less of
    assert issue.startswith("page 2 is left out: reading it ")


def test_a_document_without_end_is_told_so(press_release_text: Path):
    with ReadingWorkers(ReadingLimits(seconds=1.5, workers=1)) as workers:
        workers.read(press_release_text, "text/markdown")
        before = reader_ids()
        with giving_up():
            assert "longer than 1.5 s" in reason(workers, hostile.nested_forms(count=1))
        assert any(is_gone(process) for process in before)
        assert workers.read(press_release_text, "text/markdown").text


def test_a_page_that_needs_too_much_memory_costs_that_page(strict: ReadingWorkers):
    document = strict.read(hostile.long_path(), PDF)
    assert lines_read(document) == 2 * hostile.LINES
    assert any("page 2" in issue and "400 MB of memory" in issue for issue in document.issues)


def test_text_that_needs_too_much_memory_is_told_so(strict: ReadingWorkers):
    content = b"<p>le cancer</p>" * 4_000_000
    assert "MB" in reason(strict, content, "text/html")


def test_a_bomb_is_not_unpacked(
    strict: ReadingWorkers, tasks_run: list[str], monkeypatch: pytest.MonkeyPatch
):
    content = hostile.bomb(300)
    assert len(content) < 1_000_000
    assert "it unpacks to more than 200 MB" in reason(strict, content)
    assert tasks_run == ["examine_pdf"]
    unpacked: list[int] = []
    usual = pdf_size._inflated  # pyright: ignore[reportPrivateUsage]

    def inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in usual(pieces):
            unpacked.append(len(piece))
            yield piece

    monkeypatch.setattr(pdf_size, "_inflated", inflated)
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf_size.unpacked_size(pdf, 5_000_000) > 5_000_000
    assert sum(unpacked) < 5_000_000 + 2 * pdf_size.CHUNK


def test_too_many_pages_are_refused_at_once(strict: ReadingWorkers, tasks_run: list[str]):
    said = reason(strict, hostile.many_pages(5000))
    assert tasks_run == ["examine_pdf"]
    assert "5,000 pages, more than 2,000: raise reading.pages" in said


def test_too_large_a_file_is_refused(tmp_path: Path):
    with ReadingWorkers(ReadingLimits(file_bytes=1000, workers=1)) as workers:
        assert "reading.file_bytes" in reason(workers, hostile.plain_pages())


def test_a_file_that_is_not_there_is_told_so(workers: ReadingWorkers, tmp_path: Path):
    with pytest.raises(UnreadableDocumentError, match="can't be opened: No such file"):
        workers.read(tmp_path / "none.pdf", PDF)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_a_killed_reader_costs_its_neighbours_nothing():
    """Whatever the workers are at when one of them is killed, all documents are read."""
    contents = [hostile.plain_pages(30 + n) for n in range(6)]
    others = reader_ids()
    killed: list[int] = []

    def kill() -> None:
        while len(killed) < 3:
            sleep(0.15)
            for process in sorted(reader_ids() - others - {*killed})[:1]:
                killed.append(process)
                os.kill(process, signal.SIGKILL)

    with ReadingWorkers(ReadingLimits(workers=2)) as workers:
        killer = Thread(target=kill)
        killer.start()
        read = list(workers.read_all((content, PDF) for content in contents))
        killer.join()
    for n, document in enumerate(read):
        assert isinstance(document, Document), document
        assert lines_read(document) == (30 + n) * hostile.LINES


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_readers_killed_while_they_rest_are_replaced():
    others = reader_ids()
    with ReadingWorkers(ReadingLimits(workers=2)) as workers:
        before = workers.read(hostile.plain_pages(), PDF)
        killed = reader_ids() - others
        for process in killed:
            os.kill(process, signal.SIGKILL)
        while killed & reader_ids():
            sleep(0.05)
        assert workers.read(hostile.plain_pages(), PDF) == before


def test_whoever_leaves_early_need_not_wait():
    sources = [(hostile.plain_pages(), PDF), *[(hostile.nested_forms(), PDF)] * 5]
    others = reader_ids()
    patient = ReadingLimits(seconds=3600, page_seconds=3600, workers=2)
    with giving_up():
        with ReadingWorkers(patient) as workers:
            assert isinstance(next(workers.read_all(sources)), Document)
            working = reader_ids() - others
        assert working
        assert all(is_gone(process) for process in working)


def test_hostile_neighbours_cost_a_document_nothing(
    strict: ReadingWorkers, press_release_pdf: Path
):
    good = (press_release_pdf, PDF)
    sources = [good, (hostile.nested_forms(), PDF), good, (hostile.bomb(300), PDF), good]
    first, _, second, bomb, third = strict.read_all(sources)
    assert first == second == third == read_document(press_release_pdf.read_bytes(), PDF)
    assert isinstance(bomb, UnreadableDocumentError)


def lengthened(sample: Path, pages: int, folder: Path) -> Path:
    """The sample with its pages again and again, up to so many."""
    path = folder / "long.pdf"
    with pikepdf.open(sample) as pdf:
        count = len(pdf.pages)
        while len(pdf.pages) < pages:
            pdf.pages.append(pdf.pages[len(pdf.pages) % count])
        pdf.save(path)
    return path


def test_many_pages_are_shared(workers: ReadingWorkers, tasks_run: list[str], tmp_path: Path):
    path = lengthened(ROOT / "tests/pdfs/samples/latex_contract.pdf", 45, tmp_path)
    assert len(workers.read(path, PDF).pages) == 45
    assert tasks_run.count("lay_out") > 1
    assert tasks_run[-1] == "join"


@pytest.mark.parametrize("sample", SAMPLES[::5], ids=lambda path: path.stem)
def test_shared_pages_make_the_same_document(
    sample: Path, workers: ReadingWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("extractors.documents.apart.workers.FEWEST_PAGES_TO_SHARE", 6)
    path = lengthened(sample, 8, tmp_path)
    try:
        alone = read_document(path.read_bytes(), PDF)
    except UnreadableDocumentError as error:
        with pytest.raises(UnreadableDocumentError, match=str(error)[:30]):
            workers.read(path, PDF)
    else:
        assert workers.read(path, PDF) == alone


def test_a_document_comes_back_as_it_was_packed(press_release_pdf: Path, tmp_path: Path):
    document = read_document(press_release_pdf.read_bytes(), PDF)
    pack(document, tmp_path / "document")
    assert unpack(tmp_path / "document") == document


def test_damaged_files_end_in_a_document_or_a_reason(
    strict: ReadingWorkers, press_release_pdf: Path
):
    files = [*SAMPLES, press_release_pdf]
    variants = [
        variant
        for file in files
        for variant in hostile.damaged(file.read_bytes(), file.name, VARIANTS)
    ]
    patient = replace(STRICT, seconds=300, page_seconds=60)  # however busy the machine is
    with ReadingWorkers(patient) as workers:
        read = list(workers.read_all((variant, PDF) for variant in variants))
    assert len(read) == len(variants)
    assert sum(isinstance(document, Document) for document in read) > len(variants) / 3
    for document in read:
        if isinstance(document, UnreadableDocumentError):
            assert "crash" not in str(document)
            assert "longer than" not in str(document)
    assert strict.read(press_release_pdf, PDF).pages


def test_a_script_without_a_guard_can_read(tmp_path: Path, press_release_pdf: Path):
    """Processes that start anew import the main script, unless they are kept from it."""
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\n"
        "from extractors.documents.apart import ReadingWorkers\n"
        "workers = ReadingWorkers()\n"
        f"print(len(workers.read(Path({str(press_release_pdf)!r}), {PDF!r}).pages))\n"
        "workers.close()\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("2\n", "")

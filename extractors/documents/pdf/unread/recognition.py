"""Character recognition: OCRmyPDF with tesseract's French data, where they are installed.

A PDF's bytes and the numbers of its scanned pages in; out comes the PDF with a text layer on these
pages, and how sure the recognition is of each. Knows neither words nor documents.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import mean

import pikepdf

PAGE_SECONDS = 60  # for one page; a page of a report takes 1 to 4
START_SECONDS = 30
MOST_SECONDS = 900  # for a document
INSTALL = "install the OCR extra (see README) to have it read"
MISSING_DEPENDENCY = 3  # exit code: a program of OCRmyPDF's is missing, or too old
_SURENESS = re.compile(rb"x_wconf (\d+)")


class RecognitionError(RuntimeError):
    """Character recognition gave nothing; the message says why, or what to install."""


@dataclass(frozen=True, slots=True)
class RecognisedScans:
    """The PDF with its new text layer; how sure each page's words are on average, from 0 to 1."""

    content: bytes
    sureness: Mapping[int, float]


def recognise_scans(content: bytes, numbers: Sequence[int]) -> RecognisedScans:
    """Read the pages (1-based) that are scanned; the other pages stay as they are.

    Raises `RecognitionError` where the extra is not installed, fails or takes too long.
    """
    languages = _languages()
    # a process of its own: it can be ended in time, and its tesseract with it
    with tempfile.TemporaryDirectory(prefix="recognition-") as folder:
        place = Path(folder)
        source, target = place / "scanned.pdf", place / "recognised.pdf"
        source.write_bytes(_unlocked(content))
        command = [sys.executable, "-m", "ocrmypdf", *_options(languages, numbers)]
        seconds = min(START_SECONDS + PAGE_SECONDS * len(numbers), MOST_SECONDS)
        code = _run([*command, str(source), str(target)], place, seconds)
        if code == MISSING_DEPENDENCY:
            raise RecognitionError(INSTALL)
        if code or not target.exists():
            raise RecognitionError(f"character recognition failed on it (OCRmyPDF's code {code})")
        return RecognisedScans(target.read_bytes(), _sureness(place))


def _languages() -> str:
    """French, and English beside it where tesseract has it."""
    program = shutil.which("tesseract")
    if program is None or importlib.util.find_spec("ocrmypdf") is None:
        raise RecognitionError(INSTALL)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False)
    known = listed.stdout.decode("utf-8", "replace").split()
    if "fra" not in known:
        raise RecognitionError("install tesseract's French data (see README) to have it read")
    return "fra+eng" if "eng" in known else "fra"


def _options(languages: str, numbers: Sequence[int]) -> list[str]:
    """No page is turned, no picture made anew: boxes must stay where the reader sees them."""
    return [
        *("--language", languages),
        *("--pages", ",".join(map(str, numbers))),
        *("--tesseract-timeout", str(PAGE_SECONDS)),
        *("--output-type", "pdf"),
        *("--optimize", "0"),
        *("--jobs", str(min(4, os.cpu_count() or 1))),
        "--redo-ocr",  # a page number that is text does not keep the picture from being read
        "--invalidate-digital-signatures",
        "--no-progress-bar",
        "--quiet",
        "--keep-temporary-files",  # that is where the sureness stands
    ]


def _unlocked(content: bytes) -> bytes:
    """A file that opens without a password, but forbids changes, as one that does not."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            if not pdf.is_encrypted:
                return content
            buffer = BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()
    except (pikepdf.PikepdfError, ValueError):
        return content


def _run(command: Sequence[str], folder: Path, seconds: float) -> int:
    """The exit code; raises `RecognitionError` where the time is over."""
    environment = {**os.environ, "TMPDIR": str(folder), "OMP_THREAD_LIMIT": "1"}
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise RecognitionError(
            f"character recognition took more than {seconds:.0f} s and was stopped"
        ) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _sureness(folder: Path) -> dict[int, float]:
    """From tesseract's own pages, "000002_ocr_hocr.hocr"."""
    sureness: dict[int, float] = {}
    for path in folder.glob("ocrmypdf*/*.hocr"):
        values = [int(value) / 100 for value in _SURENESS.findall(path.read_bytes())]
        if values:
            sureness[int(path.name.partition("_")[0])] = mean(values)
    return sureness

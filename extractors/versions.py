"""What decides what is found in a document: the program, its libraries and the French pipeline.

A pipeline's name in, its version out, or the key under which its extractions may be kept. Reads
files only: neither spaCy nor any other large library is loaded for it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path

PROGRAM = "inca-policy-tables"
SOURCE = Path(__file__).parent
RELEASED = SOURCE.parent / "models" / "fr_inca_plans"
# a later release of one of these may read or find something else in the same document
LIBRARIES = (
    "cssselect",
    "ftfy",
    "langdetect",
    "lxml",
    "mammoth",
    "markdown-it-py",
    "ocrmypdf",
    "pdfminer.six",
    "pdfplumber",
    "pikepdf",
    "pyahocorasick",
    "pypdfium2",
    "python-dateutil",
    "pyyaml",
    "rapidfuzz",
    "spacy",
    "text2num",
    "thinc",
    "trafilatura",
    "webencodings",
)


class MissingPipelineError(Exception):
    """Raised where a pipeline can't be loaded, with what to install or to correct."""

    @classmethod
    def missing(cls, name: str) -> MissingPipelineError:
        """The error for a pipeline that is not there."""
        return cls(
            f"the spaCy pipeline {name!r} is not installed: install it, "
            "or take pipeline.base out of the configuration"
        )

    @classmethod
    def broken(cls, reason: str) -> MissingPipelineError:
        """The error for one that is there, but can't be loaded."""
        return cls(f"the spaCy pipeline can't be loaded ({reason})")

    @classmethod
    def other_language(cls, base: str, language: str) -> MissingPipelineError:
        """The error for one that is there, but not French."""
        return cls(f"pipeline.base = {base!r} is a {language!r} model, not French")


def released_version(base: str = "") -> str:
    """Name and version of the pipeline, as `pipeline_version` gives them once it is loaded.

    Raises `MissingPipelineError` where it is not there, or not French.
    """
    own = _name_and_version(str(RELEASED))
    name = _name_and_version(base) if base else own
    return name if own == name else f"{name} + {own}"


@cache
def extraction_key(base: str = "") -> str:
    """The same as long as the same document gives the same findings, with a pipeline's base.

    Raises `MissingPipelineError` where the pipeline is not there.
    """
    folders = [RELEASED, *([_folder_of(base)] if base else [])]
    parts = {
        "program": version(PROGRAM),
        "source": _digest(SOURCE, (".py", ".toml", ".xsl")),
        "libraries": {name: _version_or_none(name) for name in LIBRARIES},
        "python": sys.version_info[:2],
        "pipeline": released_version(base),
        "models": [_digest(folder) for folder in folders],
        "base": base,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def is_french(language: str) -> bool:
    """Whether a spaCy language code is French: "fr", or "fr_inca", the pipeline's own."""
    return language.partition("_")[0] == "fr"


def _name_and_version(pipeline: str) -> str:
    kind, _, language = pipeline.partition(":")
    if kind == "blank":  # spaCy's own word for a pipeline without components
        meta = {"lang": language, "name": "pipeline", "version": "0.0.0"}
    else:
        try:
            meta = json.loads((_folder_of(pipeline) / "meta.json").read_text(encoding="utf-8"))
        except OSError as error:
            raise MissingPipelineError.missing(pipeline) from error
    if not is_french(meta["lang"]):
        raise MissingPipelineError.other_language(pipeline, meta["lang"])
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _folder_of(pipeline: str) -> Path:
    """Where a pipeline's files are: an installed package goes before a path, as for spaCy."""
    try:
        distribution(pipeline)
        found = find_spec(pipeline)
    except (PackageNotFoundError, ValueError):
        return Path(pipeline)
    return Path(found.origin).parent if found and found.origin else Path(pipeline)


def _version_or_none(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _digest(folder: Path, endings: Iterable[str] = ()) -> str:
    """Of the names and contents of all files below a folder, or of those with these endings."""
    kept = frozenset(endings)
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and (not kept or path.suffix in kept) and path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()

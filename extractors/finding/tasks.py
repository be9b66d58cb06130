"""What the finder's process does: a packed document's path in, its packed rows beside it out.

The stage at work stands in a file, so that whoever finds the process dead knows what killed it.
"""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.datasets import FoundRows, found_rows
from extractors.documents.apart.packing import unpack
from extractors.finding.spacy_import import import_spacy
from extractors.places import NO_MEMORY
from extractors.records import RawDocument
from extractors.stages import Fault, Stages, reason_of

if TYPE_CHECKING:
    from spacy.language import Language

_pipelines: list[Language | str] = []  # this process's one, or why it has none


class PipelineFaultError(Exception):
    """Raised where the spaCy pipeline can't be loaded: no document is to blame."""


def load(base: str) -> None:
    """Load the pipeline of this process, before it has any limits."""
    warnings.simplefilter("ignore")
    try:
        import_spacy()
        from extractors.documents.language import warm_up
        from extractors.entities import load_pipeline

        warm_up()
        _pipelines.append(load_pipeline(base))
    except MemoryError:
        _pipelines.append(NO_MEMORY)
    except Exception as error:
        _pipelines.append(f"{reason_of(error)}: install it anew")


def wait() -> None:
    """Do nothing: has the process start before there is work."""


def find(packed: Path, raw: RawDocument, without: Mapping[str, str]) -> None:
    """Find what is in a packed document but for some stages, with the reason of each."""
    from extractors.extraction import find_in

    (nlp,) = _pipelines
    if isinstance(nlp, str):
        raise PipelineFaultError(nlp)

    def begin(stage: str) -> None:
        stage_file(packed).write_text(stage)

    work = Stages(without, begin)
    extraction = find_in(raw, unpack(packed), nlp, work)
    result = found_rows(extraction, work), tuple(work.faults)
    unfinished = packed.with_suffix(".part")
    unfinished.write_bytes(pickle.dumps(result))
    unfinished.replace(rows_file(packed))


def read_found(packed: Path) -> tuple[FoundRows, tuple[Fault, ...]]:
    """What `find` left: the rows, and the stages that went wrong."""
    found: Any = pickle.loads(rows_file(packed).read_bytes())
    return found


def stage_file(packed: Path) -> Path:
    """Where the stage at work is noted."""
    return packed.with_suffix(".stage")


def rows_file(packed: Path) -> Path:
    """Where the rows are, once they are whole."""
    return packed.with_suffix(".rows")

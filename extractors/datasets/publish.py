"""Documents and their kept extractions in; checked tables and texts on disk out, all or none.

Where nothing that they depend on changed, only the run is added to `runs`. The layout of the
output is known here and in the modules beside, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from extractors.datasets.changes import changed_rows
from extractors.datasets.csv_form import table_csv
from extractors.datasets.extraction_store import ExtractionStore, KeptExtraction
from extractors.datasets.found_rows import rows_unread
from extractors.datasets.log_tables import with_rows
from extractors.datasets.ownership import Publisher
from extractors.datasets.published import (
    FILE,
    TEXTS,
    Published,
    inputs_digest,
    list_published,
    mark_of,
    read_published,
)
from extractors.datasets.rows import Row
from extractors.datasets.schema import declared_tables
from extractors.datasets.staging import finish_publication, publish_files
from extractors.files import AnyPath, read_files, write_whole
from extractors.records import RawDocument

TEXT_NAME = re.compile(rf"{TEXTS}/[0-9a-f]{{16}}\.txt")
UNFINISHED_NAME = re.compile(r"\..+\.\d+\.tmp")  # what a killed run was writing
RUNS, CHANGES = "runs.csv", "changes.csv"


@dataclass(frozen=True, slots=True)
class PublishedRun:
    """The row of the `runs` table, columns as declared; instants in UTC, ISO 8601."""

    run_id: str
    started_at: str
    finished_at: str
    program_version: str
    model_version: str
    discovered: int
    fetched: int
    extracted: int
    unchanged: int
    failed: int
    seconds: float
    issues: str | None


def publish(
    documents: Iterable[RawDocument],
    store: ExtractionStore,
    run: PublishedRun,
    on_request: Collection[str] = (),
    publisher: Publisher | None = None,
) -> bool:
    """Bring the tables and texts of all documents up to date and add the run.

    The store holds every document's extraction: it was current, or was added. Of the tables that
    are published on request, those named are; the others are removed. A document whose rows can't
    be published is set aside, in the store too. The publisher is noted beside them. Returns whether
    the tables were made anew.

    Raises `BrokenTableError` before anything is written, `OSError` where it can't be.
    """
    output = store.output
    finish_publication(output)
    known = list({raw.sha256: raw for raw in documents}.values())
    inputs = inputs_digest(_with_kept(known, store), on_request)
    published = read_published(output)
    state = replace(published, by=publisher.encoded()) if publisher else published
    is_changed = published.inputs != inputs or not published.is_whole(list_published(output))
    if is_changed:
        contents, lost = _contents(known, store, on_request)
        if lost:
            run = replace(run, failed=run.failed + len(lost), extracted=run.extracted - len(lost))
            inputs = inputs_digest(_with_kept(known, store), on_request)
        _publish_changed(output, contents, published, run, replace(state, inputs=inputs))
    else:
        write_whole(output / RUNS, _runs_with(run, output))
        if state != published:
            write_whole(output / FILE, state.encoded())
    store.settle(known)
    return is_changed


def _with_kept(
    documents: Iterable[RawDocument], store: ExtractionStore
) -> Iterator[tuple[RawDocument, KeptExtraction]]:
    for raw in documents:
        kept = store.kept(raw)
        if kept is None:
            raise ValueError(f"{raw.file} was not extracted before its tables are published")
        yield raw, kept


def _contents(
    documents: Sequence[RawDocument], store: ExtractionStore, on_request: Collection[str]
) -> tuple[dict[str, bytes], list[RawDocument]]:
    """All that is to be published but the logs: tables, checked, and texts; by file name.

    And the documents that had to be set aside for it.
    """
    from extractors.datasets.gate import assemble_checked

    loaded = list(store.load(documents))
    rows, reasons = assemble_checked(loaded)
    lost = [raw for raw in documents if raw.document_id in reasons]
    for raw in lost:
        store.add(rows_unread(raw, "failed", reasons[raw.document_id]))
    texts = {
        f"{TEXTS}/{raw.document_id}.txt": given.text.encode()
        for raw, given in loaded
        if given.text is not None and raw.document_id not in reasons
    }
    asked = {
        _file_of(name): table_csv(declared_tables()[name], found)
        for name, found in rows.items()
        if not declared_tables()[name].on_request or name in on_request
    }
    return asked | texts, lost


def _publish_changed(
    output: AnyPath,
    contents: Mapping[str, bytes],
    published: Published,
    run: PublishedRun,
    state: Published,
) -> None:
    """Write the files that are not there as they should be, what changed, the run, the state."""
    listed = list_published(output)
    written = {
        name: content
        for name, content in contents.items()
        if not published.holds(name, content, listed)
    }
    removed = [name for name in listed if name not in contents and _is_outdated(name)]
    tables = [name for name in removed if name.endswith(".csv")]
    before = read_files(output, [name for name in [*written, *tables, CHANGES] if name in listed])
    changed = _changed_rows([*written, *tables], before, contents, published, run.run_id)
    log = with_rows(declared_tables()["changes"], before.get(CHANGES, b""), changed)
    marks = {name: mark_of(content) for name, content in {**contents, CHANGES: log}.items()}
    written |= {CHANGES: log, RUNS: _runs_with(run, output)}
    written = {name: each for name, each in written.items() if before.get(name) != each}
    publish_files(output, written | {FILE: replace(state, files=marks).encoded()}, removed)


def _changed_rows(
    files: Collection[str],
    before: Mapping[str, bytes],
    now: Mapping[str, bytes],
    published: Published,
    run_id: str,
) -> Iterator[Row]:
    """What changed in those of the files that are tables, table by table.

    One that was published as it is now was only lost or damaged: nothing changed in it.
    """
    for name, table in sorted(declared_tables().items()):
        file = _file_of(name)
        content = now.get(file, b"")
        if file in files and not published.told(file, content):
            yield from changed_rows(table, before.get(file, b""), content, run_id)


def _is_outdated(name: str) -> bool:
    """Of a file that is no longer published, whether it was this program's."""
    on_request = (_file_of(table.name) for table in declared_tables().values() if table.on_request)
    return bool(name in on_request or TEXT_NAME.fullmatch(name) or UNFINISHED_NAME.fullmatch(name))


def _runs_with(run: PublishedRun, output: AnyPath) -> bytes:
    earlier = read_files(output, [RUNS]).get(RUNS, b"")
    return with_rows(declared_tables()["runs"], earlier, [asdict(run)])


def _file_of(table: str) -> str:
    return f"{table}.csv"

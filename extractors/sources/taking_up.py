"""Manifest and files brought together: what a killed run, or a person, left apart."""

from __future__ import annotations

from dataclasses import replace

from extractors.sources.manifest import KnownAddress, Manifest
from extractors.sources.raw_tree import RawTree, TakenUp


def take_up(manifest: Manifest, tree: RawTree) -> list[str]:
    """Forget contents whose file is gone, take up those that only their record tells of.

    Returns what is wrong with each record that can't be read.
    """
    with manifest.change():
        for sha256, document in manifest.documents().items():
            if not tree.has(document.file):
                manifest.forget(sha256)
        tree.remove_unfinished()
        known = manifest.documents()
        records, damaged = tree.read_new_records({each.file for each in known.values()})
        for record in sorted(records, key=lambda each: each.document.fetched_at):
            if record.document.sha256 not in known:
                _take_up_record(manifest, record)
    return damaged


def _take_up_record(manifest: Manifest, record: TakenUp) -> None:
    document = record.document
    manifest.put(document)
    if document.url:
        known = manifest.address(document.url)
        manifest.put(
            replace(
                known or KnownAddress(document.url, document.source),
                sha256=document.sha256,
                first_seen=document.fetched_at,
                removed_on="",
            )
        )
        if record.page:
            offered = manifest.offers().get(record.page, [])
            manifest.offer(record.page, list(dict.fromkeys([*offered, document.url])))
    for address in filter(None, (document.url, *record.aliases)):
        manifest.hold(address, document.sha256, document.fetched_at)

"""One document's rows in; those that keep to their columns' rules out, and what was left out.

A finding that breaks a rule costs itself alone: what pointed to it points to nothing, or to what is
above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.datasets.column_rules import breach_of, breaches_of
from extractors.datasets.document_rows import DocumentRows, OrganisationNames
from extractors.datasets.plan_rows import ItemRow
from extractors.datasets.rows import TABLE_OF_KIND, Row, Rows
from extractors.datasets.schema import Table, declared_tables

LATER = frozenset({"plan_item_id"})  # columns that only all documents together tell


def keep_to_rules(rows: DocumentRows) -> tuple[DocumentRows, list[str]]:
    """The rows without those that break a rule of their columns, and a sentence for each kind."""
    return _Sieve(rows).kept()


@dataclass(slots=True)
class _Sieve:
    rows: DocumentRows
    broken: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def kept(self) -> tuple[DocumentRows, list[str]]:
        organisations = self._organisations()
        items = self._items()
        ids = {_id_of(item) for item in items}
        bodies = {each["columns"]["organisation_id"] for each in organisations}
        found: Rows = {
            name: list(self._found(declared_tables()[name], of_table, ids, bodies))
            for name, of_table in self.rows.found.items()
        }
        kept = replace(
            self.rows,
            columns=self._columns(),
            items=items,
            found=found,
            organisations=list(_named(organisations, found)),
        )
        return kept, [
            f"{count} of its {table} left out: {reason}"
            for (table, reason), count in self.broken.items()
        ]

    def _columns(self) -> Row:
        """The document's own: a cell that breaks a rule is left empty."""
        table = declared_tables()["documents"]
        columns = dict(self.rows.columns)
        for each in table.fields:
            value = columns.get(each.name)
            if value is not None and (reason := breach_of(each, value)):
                columns[each.name] = None
                self.broken["columns", f"{each.name} {reason}"] += 1
        return columns

    def _is_broken(self, table: Table, row: Row) -> bool:
        for column, reason in breaches_of(table, row):
            if column not in LATER:
                self.broken[table.name, f"{column} {reason}"] += 1
                return True
        return False

    def _organisations(self) -> list[OrganisationNames]:
        """Those whose columns may stand; names and counts come from the mentions."""
        table = declared_tables()["organisations"]
        of_document = {each.name: each for each in table.fields}
        kept: list[OrganisationNames] = []
        for named in self.rows.organisations:
            reasons = (
                (column, breach_of(of_document[column], value))
                for column, value in named["columns"].items()
            )
            broken = next(((column, reason) for column, reason in reasons if reason), None)
            if broken:
                self.broken["organisations", " ".join(broken)] += 1
            else:
                kept.append(named)
        return kept

    def _items(self) -> list[ItemRow]:
        """The items that may stand, each under the nearest of those above that may."""
        items = self.rows.items
        is_kept = [
            not self._is_broken(declared_tables()[TABLE_OF_KIND[item["kind"]]], item["row"])
            for item in items
        ]
        if all(is_kept):
            return items
        places = {index: place for place, index in enumerate(_indexes(is_kept))}
        kept: list[ItemRow] = []
        for index in places:
            above = [each for each in _above(items, index) if each in places]
            row = dict(items[index]["row"])
            for kind in TABLE_OF_KIND:
                if kind != items[index]["kind"]:
                    nearest = (each for each in above if items[each]["kind"] == kind)
                    row[f"{kind}_id"] = next((_id_of(items[each]) for each in nearest), None)
            row["parent_id"] = _id_of(items[above[0]]) if above else None
            parent = places[above[0]] if above else None
            kept.append({"kind": items[index]["kind"], "parent": parent, "row": row})
        return kept

    def _found(
        self, table: Table, rows: list[Row], items: set[str], bodies: set[str]
    ) -> Iterator[Row]:
        known = {"item_id": items, "organisation_id": bodies}
        (key,) = table.key
        seen: set[str] = set()
        for row in rows:
            if self._is_broken(table, row):
                continue
            lost = [each for each in known if row.get(each) and row[each] not in known[each]]
            # a mention of a body, or a place of an item, is nothing without it
            if "organisation_id" in lost or (lost and table.name == "item_places"):
                continue
            if row[key] in seen:
                self.broken[table.name, f"{key} {row[key]} is another's too"] += 1
                continue
            seen.add(row[key])
            yield {**row, "item_id": None} if lost else row


def _indexes(is_kept: list[bool]) -> Iterator[int]:
    return (index for index, each in enumerate(is_kept) if each)


def _id_of(item: ItemRow) -> str:
    return item["row"][f"{item['kind']}_id"]


def _above(items: list[ItemRow], index: int) -> Iterator[int]:
    parent = items[index]["parent"]
    while parent is not None:
        yield parent
        parent = items[parent]["parent"]


def _named(organisations: list[OrganisationNames], found: Rows) -> Iterator[OrganisationNames]:
    """The organisations that mentions are left of, with the names that these give them."""
    names: dict[str, Counter[str]] = {}
    for mention in found.get("organisation_mentions", ()):
        names.setdefault(mention["organisation_id"], Counter())[mention["name"]] += 1
    for each in organisations:
        if left := names.get(each["columns"]["organisation_id"]):
            yield {"columns": each["columns"], "names": dict(left)}

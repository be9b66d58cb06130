"""The declaration of the tables in, the data dictionary out: Markdown, in English and in French.

python -m extractors.datasets.data_dictionary docs/data_dictionary.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from extractors.datasets.schema import Field, Table, declared_tables

TYPES = {
    "string": "text / texte",
    "integer": "whole number / entier",
    "number": "number / nombre",
    "boolean": "true or false / vrai ou faux",
    "date": "day / jour (2022-04-27)",
    "datetime": "moment, UTC (2022-04-27T09:00:00Z)",
}
HEAD = """# Data dictionary · Dictionnaire des données

Generated from `extractors/datasets/fields.toml` and `tables.toml`; do not edit. Each table is a
CSV file of its name in the output folder: UTF-8, comma, one header row; an empty cell is no value.

Produit à partir de `fields.toml` et `tables.toml` ; ne pas modifier. Chaque table est un fichier
CSV de son nom dans le dossier de sortie : UTF-8, virgule, une ligne d'en-tête ; une cellule vide
n'a pas de valeur.
"""
COLUMNS = "| column | type | English | français |\n| --- | --- | --- | --- |"


def data_dictionary() -> str:
    """Every table with its key, what its columns refer to, and what each column holds."""
    return "\n\n".join([HEAD.strip(), *map(_section, declared_tables().values())]) + "\n"


def _section(table: Table) -> str:
    rows = "\n".join(_row(field) for field in table.fields)
    facts = "\n".join(f"- {fact}" for fact in _facts(table))
    return f"## `{table.name}`\n\n{table.en}  \n{table.fr}\n\n{facts}\n\n{COLUMNS}\n{rows}"


def _facts(table: Table) -> Iterator[str]:
    yield f"key / clé : {_names(table.key)}"
    for column, targets in table.references.items():
        yield f"`{column}` → {_names(targets)}"
    if table.log:
        yield "each run adds rows / chaque passage ajoute des lignes"
    if table.on_request:
        yield "published on request only / publiée sur demande seulement"


def _row(field: Field) -> str:
    type_ = TYPES[field.type] + ("" if field.required else " · may be empty / parfois vide")
    values = f" {_names(field.values)}" if field.values else ""
    cells = (f"`{field.name}`", type_, field.en + values, field.fr + values)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(data_dictionary(), encoding="utf-8")

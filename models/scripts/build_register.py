"""Build the organisation register from ROR and the hand-made tables.

    python models/scripts/build_register.py ROR_FILE    writes models/assets/organisations.jsonl
    python models/scripts/build_register.py --figures   counts what the register holds

ROR_FILE holds one record of the Research Organization Registry a line (CC0; its data dump is
published on Zenodo by ror-community). Same input, same bytes.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from pathlib import Path

from register_bodies import merge_bodies, read_bodies
from register_clashes import read_rules, settle_clashes
from register_entries import Entry
from register_names import key_of
from register_ror import read_ror

ASSETS = Path(__file__).parent.parent / "assets"
REGISTER = ASSETS / "organisations.jsonl"


def build(ror_file: Path, assets: Path) -> list[Entry]:
    """The register's entries, sorted by name."""
    curation = tomllib.loads((assets / "curation.toml").read_text(encoding="utf-8"))
    ordinary = {key_of(word) for word in curation["ordinary_words"]}
    ror = read_ror(ror_file, ordinary)
    for identifier in curation["left_out"]:
        ror.pop(f"https://ror.org/{identifier}", None)
    entries = merge_bodies(read_bodies(assets / "bodies"), ror)
    clashes = settle_clashes(entries, read_rules(assets / "ambiguous.toml"))
    if clashes:
        listed = "\n".join(
            f"  {clash.name}: {' / '.join(entry.name for entry in clash.owners)}"
            for clash in clashes
        )
        raise SystemExit(
            f"{len(clashes)} names have several owners; write a rule for each in ambiguous.toml:\n"
            + listed
        )
    return sorted(entries, key=lambda entry: (entry.name, entry.ror))


def print_figures(register: Path) -> None:
    """Print how many organisations there are, with which ids, of which types."""
    rows = [json.loads(line) for line in register.read_text(encoding="utf-8").splitlines()]
    print(f"organisations  {len(rows)}")
    print(f"with ROR       {sum('ror' in row for row in rows)}")
    print(f"with Wikidata  {sum('wikidata' in row for row in rows)}")
    names = sum(1 + len(row.get("acronyms", [])) + len(row.get("aliases", [])) for row in rows)
    print(f"names          {names}, ambiguous {sum(len(row.get('ambiguous', [])) for row in rows)}")
    by_hand = len(read_bodies(register.parent / "bodies"))
    print(f"made by hand   {by_hand}")
    for type_, count in Counter(row["type"] for row in rows).most_common():
        print(f"  {type_:16}{count}")


def main() -> None:
    """Read the command line and build or count."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ror", nargs="?", type=Path, help="ROR records, one a line")
    parser.add_argument("--assets", type=Path, default=ASSETS, help="tables and rules")
    parser.add_argument("--output", type=Path, default=REGISTER, help="the register")
    parser.add_argument("--figures", action="store_true", help="count what the register holds")
    options = parser.parse_args()
    if options.figures:
        print_figures(options.output)
        return
    if options.ror is None or not options.ror.is_file():
        parser.error("give a file of ROR records, or --figures")
    lines = [entry.line() + "\n" for entry in build(options.ror, options.assets)]
    options.output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Write the released pipeline's name, version, sources, licences and scores into it.

Usage: python scripts/describe.py PIPELINE [SCORES]

SCORES is the folder of `scores_*.json`; without it, scores already described stay. The
description goes into meta.json, and as a model card into README.md.
"""

import json
import sys
from pathlib import Path

DESCRIPTION = {
    "lang": "fr_inca",
    "name": "plans",
    "version": "0.3.0",
    "description": "Sentences, dates and organisations in French cancer policy documents.",
    "license": "MIT (code), LGPL-LR and CC BY-SA 4.0 (what is learnt from the corpora)",
    "sources": [
        {
            "name": "UD French Sequoia 2.16 (train, dev)",
            "url": "https://github.com/UniversalDependencies/UD_French-Sequoia",
            "license": "LGPL-LR",
        },
        {
            "name": "UD French GSD 2.16 (dev, test), sentence ends",
            "url": "https://github.com/UniversalDependencies/UD_French-GSD",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "FrSemCor (supersenses over Sequoia 9.1)",
            "url": "https://github.com/FrSemCor/FrSemCor",
            "license": "LGPL-LR",
        },
        {
            "name": "Research Organization Registry",
            "url": "https://ror.org",
            "license": "CC0 1.0",
        },
    ],
}
ENTITY_TEXTS = {
    "ner_test_sequoia": "Sequoia, test part, names of FrSemCor",
    "ner_dev_own": "own sentences, held out",
    "practice": "practice documents of the tests",
}
SCORED = {"dev": "development", "test": "test"}
CARD = """# {lang}_{name} {version}

{description} It comes with the package that brings its components (`inca_sentences`, `inca_dates`,
`inca_organisations`) and is built by the spaCy project in `models/`.

| component | what it does |
| --- | --- |
| `inca_sentences` | every line begins a sentence, none begins after "art." or in mid-phrase; \
in text without lines a small network tells where one begins |
| `inca_dates` | calendar expressions by grammar: `doc.spans["dates"]`, `span._.date` |
| `inca_organisations` | organisations by register, forms of names and a recogniser: \
`doc.spans["organisations"]`, `span._.organisation` |

Made for French policy documents read as text with one block (heading, paragraph, item, cell) a
line, in any typography: apostrophes, hyphens and spaces are read alike. On running text without
line breaks headings are hard to tell from what follows them.

## Scores

| sentences, F (documents of 10 sentences, raw text, `spacy evaluate`) | |
| --- | --- |
{scores}

| the recogniser alone, F of exact mentions | organisations | persons | places |
| --- | --- | --- | --- |
{entity_scores}

The development part chose the training step; no test part of Sequoia was trained on. With register
and rules, and on documents not seen: BENCHMARKS.md of the project.

## Sources

| source | licence |
| --- | --- |
{sources}
"""


def read_scores(folder: Path) -> dict[str, float]:
    """The scores that the project's `evaluate` left."""
    scores: dict[str, float] = {}
    for part in SCORED:
        found = json.loads((folder / f"scores_sentences_{part}.json").read_text(encoding="utf-8"))
        scores[f"sents_f_sequoia_{part}"] = round(found["sents_f"], 3)
    entities = json.loads((folder / "scores_entities.json").read_text(encoding="utf-8"))
    for texts, by_label in entities.items():
        for label, score in by_label.items():
            scores[f"ents_f_{texts}_{label.lower()}"] = score["f"]
    return scores


def describe(pipeline: Path, scores: Path | None) -> None:
    """Merge the description into the pipeline's meta.json, keys sorted; write its card."""
    path = pipeline / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8")) | DESCRIPTION
    if scores:
        meta["performance"] = read_scores(scores)
    text = json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
    card = CARD.format(
        **{key: DESCRIPTION[key] for key in ("lang", "name", "version", "description")},
        scores="\n".join(
            f"| UD French Sequoia, {SCORED[part]} part | "
            f"{meta.get('performance', {}).get(f'sents_f_sequoia_{part}', '')} |"
            for part in SCORED
        ),
        entity_scores="\n".join(
            f"| {title} | "
            + " | ".join(
                str(meta.get("performance", {}).get(f"ents_f_{texts}_{label}", ""))
                for label in ("org", "per", "loc")
            )
            + " |"
            for texts, title in ENTITY_TEXTS.items()
        ),
        sources="\n".join(
            f"| [{source['name']}]({source['url']}) | {source['license']} |"
            for source in meta["sources"]
        ),
    )
    (pipeline / "README.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    describe(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

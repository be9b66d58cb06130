"""Build the corpora of the entity recogniser: open corpora and hand-made examples as .spacy files.

Usage: python scripts/ner_corpus.py DATA CORPUS [--register FILE] [--seed N]
DATA holds frsemcor/ and ud_french_sequoia/; CORPUS receives ner_train, ner_dev (Sequoia's and
ours), ner_dev_own, ner_dev_sequoia and ner_test_sequoia. The same input gives the same files.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from random import Random

import spacy
from ner_examples import Example, join, read_sentences
from ner_frames import negative, read_negatives, refilled
from ner_frsemcor import read_parts
from ner_names import Names, classified, read_names
from ner_noise import with_noise
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

ASSETS = Path(__file__).parents[1] / "assets"
REFILLED = 7  # documents made of each hand-made block, with other names
AS_WRITTEN = 2  # and with its own names
NEGATIVES = 6  # lines without a name added to a made document, at most
TREEBANK_NOISY = 1  # noisy copies of the treebank
TREEBANK_REFILLED = 2
LINES = (2, 9)  # lines of a made document, from and to


def main() -> None:
    """Read the command line, write the corpora, print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--register", type=Path, default=ASSETS / "organisations.jsonl")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = Random(options.seed)
    parts = read_parts(
        options.data / "frsemcor" / "sequoia-9.1.frsemcor",
        options.data / "ud_french_sequoia",
        ASSETS / "names" / "frsemcor_names.tsv",
    )
    training, held_out = read_sentences(ASSETS / "names" / "sentences")
    names = read_names(ASSETS / "names", options.register)
    learn_names(names, [*parts["train"], *training])
    made = from_blocks(training, names, chance) + from_treebank(parts["train"], names, chance)
    chance.shuffle(made)
    nlp = spacy.blank("fr_inca")
    treebank_dev = grouped(parts["dev"], Random(1))
    write(nlp, made, options.corpus / "ner_train.spacy")
    write(nlp, [*treebank_dev, *held_out], options.corpus / "ner_dev.spacy")
    write(nlp, held_out, options.corpus / "ner_dev_own.spacy")
    write(nlp, treebank_dev, options.corpus / "ner_dev_sequoia.spacy")
    write(nlp, parts["test"], options.corpus / "ner_test_sequoia.spacy")


def learn_names(names: Names, examples: list[Example]) -> None:
    """Add the names that stand in training examples to those that slots are filled with."""
    seen: dict[str, set[str]] = {"ORG": set(), "PER": set()}
    for example in examples:
        for start, end, label in example.spans:
            if label in seen:
                seen[label].add(example.text[start:end])
    names.organisations += [classified(name) for name in sorted(seen["ORG"]) if " " in name]
    names.acronyms += [classified(name) for name in sorted(seen["ORG"]) if " " not in name]
    names.people += [name for name in sorted(seen["PER"]) if " " in name]


def from_blocks(blocks: list[Example], names: Names, chance: Random) -> list[Example]:
    """Documents of our own blocks: whole ones, and lines of several with other names."""
    negatives = read_negatives(ASSETS / "names" / "negatives.toml")
    lines = [line for block in blocks for line in block.lines() if line.text]
    made: list[Example] = []
    for block in blocks:
        for _ in range(AS_WRITTEN):
            parts = [with_noise(line, chance) for line in block.lines()]
            made.append(join(parts, ["\n"] * (len(parts) - 1)))
        for _ in range(REFILLED):
            parts = [refilled(line, names, chance) for line in block.lines()]
            parts += chance.sample(lines, chance.randint(0, 2))
            parts += [negative(negatives, chance) for _ in range(chance.randint(0, NEGATIVES))]
            if chance.random() < 0.5:
                chance.shuffle(parts)
            parts = [with_noise(line, chance) for line in parts]
            made.append(join(parts, separators(len(parts), chance)))
    return made


def from_treebank(sentences: list[Example], names: Names, chance: Random) -> list[Example]:
    """The treebank as it stands, in documents of some sentences, and variants of it."""
    made = grouped(sentences, chance)
    named = [sentence for sentence in sentences if sentence.spans]
    for _ in range(TREEBANK_NOISY):
        made += grouped([with_noise(sentence, chance) for sentence in named], chance)
    for _ in range(TREEBANK_REFILLED):
        other = [with_noise(refilled(sentence, names, chance), chance) for sentence in named]
        made += grouped(other, chance)
    return made


def grouped(sentences: list[Example], chance: Random) -> list[Example]:
    """Neighbouring sentences as documents."""
    made: list[Example] = []
    rest = list(sentences)
    while rest:
        count = chance.randint(*LINES)
        chosen, rest = rest[:count], rest[count:]
        made.append(join(chosen, separators(len(chosen), chance)))
    return made


def separators(count: int, chance: Random) -> list[str]:
    """What stands between so many lines: mostly line ends."""
    return [chance.choice(["\n", "\n", "\n\n", " "]) for _ in range(count - 1)]


def write(nlp: Language, examples: list[Example], path: Path) -> None:
    """Write the examples as documents, and print how many names of each kind they hold."""
    docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"])
    count: Counter[str] = Counter()
    for example in examples:
        doc = to_doc(nlp, example)
        count.update(entity.label_ for entity in doc.ents)
        count["words"] += len(doc)
        docs.add(doc)
    path.parent.mkdir(parents=True, exist_ok=True)
    docs.to_disk(path)
    print(f"{path.name}: {len(docs)} documents, {dict(sorted(count.items()))}")


def to_doc(nlp: Language, example: Example) -> Doc:
    """The example's document; a name that shares a token with the text around takes it whole."""
    doc = nlp.make_doc(example.text)
    entities: list[Span] = []
    taken = 0
    for start, end, label in example.spans:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and span.start >= taken:
            entities.append(span)
            taken = span.end
    doc.set_ents(entities)
    return doc


if __name__ == "__main__":
    main()

"""Write the sentence segmenter's training and development documents.

Usage: python scripts/senter_corpus.py CORPORA OUTPUT

CoNLL-U treebanks and hand-written policy sentences in, `senter_train.spacy` and `senter_dev.spacy`
out: documents of several sentences, with a sentence start where one begins. The development
documents are those of `spacy convert --n-sents 10` over Sequoia's development part. Of Sequoia's
test part it knows nothing.
"""

import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

ASSETS = Path(__file__).parents[1] / "assets"
TRAIN = (
    "ud_french_sequoia/fr_sequoia-ud-train.conllu",
    "ud_french_gsd/fr_gsd-ud-dev.conllu",
    "ud_french_gsd/fr_gsd-ud-test.conllu",
)
DEV = "ud_french_sequoia/fr_sequoia-ud-dev.conllu"
ROUNDS = 16  # every sentence of Sequoia is seen so often, each time among others
ELSEWHERE = 2  # and the others once in so many rounds: GSD has next to no headings
LONGEST = 14  # sentences in a document
SAME_SOURCE = 0.8  # how many documents keep to one source, as the test documents do
HEADING = 60  # characters; no more make a sentence that may pass for a heading
NEW_LINE = 0.04  # how many sentences are followed by a line break and not by a space

Sentence = tuple[str, str]  # its source and its text


def read_treebank(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file with the corpus that each is from."""
    sentences: list[Sentence] = []
    source = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            source = path.parent.name + re.split(r"[-_.]", line[12:])[0]
        elif line.startswith("# text = "):
            sentences.append((source, line[9:].strip()))
    return sentences


def read_policy_sentences(path: Path) -> list[Sentence]:
    """The hand-written sentences, one a line; comments and blank lines left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [("policy", line) for line in lines if line and not line.startswith("#")]


def disguise(text: str, chance: random.Random) -> str:
    """Now and then what other texts do: quotes, lost capitals, headings, other marks of an item."""
    if '"' in text and chance.random() < 0.4:
        text = re.sub(r'"([^"]+)"', r"« \1 »", text)
    if chance.random() < 0.015:
        text = text[0].lower() + text[1:]
    if text.endswith(".") and len(text) < HEADING and chance.random() < 0.15:
        text = text[:-1]
    if text[-1].isalnum() and len(text) < HEADING and chance.random() < 0.1:
        text = text.upper()
    if text.startswith("- ") and chance.random() < 0.4:
        text = chance.choice(["•", "●", "-", "*", "1.", "2)", "a)", "3 -"]) + text[1:]
    return text


def gather(sentences: Sequence[Sentence], chance: random.Random) -> Iterable[list[tuple[str, str]]]:
    """Documents of sentences, each sentence once: in the order given, or shuffled."""
    pool = list(sentences)
    chance.shuffle(pool)
    sources = {source: [s for s in pool if s[0] == source] for source, _ in pool}
    rest: list[Sentence] = []
    for members in sources.values():
        kept = round(len(members) * SAME_SOURCE)
        rest += members[kept:]
        yield from cut(members[:kept], chance)
    chance.shuffle(rest)
    yield from cut(rest, chance)


def cut(sentences: Sequence[Sentence], chance: random.Random) -> Iterable[list[tuple[str, str]]]:
    """Pieces of 1 to `LONGEST` sentences, each with what stands between it and the next."""
    start = 0
    while start < len(sentences):
        end = start + chance.randint(1, LONGEST)
        yield [
            (disguise(text, chance), "\n" if chance.random() < NEW_LINE else " ")
            for _, text in sentences[start:end]
        ]
        start = end


def make_document(nlp: Language, parts: Iterable[tuple[str, str]]) -> Doc:
    """A document whose sentences begin where the parts do; a line break ends a sentence."""
    text, starts = "", set[int]()
    for sentence, separator in parts:
        starts.add(len(text))
        text += sentence + separator
    doc = nlp.make_doc(text.rstrip())
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


def of_turn(sentences: Sequence[Sentence], turn: int) -> list[Sentence]:
    """The sentences of one round."""
    everyone = turn % ELSEWHERE == 0
    return [sentence for sentence in sentences if everyone or "gsd" not in sentence[0]]


def read_corpora(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Training and development sentences."""
    train = [sentence for path in TRAIN for sentence in read_treebank(folder / path)]
    train += read_policy_sentences(ASSETS / "policy_sentences.txt")
    return train, read_treebank(folder / DEV)


def write_documents(path: Path, documents: Iterable[Doc]) -> None:
    """One file of documents."""
    DocBin(attrs=["ORTH", "SPACY", "SENT_START"], docs=documents).to_disk(path)


def main(corpora: Path, output: Path) -> None:
    """Write both files."""
    nlp = spacy.blank("fr_inca")
    chance = random.Random(0)
    train, dev = read_corpora(corpora)
    output.mkdir(parents=True, exist_ok=True)
    write_documents(
        output / "senter_train.spacy",
        (
            make_document(nlp, parts)
            for turn in range(ROUNDS)
            for parts in gather(of_turn(train, turn), chance)
        ),
    )
    tens = (dev[start : start + 10] for start in range(0, len(dev), 10))
    write_documents(
        output / "senter_dev.spacy",
        (make_document(nlp, [(text, " ") for _, text in ten]) for ten in tens),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

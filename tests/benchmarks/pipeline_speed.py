"""Words a second of the released pipeline, beside a general one of the same width.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.pipeline_speed CORPORA [WIDTH]

The general one is tok2vec (depth 4) + morphologizer + parser + NER, 96 wide by default as spaCy's
own configurations have it, initialised and updated for a few steps on UD French Sequoia: untrained
weights cost as much as trained ones. Both read the same texts in the same run, by turns; the best
of three counts. CORPORA holds `ud_french_sequoia/fr_sequoia-ud-dev.conllu`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.training.converters import conllu_to_docs

from tests.benchmarks.sentence_quality import RELEASED
from tests.gold.sentences import read_texts

COPIES = 20
TURNS = 3
STEPS = 8


def texts() -> list[str]:
    """The policy texts, each many times with another year so that no two documents are equal."""
    return [
        text.replace("2021", str(2000 + copy))
        for copy in range(COPIES)
        for _, text, _ in read_texts()
    ]


def tok2vec(width: int) -> dict[str, Any]:
    """The usual embedding and encoder."""
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": width,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def general_pipeline(path: Path, width: int) -> Language:
    """Tok2vec, morphologizer, parser and NER over one shared tok2vec, updated a few times."""
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    nlp = spacy.blank("fr")
    nlp.add_pipe("tok2vec", config={"model": tok2vec(width)})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    for name in ("parser", "ner"):
        transitions = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": name,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": listener,
        }
        nlp.add_pipe(name, config={"model": transitions})
    examples = treebank_examples(nlp, path)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(STEPS):
        nlp.update(examples, sgd=optimizer)
    return nlp


def treebank_examples(nlp: Language, path: Path) -> list[Example]:
    """The treebank's documents; proper nouns stand in for entities."""
    content = path.read_text(encoding="utf-8")
    examples: list[Example] = []
    for converted in conllu_to_docs(content, n_sents=10, merge_subtokens=True, no_print=True):
        doc = Doc(nlp.vocab).from_bytes(converted.to_bytes())
        names = [token.i for token in doc if token.pos_ == "PROPN"]
        doc.ents = [Span(doc, i, i + 1, label=("ORG", "PER", "LOC")[i % 3]) for i in names]
        examples.append(Example(nlp.make_doc(doc.text), doc))
    return examples


def seconds(nlp: Language, documents: Sequence[str]) -> float:
    """How long it takes to pipe the documents."""
    begun = time.perf_counter()
    for _ in nlp.pipe(documents):
        pass
    return time.perf_counter() - begun


def main(corpora: Path, width: int) -> None:
    """Print words a second of both, their ratio, and of the released one up to each component."""
    documents = texts()
    words = sum(len(doc) for doc in spacy.blank("fr").tokenizer.pipe(documents))
    released = spacy.load(RELEASED)
    general = general_pipeline(corpora / "ud_french_sequoia" / "fr_sequoia-ud-dev.conllu", width)
    turns = [(seconds(released, documents), seconds(general, documents)) for _ in range(TURNS)]
    ours, theirs = (min(column) for column in zip(*turns, strict=True))
    print(f"{words} words in {len(documents)} documents, width {width}")
    print(f"{'released':44}{words / ours:10,.0f} words/s")
    print(f"{'tok2vec + morphologizer + parser + NER':44}{words / theirs:10,.0f} words/s")
    print(f"{'ratio':44}{theirs / ours:10.2f}")
    for last in range(len(released.pipe_names) + 1):
        kept = released.pipe_names[:last]
        with released.select_pipes(enable=kept):
            took = min(seconds(released, documents) for _ in range(TURNS))
        print(f"  {'tokenizer ' + ' '.join(kept[-1:]):42}{words / took:10,.0f} words/s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 96)

"""How well a pipeline parts sentences, on UD French Sequoia and on the project's policy texts.

    python -m tests.benchmarks.sentence_quality CORPORA [PIPELINE]

CORPORA holds `ud_french_sequoia/fr_sequoia-ud-{dev,test}.conllu`; PIPELINE is a folder or package,
the released one by default. Documents are those of `spacy convert --n-sents N --merge-subtokens`,
parted from their raw text by the pipeline's own tokenizer, and scored by `nlp.evaluate` (a sentence
counts if both its ends are right). The scores that explosion publishes are those of the development
part with N = 10.
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.training.converters import conllu_to_docs

from tests.gold.sentences import sentence_examples

UNSEEN = Path(__file__).parents[1] / "gold" / "sentences_unseen"
RELEASED = Path(__file__).parents[2] / "models" / "fr_inca_plans"
PARTS = ("dev", "test")
SIZES = (1, 10, 100_000)


def treebank_examples(nlp: Language, path: Path, size: int) -> list[Example]:
    """The treebank's text in documents of so many sentences."""
    content = path.read_text(encoding="utf-8")
    docs = conllu_to_docs(content, n_sents=size, merge_subtokens=True, no_print=True)
    examples: list[Example] = []
    for doc in docs:
        gold = spacy.tokens.Doc(
            nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[bool(token.is_sent_start) for token in doc],
        )
        examples.append(Example(nlp.make_doc(gold.text), gold))
    return examples


def load(name: str) -> Language:
    """The pipeline without what has no part in sentences."""
    nlp = spacy.load(name)
    for component in ("inca_dates", "inca_organisations", "ner", "lemmatizer"):
        if component in nlp.pipe_names:
            nlp.disable_pipe(component)
    return nlp


def main(corpora: Path, name: str) -> None:
    """Print a line for each set."""
    nlp = load(name)
    sets = {
        f"Sequoia {part}, {'one text' if size > 10 else f'{size} a document'}": treebank_examples(
            nlp, corpora / "ud_french_sequoia" / f"fr_sequoia-ud-{part}.conllu", size
        )
        for part in PARTS
        for size in SIZES
    }
    sets["policy texts"] = list(sentence_examples(nlp))
    sets["policy texts of other hands"] = list(sentence_examples(nlp, folder=UNSEEN))
    print(f"{name}\n{'':32}{'P':>7}{'R':>7}{'F':>7}")
    for title, examples in sets.items():
        scores = nlp.evaluate(examples)
        figures = "".join(f"{scores[f'sents_{kind}']:7.3f}" for kind in "prf")
        print(f"{title:32}{figures}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else str(RELEASED))

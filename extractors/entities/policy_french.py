"""The pipeline's own French: a spaCy language whose tokenizer needs no list of compound words.

Text in, tokens out; registered under `fr_inca` by an entry point in pyproject.toml. spaCy's own
French compiles a megabyte of hyphenated words at import and again when a pipeline is loaded, ten
seconds of a processor; here a hyphen parts no word, unless a pronoun follows. Knows no entities.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import spacy
from spacy.lang import char_classes, punctuation, tokenizer_exceptions
from spacy.language import BaseDefaults, Language
from spacy.symbols import ORTH  # pyright: ignore[reportUnknownVariableType]
from spacy.vocab import Vocab

LANGUAGE = "fr_inca"

# of spaCy's tables, which are untyped
_chars, _punctuation, _tokens = cast(Any, (char_classes, punctuation, tokenizer_exceptions))
_LETTER: str = _chars.ALPHA
_SMALL: str = _chars.ALPHA_LOWER
_CAPITAL: str = _chars.ALPHA_UPPER
_QUOTES: str = _chars.CONCAT_QUOTES

# words that say how others hang together, and name nothing by themselves
FUNCTION_WORDS = frozenset(
    """
    le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos
    votre vos leur leurs quel quels quelle quelles chaque plusieurs quelque quelques certain
    certaine certains certaines divers diverses différent différente différents différentes aucun
    aucune nul nulle tout toute tous toutes tel telle tels telles même mêmes autre autres
    je tu il elle on nous vous ils elles me te se lui eux moi toi soi y en ça cela ceci celui celle
    ceux celles celui-ci celle-ci ceux-ci celles-ci qui que quoi dont où lequel laquelle lesquels
    lesquelles auquel auxquels duquel desquels desquelles personne rien chacun chacune quelqu'un
    à dans par pour sur sous avec sans vers chez entre parmi contre selon depuis pendant durant
    avant après devant derrière dès hors sauf outre envers malgré concernant suivant via jusque
    et ou mais or ni car donc si comme lorsque quand puisque quoique sinon afin alors ainsi
    ne pas plus moins très trop peu assez aussi encore déjà toujours jamais souvent parfois enfin
    ensuite puis notamment également seulement autrement précisément néanmoins cependant pourtant
    désormais maintenant ici là voici voilà comment pourquoi combien
    être est sont était étaient sera seront serait seraient soit suis étant été avoir a ai ont avait
    avaient aura auront aurait ayant fait font faisant doit doivent peut peuvent va vont dit
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
    trente quarante cinquante soixante cent mille premier première premiers premières deuxième
    troisième quatrième cinquième sixième
    """.split()
)

_APOSTROPHE = "'’‘ʼ‛＇`´′ˈ"
_HYPHEN = "-‐‑"
_PRONOUN = "ce|elles?|en|eux|ils?|je|la|là|le|les|leur|lui|moi|nous|on|toi|tu|vous|y"
_ABBREVIATIONS = (
    "M. MM. Mme. Mmes. Mlle. Dr. Drs. Pr. Prs. Me. St. Ste. av. apr. art. al. cf. chap. éd. env."
    " etc. ex. fig. hab. max. min. n° N° no. No. p. pp. réf. tél. Tél. vol. Vol."
    " janv. févr. avr. juill. sept. oct. nov. déc. aujourd'hui Aujourd'hui aujourd’hui Aujourd’hui"
    " J.-C."
).split()

_PREFIXES: list[str] = [
    r"[^\w\s]{30,}",
    *_punctuation.TOKENIZER_PREFIXES,
]  # a row of signs is one: leaders, rules, rubbish
_SUFFIXES: list[str] = [
    *_chars.LIST_PUNCT,
    *_chars.LIST_ELLIPSES,
    *_chars.LIST_QUOTES,
    *_chars.LIST_ICONS,
    r"(?<=[0-9])\+",
    r"(?<=[0-9])%",
    rf"(?<=[0-9])(?:{_chars.CURRENCY})",
    rf"(?<=[0-9])(?:{_chars.UNITS})",
    rf"(?<=[0-9{_SMALL}%²+\-{_chars.PUNCT}{_QUOTES}])\.",
    rf"(?<=[{_CAPITAL}][{_CAPITAL}])\.",
    rf"(?<=[{_LETTER}])[{_HYPHEN}](?:t[{_HYPHEN}])?(?:{_PRONOUN})",
]
_INFIXES: list[str] = [
    *_chars.LIST_ELLIPSES,
    *_chars.LIST_ICONS,
    r"(?<=[0-9])[+\-*^](?=[0-9-])",
    rf"(?<=[{_SMALL}{_QUOTES}])\.(?=[{_CAPITAL}{_QUOTES}])",
    rf"(?<=[{_LETTER}]),(?=[{_LETTER}])",
    rf"(?<=[{_LETTER}0-9])[:<>=/](?=[{_LETTER}])",
    rf"(?<=[{_LETTER}][{_APOSTROPHE}])(?=[{_LETTER}])",
]


class PolicyFrenchDefaults(BaseDefaults):
    """What makes tokens of French text."""

    tokenizer_exceptions = _tokens.BASE_EXCEPTIONS | {
        word: [{ORTH: word}] for word in _ABBREVIATIONS
    }
    prefixes = _PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    url_match = _tokens.URL_MATCH
    stop_words = set[str](FUNCTION_WORDS)  # noqa: RUF012 (as spaCy has it)


class PolicyFrench(Language):
    """French as the pipeline reads it."""

    lang = LANGUAGE
    Defaults = PolicyFrenchDefaults


def load_part(path: Path, vocab: Vocab) -> Language:
    """A trained pipeline that works within another one, over its vocabulary and on its tokens."""
    language = {"nlp": {"lang": vocab.lang}}
    return spacy.load(path, vocab=vocab, exclude=["vocab", "tokenizer"], config=language)

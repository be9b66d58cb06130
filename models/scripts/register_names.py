"""Names as the register compares them: keys, and which names are too weak to count alone.

Names in, keys and verdicts out; knows nothing of files or of ROR.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from extractors.documents.typography import collapse_spaces
from extractors.records import fold

LITTLE_WORDS = frozenset(
    "a à au aux and by d de del des du en et for in l la le les of on par pour sur the".split()
)
# Nouns that say "this is an organisation"; a laboratory named without one reads like its subject.
HEAD_NOUNS = frozenset(
    "academie academy agence agency alliance archives armee assistance association assemblee "
    "autorite bibliotheque bureau caisse center centre centro chambre chancellerie clinic clinique "
    "club college comite commissariat committee communaute company conference conseil "
    "conservatoire consortium council delegation departement direction ecole etablissement "
    "federation fondation fonds forum foundation groupe groupement group hopital hopitaux hospices "
    "hospital inserm institut institute instituto istituto laboratoire laboratory laboratoires "
    "league ligue maison ministere ministry mission musee museum mutuelle observatoire "
    "observatory office ordre organisation organization parc plateforme pole region registre "
    "reseau network school service societe society syndicat union unit unite universite "
    "university".split()
)
SUBJECTS = frozenset(
    "agronomie biologie biology botanique cancer cancerologie cardiologie cardiologique chemistry "
    "chimie clinique droit ecologie economie education environnement epidemiologie excellence "
    "general generale genetique genetics geologie gestion health histoire history hospitalier "
    "humaines immunologie informatique interdisciplinaire law management materiaux "
    "mathematiques mathematics medecine medical medicine neurosciences nutrition oncologie "
    "oncology pediatrie "
    "pharmacie pharmacy philosophie physics physique psychologie psychology public publique "
    "radiotherapie recherche regional regionale research sante science sciences social sociale "
    "sociales sociologie sociology technologie technologies technology universitaire".split()
)
UNIT_CODE = re.compile(
    r"(?:UMR|UMS|UAR|URA|UPR|USR|UR|EA|FRE|FR|GDR|SFR|INSERM|U)[ _-]?[A-Z]*[ _-]?\d+"
)


def tidy(name: str) -> str:
    """The name with plain spaces, apostrophes and hyphens, without marks around it."""
    return fold(collapse_spaces(name)).strip(" ,;")


def key_of(name: str) -> str:
    """What two spellings of one name share: no case, accents, hyphens or dots."""
    plain = unicodedata.normalize("NFKD", fold(name).lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w'&@+²]+", " ", letters).split())


def is_latin(name: str) -> bool:
    """Whether all its letters are Latin ones."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def content_words(name: str) -> list[str]:
    """Its words but articles and prepositions, as in keys."""
    return [w for w in re.split(r"[ ']", key_of(name)) if w and w not in LITTLE_WORDS]


def is_unit_code(name: str) -> bool:
    """Whether it is a laboratory's number ("UMR 9199"): good evidence, no name."""
    return UNIT_CODE.fullmatch(name) is not None


def is_clear_unit_code(name: str) -> bool:
    """Whether it tells the laboratory wherever its letters stand: "du 976" holds "U 976"."""
    return is_unit_code(name) and re.match(r"[A-Z]{3}.*\d{3}$", name) is not None


def is_generic(name: str) -> bool:
    """Whether it says a kind of organisation and no particular one ("Centre hospitalier")."""
    words = content_words(name)
    return not words or (
        len(words) <= 3 and all(word in HEAD_NOUNS or word in SUBJECTS for word in words)
    )


def reads_like_subject(name: str) -> bool:
    """Whether nothing in a name of several words says that it is an organisation."""
    return not any(word in HEAD_NOUNS for word in content_words(name))


def is_weak_acronym(acronym: str, ordinary: Collection[str]) -> bool:
    """Whether an acronym is too short or too common a word to count alone."""
    return len(acronym) <= 3 or key_of(acronym) in ordinary


def is_weak_name(name: str, ordinary: Collection[str]) -> bool:
    """Whether a name of one word, or one of a kind, is no evidence alone."""
    return len(content_words(name)) < 2 or is_generic(name) or key_of(name) in ordinary


def unlike(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names that differ by key from those before them and from those taken."""
    seen = {key_of(name) for name in taken}
    kept: list[str] = []
    for name in map(tidy, names):
        if name and key_of(name) not in seen:
            seen.add(key_of(name))
            kept.append(name)
    return kept

"""The French words that make a figure an aim, and those that make it a statement.

A word in small letters in, its `Cue` out; what stands around it is weighed in `cues`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from extractors.french.patterns import without_accents
from extractors.records import Direction

# verb: "réduire", "en réduisant"; future: "réduira"; passive: "sera"; participle: after it;
# intention: "vise"; noun: "objectif"; change: "baisse"; budget: "enveloppe";
# statement: "touche"; turn: "mais"; being: "est"; past: "a", before a participle; now: "contre"
CueKind: TypeAlias = Literal[
    "verb", "future", "passive", "participle", "intention", "noun", "change", "budget",
    "statement", "turn", "being", "past", "now",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word does to the figures after it.

    `attains`: of a verb that tells no way of its own ("pour atteindre"), so that one told before
    holds. `is_change`: of one whose figure is the change itself ("éviter"). `factor`: of a verb
    that is a figure itself ("doubler").
    """

    kind: CueKind
    direction: Direction = "reach"
    attains: bool = False
    is_change: bool = False
    factor: float = 0.0


_VERBS: dict[Direction, str] = {
    "decrease": "réduire diminuer abaisser baisser reculer restreindre ramener descendre éviter "
    "épargner diviser infléchir raccourcir chuter resserrer plafonner",
    "increase": "augmenter accroître améliorer relever élever élargir étendre progresser renforcer "
    "majorer multiplier rehausser hausser doubler tripler quadrupler gagner remonter",
    "maintain": "maintenir conserver stabiliser préserver",
    "reach": "porter passer atteindre parvenir arriver réaliser dépister former labelliser "
    "garantir vacciner créer recruter ouvrir déployer équiper financer inclure couvrir "
    "obtenir proposer installer mettre organiser accueillir soutenir certifier "
    "sensibiliser inviter accompagner traiter guérir assurer produire mobiliser consacrer "
    "investir allouer offrir délivrer diffuser autoriser construire rénover généraliser "
    "implanter intégrer orienter limiter repérer identifier évaluer informer disposer "
    "bénéficier fixer doter développer dépasser répondre rendre instruire recevoir délivrer "
    "distribuer remettre relancer visiter contrôler inspecter engager associer fidéliser "
    "expertiser évaluer auditer raccorder connecter numériser héberger embaucher habiliter "
    "publier collecter rencontrer prescrire appareiller tester",
}
_ATTAINING = frozenset("atteindre parvenir arriver passer dépasser".split())
_CHANGING = frozenset("éviter épargner gagner".split())
_FACTORS = {"doubler": 2.0, "tripler": 3.0, "quadrupler": 4.0}
_STEMS = {  # of the future, where it is not the infinitive's
    "maintenir": "maintiendr", "obtenir": "obtiendr", "parvenir": "parviendr", "relever": "relèver",
    "élever": "élèver", "financer": "financer", "déployer": "déploier",
}  # fmt: skip
_PARTICIPLES = {
    "réduire": "réduit", "restreindre": "restreint", "accroître": "accru", "étendre": "étendu",
    "maintenir": "maintenu", "atteindre": "atteint", "obtenir": "obtenu", "mettre": "mis",
    "inclure": "inclus", "couvrir": "couvert", "ouvrir": "ouvert", "produire": "produit",
    "construire": "construit", "offrir": "offert", "répondre": "répondu", "rendre": "rendu",
    "instruire": "instruit", "recevoir": "reçu", "remettre": "remis", "prescrire": "prescrit",
}  # fmt: skip
_GERUNDS = {"réduire": "réduisant", "accroître": "accroissant", "maintenir": "maintenant"}

_INTENTIONS = (
    "vise visent visons visant viser visait fixe fixent fixons fixant ambitionne ambitionnent "
    "prévoit prévoient prévoyons prévoyant projette projettent entend entendent engage engagent "
    "engageons veut voulons souhaite souhaitons"
)
_AIMS = "objectif objectifs cible cibles ambition ambitions visée attendu attendue attendus"
_CHANGES: dict[Direction, str] = {
    "increase": "hausse augmentation progression accroissement élargissement relèvement gain",
    "decrease": "baisse diminution réduction recul abaissement",
    "reach": "création formation recrutement labellisation ouverture déploiement réalisation "
    "installation financement atteinte vaccination dépistage passage",
    "maintain": "maintien stabilisation",
}
_FACTOR_NOUNS = {"doublement": 2.0, "triplement": 3.0}
_BUDGETS = (
    "budget budgets budgétaire financement financements enveloppe enveloppes crédits crédit "
    "dotation dotations effort efforts doté dotée dotés dotées mobilise mobilisent mobilisant "
    "investissement investissements consacre consacrent alloue allouent alloué allouée alloués "
    "allouées subvention subventions moyens dispose disposent disposera coût fonds montant "
    "investit investissent"
)
_STATEMENTS = (
    "touche touchent concerne concernent vivent meurent meurt vit estime estiment estimé "
    "estimée estimés progresse progressent recule reculent augmente augmentent diminue "
    "diminuent stagne stagnent établit établissent constitue constituent déclarent déclare "
    "participent participe approuvent permet permettent permettait permettant peut peuvent "
    "pourrait pourraient pouvait recense recensent dénombre dénombrent enregistre enregistrent "
    "observe observent souffrent renoncent bénéficient bénéficie proposent diffusent perdent "
    "compte comptent réunit diagnostique diagnostiqué diagnostiqués diagnostiquée "
    "diagnostiquées affiche devrait devraient aurait auraient serait seraient était étaient "
    "avait avaient étant coûte coûtent vaut bilan observé observée constaté constatée confirme "
    "confirment montre montrent montrant"
)
_TURNS = "mais tandis alors car puisque sachant dont selon malgré"
_PASSIVES = "sera seront devra devront doit doivent faudra aura auront"
_BEING = (
    "est sont élève élèvent reste restent représente représentent atteint atteignent dépasse "
    "dépassent"
)
_PAST = "a ont fut furent"
_NOW = "aujourd actuellement contre actuel actuelle actuels actuelles"


def _future_forms(verb: str) -> list[str]:
    stem = _STEMS.get(verb, verb.removesuffix("e") if verb.endswith("re") else verb)
    return [stem + ending for ending in ("a", "ont", "ons")]


def _participles(verb: str) -> list[str]:
    one = _PARTICIPLES.get(verb) or (
        verb[:-2] + "é" if verb.endswith("er") else verb[:-1] if verb.endswith("ir") else ""
    )
    return [one, one + "e", one + "s", one + "es"] if one else []


def _gerund(verb: str) -> str:
    stem = verb[:-2]
    return _GERUNDS.get(verb) or (stem + ("eant" if stem.endswith("g") else "ant"))


def _cues() -> dict[str, Cue]:
    """Every word that tells something; where two say different things, the later list wins."""
    cues: dict[str, Cue] = {}

    def note(words: str, cue: Cue) -> None:
        cues.update(dict.fromkeys(words.split(), cue))

    for direction, verbs in _VERBS.items():
        for verb in verbs.split():
            cue = Cue(
                "verb", direction, verb in _ATTAINING, verb in _CHANGING, _FACTORS.get(verb, 0.0)
            )
            note(" ".join(_participles(verb)), replace(cue, kind="participle"))
            note(f"{verb} {_gerund(verb)}", cue)
            note(" ".join(_future_forms(verb)), replace(cue, kind="future"))
    for direction, nouns in _CHANGES.items():
        note(nouns, Cue("change", direction))
    for noun, factor in _FACTOR_NOUNS.items():
        note(noun, Cue("change", "increase", factor=factor))
    note(_STATEMENTS, Cue("statement"))
    note(_TURNS, Cue("turn"))
    note(_INTENTIONS, Cue("intention"))
    note(_AIMS, Cue("noun"))
    note(_BUDGETS, Cue("budget"))
    note(_PASSIVES, Cue("passive"))
    note(_BEING, Cue("being"))
    note(_PAST, Cue("past"))
    note(_NOW, Cue("now"))
    return cues


CUES = _cues()
# capitals are often printed without their accents
CUES_IN_CAPITALS = {
    without_accents(word): cue for word, cue in CUES.items() if without_accents(word) != word
} | {word: cue for word, cue in CUES.items() if without_accents(word) == word}

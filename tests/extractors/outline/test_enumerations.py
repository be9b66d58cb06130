"""Parts of a plan that a sentence counts and then lists itself."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import text, titles


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Le plan comporte trois axes : prévenir, dépister et accompagner.",
            ["prévenir", "dépister", "accompagner"],
        ),
        (
            "La stratégie repose sur trois piliers : la prévention, le dépistage et la recherche.",
            ["la prévention", "le dépistage", "la recherche"],
        ),
        (
            "La stratégie s'articule autour de deux axes, à savoir agir tôt et soigner partout.",
            ["agir tôt", "soigner partout"],
        ),
        (
            "Le plan fixe 3 priorités : 1) former ; 2) recruter ; 3) évaluer.",
            ["former", "recruter", "évaluer"],
        ),
        (
            "Le plan fixe 3 priorités : (1) former, (2) recruter et (3) évaluer.",
            ["former", "recruter", "évaluer"],
        ),
        (
            "Le plan a deux axes : réduire l'exposition au bruit et à l'amiante ; suivre les gens.",
            ["réduire l'exposition au bruit et à l'amiante", "suivre les gens"],
        ),
        (
            "Le plan a trois axes : informer les patients et les proches, former les soignants "
            "et financer la recherche.",
            [
                "informer les patients et les proches",
                "former les soignants",
                "financer la recherche",
            ],
        ),
        (
            "Ce plan se structure en deux volets : l'un sanitaire, l'autre social.",
            ["l'un sanitaire", "l'autre social"],
        ),
        (
            "Les quatre ambitions du plan – protéger, détecter, traiter, réinsérer – sont là.",
            ["protéger", "détecter", "traiter", "réinsérer"],
        ),
        (
            "Cette feuille de route a 3 axes : a) mieux connaître, b) mieux traiter, c) agir.",
            ["mieux connaître", "mieux traiter", "agir"],
        ),
        (
            "La stratégie poursuit deux objectifs : doubler les dons d'ici 2027, puis les tripler.",
            ["doubler les dons d'ici 2027", "les tripler"],
        ),
        (
            "Le plan compte trois axes (prévention, soins et recherche) et 20 actions.",
            ["prévention", "soins", "recherche"],
        ),
        (
            "Les 3 axes du plan sont la prévention, le soin et la recherche.",
            ["la prévention", "le soin", "la recherche"],
        ),
        (
            "Le plan a trois priorités : d'abord prévenir, ensuite soigner, enfin chercher.",
            ["prévenir", "soigner", "chercher"],
        ),
        (
            "Le plan porte trois ambitions : « Prévenir », « Soigner » et « Chercher ».",
            ["« Prévenir »", "« Soigner »", "« Chercher »"],
        ),
        (
            "Le plan compte deux axes : la formation, initiale comme continue, et la recherche.",
            ["la formation, initiale comme continue", "la recherche"],
        ),
        (
            "Le plan a trois ambitions : étendre l'offre, former et recruter les soignants, bâtir "
            "une filière solide, locale et ouverte.",
            [
                "étendre l'offre",
                "former et recruter les soignants",
                "bâtir une filière solide, locale et ouverte",
            ],
        ),
        (
            "Le plan a trois axes : la prévention, les soins et l'accompagnement, la recherche.",
            ["la prévention", "les soins et l'accompagnement", "la recherche"],
        ),
        (
            "Le plan a deux axes : repérer et suivre les patients, former et soutenir les aidants.",
            ["repérer et suivre les patients", "former et soutenir les aidants"],
        ),
        (
            "Le plan a trois axes : prévenir, repérer et orienter, soigner et suivre.",
            ["prévenir", "repérer et orienter", "soigner et suivre"],
        ),
    ],
)
def test_enumerations(sentence: str, parts: list[str]):
    assert titles(text(f"Le plan national de santé 2025-2030 a paru.\n\n{sentence}\n")) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Le plan comporte trois axes : prévenir et dépister.",
        "Le plan comporte trois axes.",
        "Le plan comporte trois axes, que le ministre a présentés à Lille, Lyon et Metz.",
        "Le plan comporte quatre axes : prévenir, dépister, accompagner.",
        "Les trois axes du plan sont financés, suivis et évalués.",
        "Trois raisons l'expliquent : la fatigue, la peur et le coût.",
        "Le plan mobilise trois ministères : la santé, le travail et la recherche.",
    ],
)
def test_no_enumerations(sentence: str):
    assert titles(text(f"Le plan national de santé 2025-2030 a paru.\n\n{sentence}\n")) == []

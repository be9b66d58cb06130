"""Plans in plain text: the trees that labels and numbers make, and where titles end."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import Row, text, titles, tree


def test_labels_make_a_tree():
    document = text("""
        Axe 1 : Prévenir les cancers évitables.
        Objectif n° 1 – Aller vers une génération sans tabac (action 2.1)
        • Action 1.1 : Augmenter le prix du tabac ;
        • Action 1.2 : Élargir les espaces sans tabac
        AXE 2 – LIMITER LES SÉQUELLES
        Objectif 2 : Mieux accompagner les patients
    """)
    assert tree(document) == [
        ("axis", "1", "Prévenir les cancers évitables", ""),
        ("objective", "1", "Aller vers une génération sans tabac", "1"),
        ("action", "1.1", "Augmenter le prix du tabac", "1"),
        ("action", "1.2", "Élargir les espaces sans tabac", "1"),
        ("axis", "2", "LIMITER LES SÉQUELLES", ""),
        ("objective", "2", "Mieux accompagner les patients", "2"),
    ]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(
            """
            Orientation A : Renforcer l'accès aux soins
            Objectif opérationnel A1 : Ouvrir des consultations avancées
            Action A1.1 : Financer les déplacements des oncologues
            Orientation B : Former les équipes
            Objectif opérationnel B1 : Renouveler les maquettes
            """,
            [
                ("axis", "A", "Renforcer l'accès aux soins", ""),
                ("objective", "A1", "Ouvrir des consultations avancées", "A"),
                ("action", "A1.1", "Financer les déplacements des oncologues", "A1"),
                ("axis", "B", "Former les équipes", ""),
                ("objective", "B1", "Renouveler les maquettes", "B"),
            ],
            id="letters",
        ),
        pytest.param(
            """
            PRIORITÉ 1 : VACCINER
            Mesure 1 : Vacciner au collège
            Action 1 : Former les infirmières scolaires
            Action 2 : Relancer les familles
            PRIORITÉ 2 : DÉPISTER
            Mesure 2 : Inviter par courriel
            """,
            [
                ("axis", "1", "VACCINER", ""),
                ("objective", "1", "Vacciner au collège", "1"),
                ("action", "1", "Former les infirmières scolaires", "1"),
                ("action", "2", "Relancer les familles", "1"),
                ("axis", "2", "DÉPISTER", ""),
                ("objective", "2", "Inviter par courriel", "2"),
            ],
            id="measures hold actions",
        ),
        pytest.param(
            """
            Pilier 1 – Repérer
            Objectif 1 – Sensibiliser les médecins
            Mesure 1.1 – Diffuser un outil d'aide à la décision
            Mesure 1.2 – Former les internes
            Pilier 2 – Traiter
            Objectif 2 – Réduire les délais
            Mesure 2.1 – Créer des circuits courts
            """,
            [
                ("axis", "1", "Repérer", ""),
                ("objective", "1", "Sensibiliser les médecins", "1"),
                ("action", "1.1", "Diffuser un outil d'aide à la décision", "1"),
                ("action", "1.2", "Former les internes", "1"),
                ("axis", "2", "Traiter", ""),
                ("objective", "2", "Réduire les délais", "2"),
                ("action", "2.1", "Créer des circuits courts", "2"),
            ],
            id="measures under objectives are actions",
        ),
        pytest.param(
            """
            Axe I. Observer
            Priorité I.1. Croiser les registres
            Action I.1.a. Apparier les bases
            Action I.1.b. Publier les taux de survie
            Axe II. Chercher
            Priorité II.1. Soutenir les jeunes équipes
            """,
            [
                ("axis", "I", "Observer", ""),
                ("objective", "I.1", "Croiser les registres", "I"),
                ("action", "I.1.a", "Apparier les bases", "I.1"),
                ("action", "I.1.b", "Publier les taux de survie", "I.1"),
                ("axis", "II", "Chercher", ""),
                ("objective", "II.1", "Soutenir les jeunes équipes", "II"),
            ],
            id="priorities under axes are objectives",
        ),
        pytest.param(
            """
            Objectif stratégique 1 : Réduire le retard au diagnostic
            Objectif opérationnel 1.1 : Raccourcir l'accès à l'imagerie
            Action 1.1.1 : Réserver des créneaux
            Objectif stratégique 2 : Mieux vivre après
            Objectif opérationnel 2.1 : Suivre les séquelles
            """,
            [
                ("axis", "1", "Réduire le retard au diagnostic", ""),
                ("objective", "1.1", "Raccourcir l'accès à l'imagerie", "1"),
                ("action", "1.1.1", "Réserver des créneaux", "1.1"),
                ("axis", "2", "Mieux vivre après", ""),
                ("objective", "2.1", "Suivre les séquelles", "2"),
            ],
            id="strategic objectives hold operational ones",
        ),
        pytest.param(
            """
            Action 4 : Mutualiser les radiothérapies
            Sous-action 4.1 : Recenser les accélérateurs
            Sous-action 4.2 : Signer une convention
            """,
            [
                ("action", "4", "Mutualiser les radiothérapies", ""),
                ("action", "4.1", "Recenser les accélérateurs", "4"),
                ("action", "4.2", "Signer une convention", "4"),
            ],
            id="parts of an action",
        ),
        pytest.param(
            """
            Engagement 1 : rappeler chaque patient sous 48 heures
            Engagement 2 : publier nos délais
            """,
            [
                ("objective", "1", "rappeler chaque patient sous 48 heures", ""),
                ("objective", "2", "publier nos délais", ""),
            ],
            id="engagements",
        ),
        pytest.param(
            """
            Axe Recherche
            Mesure 1 : Doubler les inclusions dans les essais
            Axe Soins
            Mesure 2 : Généraliser le dispositif d'annonce
            """,
            [
                ("axis", "", "Recherche", ""),
                ("objective", "1", "Doubler les inclusions dans les essais", "Recherche"),
                ("axis", "", "Soins", ""),
                ("objective", "2", "Généraliser le dispositif d'annonce", "Soins"),
            ],
            id="axes by name",
        ),
        pytest.param(
            """
            Premier axe : mieux informer
            Action 1 – Ouvrir une ligne téléphonique
            Deuxième axe : mieux orienter
            Action 2 – Publier un annuaire
            """,
            [
                ("axis", "", "mieux informer", ""),
                ("action", "1", "Ouvrir une ligne téléphonique", "mieux informer"),
                ("axis", "", "mieux orienter", ""),
                ("action", "2", "Publier un annuaire", "mieux orienter"),
            ],
            id="worded ranks are no numbers",
        ),
    ],
)
def test_texts(content: str, rows: list[Row]):
    assert tree(text(content.replace("\n", "\n\n"))) == rows


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Action 1 : Créer un registre national.", "Créer un registre national"),
        ("Action 1 : Créer un registre national ;", "Créer un registre national"),
        ("Action 1 : Éviter 60 000 cancers (153 000 par an)", "Éviter 60 000 cancers"),
        ("Action 1 : Labelliser les centres (3C)", "Labelliser les centres (3C)"),
        ("Action 1 : Étendre l'offre (radiothérapie)", "Étendre l'offre (radiothérapie)"),
        ("Action 1 : Créer un registre (suite)", "Créer un registre"),
        ("Action 1 : Créer un registre [terminée]", "Créer un registre"),
        ("Action 1 : Créer un registre (en cours)", "Créer un registre"),
        (
            "Action 1 : Créer un registre. L'Institut en confiera la tenue aux centres.",
            "Créer un registre",
        ),
        ("Action 1 : Créer un registre – Pilote : DGS", "Créer un registre"),
        ("Action 1 : Créer un registre / Pilote : DGS", "Créer un registre"),
        ("Action 1 : Créer un registre | Échéance : 2026", "Créer un registre"),
        ("Action 1 : Appliquer le décret n° 2022-689", "Appliquer le décret n° 2022-689"),
        ("Action 1 : Qui fait quoi ?", "Qui fait quoi ?"),
        ("Action 1 : « Un fruit pour la récré »", "« Un fruit pour la récré »"),
        ("Action 1 : Suivre M. Tout-le-monde", "Suivre M. Tout-le-monde"),
    ],
)
def test_where_titles_end(printed: str, title: str):
    assert titles(text(f"Axe 1 : Prévenir\n{printed}\n")) == ["Prévenir", title]

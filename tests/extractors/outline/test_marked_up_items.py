"""Plans in Markdown and on web pages: headings, bullets and labels apart from their titles."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import Row, markdown, page, tree


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(
            """
            # Feuille de route cancers Bretagne 2023-2027

            ## Axe 1

            ### Prévenir dès l'enfance

            - **Action 1** : Installer des écoles sans tabac
            - **Action 2** : Promouvoir la vaccination

            ## Axe 2

            ### Dépister sans reste à charge

            - **Action 3** : Équiper un mammobile
            """,
            [
                ("axis", "1", "Prévenir dès l'enfance", ""),
                ("action", "1", "Installer des écoles sans tabac", "1"),
                ("action", "2", "Promouvoir la vaccination", "1"),
                ("axis", "2", "Dépister sans reste à charge", ""),
                ("action", "3", "Équiper un mammobile", "2"),
            ],
            id="labels alone on their line",
        ),
        pytest.param(
            """
            # Plan cancer 2014-2019

            ## Guérir davantage de malades

            ### Objectif 1 : Avancer les diagnostics

            - Rembourser les tests immunologiques ;
            - Relancer les personnes jamais dépistées.

            ## Préserver la qualité de vie

            ### Objectif 2 : Diminuer l'impact sur la vie personnelle

            - Améliorer l'accès à l'assurance.
            """,
            [
                ("axis", "", "Guérir davantage de malades", ""),
                ("objective", "1", "Avancer les diagnostics", "Guérir davantage de malades"),
                ("action", "", "Rembourser les tests immunologiques", "1"),
                ("action", "", "Relancer les personnes jamais dépistées", "1"),
                ("axis", "", "Préserver la qualité de vie", ""),
                (
                    "objective",
                    "2",
                    "Diminuer l'impact sur la vie personnelle",
                    "Préserver la qualité de vie",
                ),
                ("action", "", "Améliorer l'accès à l'assurance", "2"),
            ],
            id="headings above, bullets below objectives",
        ),
        pytest.param(
            """
            # Stratégie régionale de lutte contre les cancers 2022-2026

            ## Axe 1 – Agir sur les facteurs de risque

            ### 1.1 Réduire la consommation d'alcool

            Un texte.

            ### 1.2 Lutter contre la sédentarité

            Un texte.

            ## Axe 2 – Coordonner les parcours

            ### 2.1 Déployer les infirmiers en pratique avancée
            """,
            [
                ("axis", "1", "Agir sur les facteurs de risque", ""),
                ("objective", "1.1", "Réduire la consommation d'alcool", "1"),
                ("objective", "1.2", "Lutter contre la sédentarité", "1"),
                ("axis", "2", "Coordonner les parcours", ""),
                ("objective", "2.1", "Déployer les infirmiers en pratique avancée", "2"),
            ],
            id="numbered headings below axes",
        ),
        pytest.param(
            """
            ## Axe 1 : Innover

            Favoriser les essais précoces (action 1.1).

            Ouvrir les essais aux outre-mer (action 1.2).
            """,
            [
                ("axis", "1", "Innover", ""),
                ("action", "1.1", "Favoriser les essais précoces", "1"),
                ("action", "1.2", "Ouvrir les essais aux outre-mer", "1"),
            ],
            id="labels after titles",
        ),
    ],
)
def test_markdown(content: str, rows: list[Row]):
    assert tree(markdown(content)) == rows


def test_a_page_of_nested_lists():
    document = page("""
        <h1>Le plan régional santé environnement 2023-2028</h1>
        <ul>
          <li>Axe 1 : Connaître les expositions
            <ul><li>Action 1.1 : Mesurer le radon dans les écoles</li>
                <li>Action 1.2 : Cartographier les pesticides</li></ul></li>
          <li>Axe 2 : Réduire les expositions
            <ul><li>Action 2.1 : Ventiler les crèches</li></ul></li>
        </ul>
    """)
    assert tree(document) == [
        ("axis", "1", "Connaître les expositions", ""),
        ("action", "1.1", "Mesurer le radon dans les écoles", "1"),
        ("action", "1.2", "Cartographier les pesticides", "1"),
        ("axis", "2", "Réduire les expositions", ""),
        ("action", "2.1", "Ventiler les crèches", "2"),
    ]

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


AXES = [("axis", "1", "Prévenir", ""), ("axis", "2", "Soigner", "")]
UNNUMBERED = [("axis", "", "Prévenir", ""), ("axis", "", "Soigner", "")]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(
            "<dl><dt>Axe 1</dt><dd>Prévenir</dd><dt>Axe 2</dt><dd>Soigner</dd></dl>",
            AXES,
            id="a list of definitions",
        ),
        pytest.param(
            "<div><span>Axe 1</span><h3>Prévenir</h3></div>"
            "<div><span>Axe 2</span><h3>Soigner</h3></div>",
            AXES,
            id="a label above a heading",
        ),
        pytest.param(
            "<details><summary>Axe 1 : Prévenir</summary><p>Un texte.</p></details>"
            "<details><summary>Axe 2 : Soigner</summary><p>Un texte.</p></details>",
            AXES,
            id="folded sections",
        ),
        pytest.param(
            "<p><strong>Axe 1</strong><br>Prévenir</p><p><strong>Axe 2</strong><br>Soigner</p>",
            AXES,
            id="a bold label, then a break",
        ),
        pytest.param(
            "<p>Elle compte 2 axes&nbsp;:</p><p>1/ Prévenir</p><p>2/ Soigner</p><p>La suite.</p>",
            AXES,
            id="numbered paragraphs",
        ),
        pytest.param(
            "<p>Elle compte 2 axes&nbsp;:<br>- Prévenir ;<br>- Soigner.</p>",
            UNNUMBERED,
            id="dashes after breaks",
        ),
        pytest.param(
            "<p>Ses deux axes&nbsp;:</p><p>→ Prévenir</p><p>→ Soigner</p>",
            UNNUMBERED,
            id="arrows",
        ),
        pytest.param(
            "<h2>Axe&nbsp;n°&nbsp;1&nbsp;–&nbsp;Prévenir</h2><p>Un texte.</p>"
            "<h2>Axe\u202fn°\u202f2\u202f: Soigner</h2><p>Un texte.</p>",
            AXES,
            id="spaces that do not break",
        ),
    ],
)
def test_pages(content: str, rows: list[Row]):
    assert tree(page(f"<h1>Feuille de route tabac 2024-2028</h1>{content}")) == rows

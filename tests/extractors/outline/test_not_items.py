"""What stands in plans and press releases and is no part of a plan."""

from __future__ import annotations

import pytest

from tests.extractors.outline.trees import markdown, page, text, titles


@pytest.mark.parametrize(
    "line",
    [
        "L'action 3.2 du plan sera lancée en mars.",
        "L’objectif 4 est d’ores et déjà atteint.",
        "L'axe 2 et l'axe 4 se complètent.",
        "Axe 2 et axe 4 se complètent.",
        "Action 3 et action 4 : voir plus bas",
        "Action 7 (voir page 12)",
        "Objectif 3 : voir la fiche 12",
        "Axe 1 : 12 actions engagées",
        "Axe 4 : 85 %",
        "Axe 2 (suite)",
        "Mesures 3 et 4 : prévention",
        "Actions 12 à 15 : parcours de soins",
        "Objectifs : mieux vivre",
        "Axes de travail : la qualité",
        "Action n° 3 du plan précédent, elle est reconduite.",
        "Mesure 5 du plan cancer 2009-2013, il a été généralisé en 2012.",
        "La mesure 21 a donné naissance au dispositif.",
        "Objectif 30 % de fumeurs en moins",
        "Action 12 reste à financer.",
        "Axe 3 de la stratégie : des progrès inégaux",
        "Au titre de l'action II.3.1, l'Institut a financé 12 projets.",
        "Priorité est donnée aux jeunes.",
        "Action coup de poing contre le tabac",
        "Mesure du radon dans les écoles",
    ],
)
def test_running_text(line: str):
    document = text(f"Le plan cancer 2014-2019 se poursuit.\n\n{line}\n\nUn dernier paragraphe.\n")
    assert titles(document) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            """
            # La stratégie décennale entre dans sa deuxième phase

            ## Des résultats encourageants

            Le tabagisme recule.

            ## Une mobilisation de tous

            Les associations sont présentes.
            """,
            id="section headings",
        ),
        pytest.param(
            """
            # Le plan cancer 2014-2019 : bilan

            Quelques exemples d'actions :

            - 12 000 femmes invitées ;
            - 3 mammobiles achetés ;
            - un site refondu.
            """,
            id="examples",
        ),
        pytest.param(
            """
            # L'Institut et la stratégie décennale

            Les missions de l'Institut :

            - coordonner la lutte contre les cancers ;
            - informer les publics ;
            - soutenir la recherche.
            """,
            id="missions",
        ),
        pytest.param(
            """
            # Feuille de route 2024-2028

            ## 5 publics prioritaires

            - Les jeunes
            - Les femmes enceintes
            - Les personnes précaires
            - Les détenus
            - Les saisonniers
            """,
            id="publics",
        ),
        pytest.param(
            """
            # Une campagne pour le dépistage du cancer du col

            La campagne s'articule autour de trois axes :

            - un film de 30 secondes ;
            - des affiches ;
            - un relais par les pharmaciens.
            """,
            id="a campaign",
        ),
        pytest.param(
            """
            # Appel à projets 2025 « Prévention »

            L'appel à projets comporte deux axes thématiques :

            1. Inégalités de santé
            2. Environnement

            ## Axe 1 : Inégalités de santé

            ## Axe 2 : Environnement
            """,
            id="a call for projects",
        ),
        pytest.param(
            """
            # Appel à candidatures 2026 : mettre en œuvre la stratégie décennale 2021-2030

            ## Axe 1 : Prévention primaire

            ## Axe 2 : Dépistage

            ## Comment candidater
            """,
            id="a call that names the plan it serves",
        ),
        pytest.param(
            """
            # Étude VICAN : vivre cinq ans après

            L'étude poursuit trois objectifs :

            - décrire les séquelles ;
            - mesurer le retour à l'emploi ;
            - comprendre les inégalités.
            """,
            id="a study",
        ),
        pytest.param(
            """
            # Le programme scientifique du cancéropôle

            ## Axes de recherche

            - Axe 1 : Immunologie
            - Axe 2 : Épigénétique
            """,
            id="a scientific programme",
        ),
        pytest.param(
            """
            # La stratégie décennale de lutte contre les cancers 2021-2030

            Trois leviers sont rappelés :

            - la prévention ;
            - le dépistage ;
            - la recherche.
            """,
            id="levers",
        ),
        pytest.param(
            """
            # Plan régional de santé 2023-2028

            ## Pour en savoir plus

            - Consulter l'axe 1
            - Télécharger les 12 fiches-actions
            - Contacter l'agence
            """,
            id="links",
        ),
        pytest.param(
            """
            # Plan régional de santé 2023-2028

            Les partenaires des 3 axes :

            - l'assurance maladie ;
            - le rectorat ;
            - la région.
            """,
            id="partners",
        ),
        pytest.param(
            """
            # Plan de relance de la lecture 2024-2026

            Les kiosques de gare ont une aide à part. Cette aide comporte trois axes :

            1. rouvrir les points de vente ;
            2. acheter des stocks ;
            3. faire connaître le métier.
            """,
            id="axes of an aid",
        ),
        pytest.param(
            """
            # Les mesures de la loi sur les cantines, expliquées aux gérants

            Le programme national pour l'alimentation accompagne les gérants.

            | Mesures | Échéances |
            | --- | --- |
            | Un menu sans viande par semaine | 2023 |
            | Fin des bouteilles en plastique | 2025 |
            """,
            id="duties that a law sets",
        ),
        pytest.param(
            """
            # Compte rendu du comité de suivi de la feuille de route cancers

            | Point | Décision | Échéance |
            | --- | --- | --- |
            | Dépistage | Relancer les caisses | mars |
            | Données | Ouvrir un entrepôt | juin |

            ## Ordre du jour

            1. Retour sur les actions de l'an passé
            2. Questions diverses
            """,
            id="minutes and an agenda",
        ),
        pytest.param(
            """
            # Guide du référent, dans le cadre du plan santé au travail 2021-2025

            ## Glossaire

            - Action : ce qui est fait
            - Axe : ce qui regroupe des objectifs
            - Objectif : ce qui est visé

            ## Méthode

            1. Lister les risques
            2. Choisir ses priorités
            3. Suivre les résultats
            """,
            id="a glossary and a method",
        ),
        pytest.param(
            """
            # Feuille de route cancers

            Le calendrier des priorités :

            - mars : comité de pilotage ;
            - juin : signature ;
            - septembre : lancement.
            """,
            id="a calendar",
        ),
    ],
)
def test_lists_and_sections(content: str):
    assert titles(markdown(content)) == []


def test_examples_under_axes_are_none():
    document = markdown("""
        # Stratégie décennale : deuxième comité de suivi

        Quelques exemples de réalisations :

        ## Axe 1 : Amplifier la prévention

        - la vaccination a commencé dans 7 000 collèges ;
        - un club de villes a été créé.

        ## Axe 2 : Réduire les séquelles

        - 120 hôpitaux proposent un programme.
    """)
    assert titles(document) == ["Amplifier la prévention", "Réduire les séquelles"]


def test_what_an_objective_goes_on_to_list():
    document = markdown("""
        # Plan cancer 2030

        ## Objectif 1 : Réduire les délais

        Indicateurs :

        - délai entre annonce et traitement ;
        - part des patients vus en dix jours.

        ## Objectif 2 : Étendre les soins de support

        Partenaires :

        - la Ligue
        - la Fondation
    """)
    assert titles(document) == ["Réduire les délais", "Étendre les soins de support"]


@pytest.mark.parametrize(
    "field",
    ["Échéance : septembre 2027", "Pilotes : Villes", "État d’avancement : engagé", "Pilote"],
)
def test_a_field_above_an_objective_groups_nothing(field: str):
    document = text(
        "Plan vélo 2026-2032\n\nObjectif 1 : Rendre les trajets sûrs\n\n"
        f"Apaiser les abords des écoles.\n\n{field}\n\nObjectif 2 : Aider à s’équiper\n"
    )
    assert titles(document) == ["Rendre les trajets sûrs", "Aider à s’équiper"]


def test_a_line_above_an_objective_groups_it_although_it_has_a_colon():
    document = text(
        "Plan vélo 2026-2032\n\nDes villes apaisées : la priorité aux enfants\n\n"
        "Objectif 1 : Rendre les trajets sûrs\n\nDes vélos pour tous\n\n"
        "Objectif 2 : Aider à s’équiper\n"
    )
    assert titles(document)[0] == "Des villes apaisées : la priorité aux enfants"


def test_menus_of_a_page():
    document = page("""
        <nav><ul><li>Axe 1</li><li>Axe 2</li><li>Contact</li></ul></nav>
        <h1>La stratégie régionale</h1>
        <p>Elle sera présentée en mars devant les élus et les associations de la région.</p>
        <p>Retrouvez aussi l'axe 1 et l'axe 2 de la stratégie précédente sur notre site.</p>
    """)
    assert titles(document) == []

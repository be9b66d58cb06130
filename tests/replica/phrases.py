"""The words that the replica's texts are made of: subjects, places, bodies, sentences with gaps.

Gaps: {sujet} with its article, {du_sujet}, {au_sujet}, {lieu}, {org}, {d_org}, {autre}, {annee},
{horizon}, {jour}, {pct}, {hausse}, {nombre}, {compte}, {montant}, {axes}.
"""

from __future__ import annotations

SUBJECTS = """
le dépistage organisé du cancer colorectal
le dépistage du cancer du col de l’utérus
le dépistage du cancer du sein
le dépistage des cancers du poumon
la vaccination contre les papillomavirus humains
la lutte contre le tabagisme
la réduction de la consommation d’alcool
l’activité physique adaptée
la radiothérapie
la chirurgie oncologique
les cancers pédiatriques
les cancers de mauvais pronostic
les soins de support
le parcours de l’après-cancer
le droit à l’oubli
la recherche translationnelle
les essais cliniques précoces
les sites de recherche intégrée
l’oncogériatrie
l’oncogénétique
les données de santé en cancérologie
le registre national des cancers
la préservation de la fertilité
le maintien dans l’emploi
les expositions professionnelles
l’exposition aux rayonnements ultraviolets
la prévention nutritionnelle
l’immunothérapie
les anticancéreux par voie orale
la télésurveillance des patients
la formation des infirmiers en pratique avancée
les réunions de concertation pluridisciplinaire
""".strip().splitlines()

PLACES = """
en Bretagne
en Occitanie
en Île-de-France
en Normandie
en Nouvelle-Aquitaine
en Guadeloupe
en Martinique
en Guyane
en Corse
dans les Hauts-de-France
dans le Grand Est
dans les Pays de la Loire
dans les territoires ruraux
à La Réunion
à Mayotte
outre-mer
au niveau national
en Auvergne-Rhône-Alpes
en Bourgogne-Franche-Comté
en Provence-Alpes-Côte d’Azur
""".strip().splitlines()

ORGANISATIONS = """
la Haute Autorité de santé
Santé publique France
la Caisse nationale de l’Assurance maladie
la Ligue contre le cancer
la Fondation ARC
Unicancer
l’Inserm
le CNRS
le ministère de la Santé et de la Prévention
la Direction générale de l’offre de soins
la Direction générale de la santé
l’Agence nationale de sécurité du médicament et des produits de santé
la Société française du cancer
la Société française de radiothérapie oncologique
l’Institut Curie
Gustave Roussy
le Centre international de recherche sur le cancer
le Conseil national de l’Ordre des médecins
l’Agence nationale de la recherche
la Fédération hospitalière de France
""".strip().splitlines()

TITLES = {
    "press": """
{Sujet} : l’Institut lance un appel à projets {lieu}
{montant} millions d’euros pour {sujet} {lieu}
{Sujet} {lieu} : premiers résultats d’une étude menée en {annee}
Bilan {annee} {du_sujet} {lieu}
{Sujet} : une feuille de route {annee}-2030 {lieu}
Une campagne consacrée {au_sujet} {lieu}
L’Institut national du cancer et {org} s’engagent pour {sujet}
{Sujet} : ce que change la stratégie décennale {lieu}
""",
    "news": """
{Sujet} : {org} publie ses recommandations
Appel à candidatures {annee} : {sujet} {lieu}
{Sujet} {lieu} : retour sur la journée d’échanges
Une enquête {d_org} sur {sujet}
{Sujet} : {nombre} professionnels formés {lieu}
Semaine européenne {annee} : {sujet} {lieu}
""",
    "catalogue": """
Guide pratique : {sujet} {lieu}
{Sujet} : état des lieux {annee}
Synthèse {annee} : {sujet} {lieu}
{Sujet} : ce qu’il faut savoir en {annee}
""",
    "strategy": """
{Sujet} : les actions de la stratégie décennale {lieu}
Où en est la stratégie pour {sujet} {lieu} ?
{Sujet} : les engagements pris pour {annee}
""",
}

LEADS = """
L’Institut national du cancer présente avec {org} un programme consacré {au_sujet} {lieu}.
Le comité de suivi {du_sujet} s’est réuni avec {org} ; il retient {axes} priorités d’ici {horizon}.
L’avancement {du_sujet} a été examiné {lieu} par {org}, à la demande de l’Institut.
Un budget de {montant} millions d’euros est réservé {au_sujet} {lieu} jusqu’en {horizon}.
Une étude {d_org} sur {sujet}, menée {lieu} auprès de {nombre} personnes, rend ses résultats.
La stratégie décennale fait une place nouvelle {au_sujet} : {axes} actions commencent {lieu}.
""".strip().splitlines()

SENTENCES = """
D’ici {horizon}, {pct} % des personnes concernées devront bénéficier {lieu} d’un suivi personnalisé.
En {annee}, {nombre} personnes ont été accompagnées par {compte} équipes réparties {lieu}.
Les travaux {d_org} montrent une progression de {hausse} points depuis {annee}.
Le budget consacré {au_sujet} passe à {montant} millions d’euros pour les années {annee}-{horizon}.
La feuille de route prévoit {axes} axes et {compte} actions, dont la moitié avant fin {annee}.
Les recommandations {d_org} seront actualisées au premier trimestre {horizon}.
L’Institut national du cancer coordonne la démarche avec {org} et {autre}.
« Pour {sujet}, l’enjeu est d’agir plus tôt et plus près des patients », rappelle {org}.
Un comité de pilotage associant {org} se réunira deux fois par an à compter du {jour}.
Les candidatures sont attendues jusqu’au {jour} ; {compte} dossiers au plus seront retenus.
À l’horizon {horizon}, l’objectif est de réduire de {nombre} le nombre de nouveaux cas évitables.
Près de {pct} % des établissements autorisés déclarent avoir mis en place un dispositif dédié.
Une évaluation indépendante, confiée à {compte} experts, sera rendue publique le {jour}.
Les inégalités observées {lieu} restent fortes : l’écart de participation atteint {hausse} points.
Cette mesure complète l’action {compte} de la stratégie de lutte contre les cancers 2021-2030.
Depuis {annee}, {org} recueille les données nécessaires au pilotage {du_sujet}.
La participation s’établit à {pct} % en {annee}, contre {hausse} % lors de la première campagne.
{nombre} professionnels ont suivi la formation proposée par {autre} entre janvier et juin {annee}.
Le cahier des charges, élaboré avec {org}, précise les critères de qualité et de sécurité.
Dans {compte} départements, un médiateur en santé ira au-devant des personnes éloignées du soin.
L’ensemble des acteurs {du_sujet} a été consulté entre mars et octobre {annee}.
Les associations de patients ont proposé {compte} amendements, dont {axes} ont été repris.
Une convention signée le {jour} avec {autre} fixe les engagements de chacun pour cinq ans.
La mortalité prématurée devrait reculer de {hausse} % entre {annee} et {horizon}, selon {org}.
Un rapport d’étape sera remis au Parlement avant le {jour}.
Le dispositif sera étendu à l’ensemble du territoire à la rentrée {horizon}.
Les crédits sont répartis entre {axes} appels à projets, ouverts aux équipes publiques et privées.
Une plateforme commune permettra d’ici mi-{horizon} de partager les données de {nombre} dossiers.
{pct} % des répondants se disent mieux informés qu’il y a cinq ans, d’après l’enquête {d_org}.
Les premières inclusions ont commencé le {jour} dans {compte} centres investigateurs.
L’Institut rappelle que quatre cancers sur dix pourraient être évités chaque année.
Un indicateur de délai, calculé chaque trimestre, mesurera l’accès {au_sujet} {lieu}.
""".strip().splitlines()

AXES = """
Améliorer la prévention
Limiter les séquelles et améliorer la qualité de vie
Lutter contre les cancers de mauvais pronostic
S’assurer que les progrès bénéficient à tous
Renforcer l’information sur {sujet}
Former les professionnels {lieu}
Soutenir la recherche consacrée {au_sujet}
Rapprocher les soins des patients {lieu}
Mesurer les résultats {du_sujet} d’ici {horizon}
Associer {org} au pilotage
""".strip().splitlines()

CORRECTIONS = (
    "Ce chiffre, mis à jour {le_jour}, est porté à {nombre} personnes pour l’année écoulée.",
    "Le calendrier est revu : la généralisation interviendra d’ici {horizon} au lieu de l’échéance "
    "prévue, après avis {d_org}.",
    "L’enveloppe est relevée à {montant} millions d’euros à la demande {d_org}.",
)

THEMES = (
    "Dépistage",
    "Prévention",
    "Recherche",
    "Soins",
    "Qualité de vie",
    "Stratégie décennale",
    "Épidémiologie",
    "Cancers de l’enfant",
)
AUDIENCES = ("Grand public", "Professionnels de santé", "Patients et proches", "Chercheurs")
COLLECTIONS = {"89": "Rapports et plans", "91": "Fiches pratiques", "94": "Guides patients"}
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

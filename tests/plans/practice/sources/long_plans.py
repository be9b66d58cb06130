"""Marked sources of the long documents, built from the outlines in `data/`.

Each outline line is an axis (`#`), an objective (`##`) or an action (`-`); the opening pages stand
in the `.head` files. The rest is drawn from small pools with a fixed seed, so that a document is
always the same.
"""

import random
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
LEADS = "INCa|DGS|DGOS|Cnam|Santé publique France|DGESIP|Inserm|HAS|ANSM|Haute Autorité de santé"
PARTNERS = "ARS|Ligue contre le cancer|Unicancer|CRCDC|URPS|MSA|Fondation ARC|Rectorats|SFAP|FHF"
INDICATORS = (
    "Nombre de structures engagées|Part des patients concernés|Nombre de professionnels formés|"
    "Délai moyen constaté|Taux de participation|Nombre de conventions signées|Rapport publié|"
    "Part des régions couvertes|Nombre de projets financés"
)
DEADLINES = {
    "2027": "2027",
    "2028-06": "juin 2028",
    "2029-01/2029-06": "1er semestre 2029",
    "2028-10/2028-12": "fin 2028",
    "2027/2032": "2027-2032",
    "2029-04/2029-06": "2e trimestre 2029",
    "2031-09": "septembre 2031",
}
PROSE = """
Les écarts observés d’une région à l’autre restent importants et tiennent pour partie à l’offre.
Les professionnels interrogés soulignent le manque de temps et d’outils partagés.
Une expérimentation conduite dans trois départements a donné des résultats encourageants.
Les associations demandent de longue date que cette difficulté soit traitée.
En 2024, 41 % des personnes concernées n’avaient reçu aucune information.
La mission confiée à l’inspection générale a montré l’intérêt d’un pilotage unique.
Le coût de l’inaction est élevé, tant pour les malades que pour la collectivité.
Plusieurs pays voisins ont ouvert la voie, notamment le Danemark et les Pays-Bas.
Les travaux seront menés en lien étroit avec les représentants des usagers.
Un cahier des charges sera élaboré puis soumis à concertation.
Les territoires ultramarins feront l’objet d’une attention particulière.
Une première étape consistera à dresser un état des lieux partagé.
Les moyens correspondants seront précisés chaque année en loi de financement.
Cette évolution suppose d’adapter les systèmes d’information existants.
Près de 12 000 personnes sont concernées chaque année.
Les résultats seront rendus publics et discutés avec les parties prenantes.
La crise sanitaire a retardé les travaux engagés lors de la période précédente.
Le dispositif repose sur le volontariat des établissements.
""".strip().splitlines()
EXAMPLES = """
Un guide remis à 3 000 lycéens
Une formation ouverte à Tours
Un numéro vert testé à Lens
Deux thèses financées
Un atelier mensuel à Cayenne
Une charte signée par neuf communes
""".strip().splitlines()
STEPS = """
Constituer un groupe de travail
Rédiger un cahier des charges
Choisir les sites volontaires
Former les équipes
Dresser un premier bilan
Étendre à l’ensemble des régions
""".strip().splitlines()


def outline(name: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Axes with their objectives with their actions."""
    axes: list = []
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        mark, title = line.split(" ", 1)
        if mark == "#":
            axes.append((title, []))
        elif mark == "##":
            axes[-1][1].append((title, []))
        else:
            axes[-1][1][-1][1].append(title)
    return axes


def opening(name: str) -> str:
    return (DATA / f"{name}.head").read_text(encoding="utf-8")


def prose(draw: random.Random, count: int) -> str:
    return " ".join(draw.sample(PROSE, count))


def some(draw: random.Random, pool: str, mark: str, most: int = 1, between: str = ", ") -> str:
    words = draw.sample(pool.split("|"), draw.randint(1, most))
    return between.join(f"⟦{mark}|{word}⟧" for word in words)


def deadline(draw: random.Random) -> str:
    iso = draw.choice(list(DEADLINES))
    return f"⟦d|{iso}|{DEADLINES[iso]}⟧"


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def national() -> str:
    """A full plan in HTML: contents, action sheets under each objective, a table of all actions."""
    draw, axes = random.Random(58), outline("national")
    contents, recap, text = ["<h2>Sommaire</h2><div class='toc'>"], [], []
    o = 0
    for x, (axis, objectives) in enumerate(axes, 1):
        contents.append(f"<div><b>Axe {x} – {axis}</b><i></i>{3 + 2 * o}</div>")
        text.append(f"<div style='page: axe{x}'><div class='garde'><small>Axe {x}</small>")
        text.append(f"⟦X|{x}||axe|{axis}⟧</div><p>")
        text.append(f"⟦c|P|O|4|exact|{x}|Cet axe comporte quatre objectifs.⟧ {prose(draw, 3)}</p>")
        for objective, actions in objectives:
            o += 1
            contents.append(f"<div>Objectif {o} : {objective}<i></i>{4 + 2 * o}</div>")
            text.append(f"<h3>Objectif {o} : ⟦O|{o}|{x}|objectif|{objective}⟧</h3>")
            text.append(f"<p>{prose(draw, 4)}</p>")
            if o % 3 == 0:
                items = "".join(f"<li>{words}</li>" for words in draw.sample(EXAMPLES, 3))
                text.append(f"<p><b>Ce qui a déjà été fait</b></p><ul>{items}</ul>")
            for a, action in enumerate(actions, 1):
                recap.append(row(f"Action {o}.{a}", action))
                text.append(f"<h4>Action {o}.{a} – ⟦A|{o}.{a}|{o}|action|{action}⟧</h4>")
                also = f" Voir aussi l’action {draw.randint(1, 16)}.2." if a == 4 else ""
                text.append(f"<p>{prose(draw, 3)}{also}</p><table>")
                text.append(row("Pilote", some(draw, LEADS, "l")))
                text.append(row("Partenaires", some(draw, PARTNERS, "p", 3)))
                text.append(row("Échéance", deadline(draw)))
                text.append(row("Indicateurs", some(draw, INDICATORS, "i", 2, "<br>")))
                text.append("</table>")
        text.append("</div>")
    text += ["<h2>Annexe – Récapitulatif des actions</h2><table class='recap'>", *recap]
    head = opening("national").replace("CONTENTS", "\n".join([*contents, "</div>"]))
    return "\n".join([head, *text, "</table></body></html>"])


def report() -> str:
    """A yearly report in HTML for LibreOffice: what became of each action, in prose and tables."""
    draw, text = random.Random(59), [opening("report")]
    states = ["en cours", "réalisée", "non démarrée", "retardée"]
    titles = row("<b>Pilote</b>", "<b>Échéance</b>", "<b>État</b>")
    for x, (axis, objectives) in enumerate(outline("report"), 1):
        text.append(f"<h2>Orientation stratégique {x}<br>")
        text.append(f"⟦X|{x}||orientation stratégique|{axis}⟧</h2><p>{prose(draw, 7)}</p>")
        for o, (objective, actions) in enumerate(objectives, 1):
            text.append(f"<h3>Mesure {x}.{o} – ⟦O|{x}.{o}|{x}|mesure|{objective}⟧</h3>")
            text.append(f"<p>⟦c|P|A|4|exact|{x}.{o}|Cette mesure est déclinée en 4 actions.⟧")
            text.append(f"{prose(draw, 6)}</p>")
            for a, action in enumerate(actions, 1):
                number, year = f"{x}.{o}.{a}", draw.randint(2025, 2028)
                text.append(f"<h4>Action {number} – ⟦A|{number}|{x}.{o}|action|{action}⟧</h4>")
                text.append("<table border='1' width='100%' cellspacing='0' cellpadding='3'>")
                state = f"⟦s|{draw.choice(states)}⟧"
                text.append(titles + row(some(draw, LEADS, "l"), f"⟦d|{year}|{year}⟧", state))
                text.append(f"</table><p><i>Bilan 2026.</i> {prose(draw, draw.randint(3, 6))}</p>")
                text.append(f"<p><i>Suites.</i> {prose(draw, draw.randint(3, 5))}</p>")
                if a == 2:
                    text.append(f"<p>« {draw.choice(PROSE)} » (un délégué syndical)</p>")
    text.append("<h2>Annexe : textes de référence</h2><p>Code du travail, article L. 4121-1.</p>")
    return "\n".join([*text, "</body></html>"])


def regional() -> str:
    """A regional scheme in TeX: chapters, operational objectives and lettered actions."""
    draw, text = random.Random(60), [opening("regional")]
    shares = {"I.2": 60, "II.2": 75, "III.2": 40, "IV.2": 90}
    for chapter, (axis, objectives) in zip(shares, outline("regional"), strict=True):
        chapter = chapter.removesuffix(".2")
        text.append(rf"\chapter{{Chapitre {chapter} -- ⟦X|{chapter}||chapitre|{axis}⟧}}")
        text += [prose(draw, 9), r"\clearpage"]
        for o, (objective, actions) in enumerate(objectives, 1):
            number = f"{chapter}.{o}"
            mark = f"⟦O|{number}|{chapter}|objectif opérationnel|{objective}⟧"
            text.append(rf"\section{{Objectif opérationnel {number} : {mark}}}")
            text += [prose(draw, 9), "", prose(draw, 7), "", r"\noindent\textbf{Programme}", ""]
            for letter, action in zip("abcd", actions, strict=True):
                mark = f"⟦A|{number}.{letter}|{number}||{action}⟧"
                text.append(rf"\noindent\textbf{{{number}.{letter}}} {mark}\\")
                lead = f"Pilote : {some(draw, LEADS, 'l')} -- Échéance : {deadline(draw)}"
                text += [rf"\textit{{{lead}}}", "", prose(draw, draw.randint(3, 6)), ""]
            if number in shares:
                share = shares[number]
                words = rf"atteindre {share} \% en 2033"
                mark = f"⟦t|{number}|{share}|%|-|reach|no|2033|{words}⟧"
                text.append(f"Cible de l’objectif {number} : {mark}.")
            text.append(r"\clearpage")
    text.append(r"\chapter{Suivi}La commission spécialisée se réunit trois fois par an.")
    return "\n".join([*text, r"\end{document}"]).replace("41 %", r"41 \%")


def sheets() -> str:
    """A plan of one action sheet a page, in HTML for LibreOffice, with a version that lacks one."""
    draw, contents, text = random.Random(61), [], []
    number = 0
    for letter, (axis, objectives) in zip("ABC", outline("sheets"), strict=True):
        text.append(f"<h2>Axe {letter} : ⟦X|{letter}||axe|{axis}⟧</h2>")
        for action in (action for _, actions in objectives for action in actions):
            number += 1
            gone = number == 9
            line, steps = f"<p>Fiche action n° {number}, axe {letter}</p>", draw.sample(STEPS, 3)
            contents.append(f"⟪{line}⟫" if gone else line)
            budget = draw.choice(["40 000", "120 000", "250 000", "600 000"])
            value = budget.replace(" ", "")
            sheet = [
                f"<h3>FICHE ACTION N° {number}</h3><table border='1' width='100%' cellpadding='4'>",
                row("Intitulé", f"⟦A|{number}|{letter}|fiche action|{action}⟧"),
                row("Contexte", prose(draw, 4)),
                row("Étapes", "<br>".join(f"{rank}. {step}" for rank, step in enumerate(steps, 1))),
                row("Pilote", some(draw, LEADS, "l")),
                row("Partenaires", some(draw, PARTNERS, "p", 3)),
                row("Calendrier", deadline(draw)),
                row("Budget", f"⟦t|{number}|{value}|EUR|-|reach|no|-|{budget} euros⟧"),
                row("Indicateurs de suivi", some(draw, INDICATORS, "i", 2, "<br>")),
                "</table>",
            ]
            text.append(f"⟪{''.join(sheet)}⟫" if gone else "".join(sheet))
    head = opening("sheets").replace("CONTENTS", "\n".join(contents))
    return "\n".join([head, *text, "</body></html>"])


def sources() -> Iterator[tuple[Path, str]]:
    yield Path("58-plan-national-long.html"), national()
    yield Path("59-rapport-annuel-long.html"), report()
    yield Path("60-projet-regional-long.tex"), regional()
    yield Path("61-cancers-rares-fiches.html"), sheets()

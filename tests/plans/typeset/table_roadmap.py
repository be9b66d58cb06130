"""Roadmaps that are nothing but tables: the layouts, and the few lines above the tables."""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.look import Look
from tests.plans.typeset.plans import Label, Scheme
from tests.plans.typeset.press import Press
from tests.plans.typeset.roadmap_table import ARRANGEMENTS

NAMES = {"axis": "Axe", "objective": "Objectif", "action": "Action", "deadline": "Échéance"}
NAMES |= {"leads": "Pilote", "partners": "Partenaires", "indicators": "Indicateur"}


def set_roadmap(press: Press) -> None:
    """A title, perhaps sizes and an aim, the tables, a note."""
    gold, sizes, options = press.gold, press.plan.sizes, press.options
    press.text(press.title, 1, size=17, color=press.look.main)
    press.text("Tableau de suivi des actions – version consolidée", 2)
    if options.get("states"):
        nouns = options.get("nouns", {})
        counts = [
            gold.size(kind, sizes[kind], nouns.get(kind, ""))
            for kind in ("axis", "objective", "action")
        ]
        press.text(f"{' – '.join(counts)}".upper() if options.get("capital") else ", ".join(counts))
    if "aim" in options:
        press.text(f"Cible générale : {gold.aim(options['aim'])}.")
    ARRANGEMENTS[options["arrangement"]](press, press.plan.axes, options["columns"])
    press.text("Les échéances s'entendent sous réserve de la publication des textes.", 2, size=8)
    press.text("Le présent tableau sera mis à jour chaque année (voir action 2.1).", size=8)


WIDE = {"landscape": True, "margins": (36, 46)}

DOCUMENTS = [
    Document(
        "table-merged",
        "table_roadmap",
        "roadmap_2026_2030",
        set_roadmap,
        Scheme(
            Label("Priorité {n}", " – ", "priorité", "{i}"),
            Label("Objectif {n}", " : ", "objectif", "{i}"),
            Label("{n}", " ", "", "{p}.{r}"),
        ),
        Look("sans", 9.5, "#274c77", "#e7ecef", folio="n/N", **WIDE),
        missing="action",
        options={
            "arrangement": "merged",
            "columns": {**NAMES, "axis": "Priorité"},
            "states": True,
            "nouns": {"axis": "priorités"},
            "aim": 4,
        },
    ),
    Document(
        "table-banners",
        "table_roadmap",
        "plan_2014_2019",
        set_roadmap,
        Scheme(
            Label("Ambition {n}", " – ", "ambition", "{R}"),
            Label("Objectif n° {n}", " : ", "objectif", "{i}"),
            Label("Action {n}", " : ", "action", "{p}.{r}"),
        ),
        Look("sans", 9.5, "#6a1b4d", "#f1e4ec", running="title", folio="page", **WIDE),
        options={
            "arrangement": "banners",
            "columns": {
                "action": "Actions",
                "leads": "Porteur",
                "partners": "Partenaires associés",
                "deadline": "Calendrier",
            },
            "short": True,
            "banner": "#a8327f",
        },
    ),
    Document(
        "table-apart",
        "table_roadmap",
        "plan_2009_2013",
        set_roadmap,
        Scheme(
            Label("Axe", " ", "axe"),
            Label("Mesure {n}", " – ", "mesure", "{i}"),
            Label("", "", "", "{p}.{r}"),
        ),
        Look(
            "wide",
            8.5,
            "#1f6f54",
            "#e4f1ec",
            designs={"axis": "rule"},
            sizes=(13, 10, 9),
            bookmarks=True,
            **WIDE,
        ),
        missing="action",
        options={
            "arrangement": "apart",
            "columns": {
                "objective": "Mesure",
                "number": "N°",
                "action": "Intitulé de l'action",
                "indicators": "Indicateurs de suivi",
                "deadline": "Échéance",
            },
            "states": True,
            "nouns": {"objective": "mesures"},
            "aim": 11,
        },
    ),
    Document(
        "table-repeated",
        "table_roadmap",
        "regions:guadeloupe",
        set_roadmap,
        Scheme(
            Label("Axe {n}", " : ", "axe", "{i}"),
            Label("{n}", ". ", "", "{p}.{r}"),
            Label("{n}", ". ", "", "{p}.{a}"),
        ),
        Look("serif", 10, "#333333", "#f0f0f0", folio="", **WIDE),
        options={
            "arrangement": "repeated",
            "columns": {
                "axis": "Axe stratégique",
                "objective": "Objectif",
                "action": "Action",
                "leads": "Pilote(s)",
                "deadline": "Échéance",
                "indicators": "Indicateur(s) de résultat",
            },
            "states": True,
            "capital": True,
            "valign": "MIDDLE",
        },
    ),
    Document(
        "table-sheets",
        "table_roadmap",
        "strategy_2021_2030",
        set_roadmap,
        Scheme(
            Label("AXE {n}", " : ", "axe", "{i}"),
            Label("{n}", " ", "", "{p}.{r}"),
            Label("", "", "", "{p}.{r}"),
        ),
        Look("sans", 9, "#00407a", "#dbe7f3", running="title", folio="n", **WIDE),
        options={
            "arrangement": "banners",
            "columns": {
                "objective": "Fiche",
                "number": "Réf.",
                "action": "Action",
                "deadline": "Échéance",
                "leads": "Pilote",
            },
            "states": True,
            "nouns": {"objective": "thématiques"},
            "banner": "#0a6ebd",
        },
    ),
]

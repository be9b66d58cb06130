"""The layouts of full plans, and the long one that speed is measured with."""

from __future__ import annotations

from tests.plans.typeset.document import Document
from tests.plans.typeset.full_plan import set_plan
from tests.plans.typeset.look import Look
from tests.plans.typeset.plans import Label, Scheme

STRATEGY = Scheme(
    Label("AXE-{n}", ". ", "axe", "{r}"),
    Label("{n}", " ", "", "{p}.{r}"),
    Label("Action {n}", " : ", "action", "{p}.{r}"),
)
ROMAN = Scheme(
    Label("Axe {n}", " – ", "axe", "{R}"),
    Label("{n}", " – ", "", "{p}.{r}"),
    Label("{n}", " ", "", "{p}.{a}"),
)
AMBITIONS = Scheme(
    Label("Ambition {n}", " – ", "ambition", "{i}"),
    Label("Objectif {n}", " : ", "objectif", "{i}"),
    Label("Action {n}", " : ", "action", "{p}.{r}"),
)
SHEETS = Scheme(
    Label("Priorité {n}", " : ", "priorité", "{R}"),
    Label("Objectif n° {n}", " – ", "objectif", "{i}"),
    Label("Fiche-action n° {n}", " : ", "fiche action", "{p}.{r}"),
)
MEASURES = Scheme(
    Label("Axe {n}", " – ", "axe", "{i}"),
    Label("Mesure {n}", " – ", "mesure", "{i}"),
    Label("Action {n}", " – ", "action", "{p}.{r}"),
    Label("Sous-action {n}", " – ", "sous-action", "{p}.{a}"),
)
NUMBERED_SHEETS = Scheme(
    Label("Orientation stratégique {n}", " : ", "orientation stratégique", "{A}"),
    Label("Objectif {n}", " : ", "objectif", "{p}{r}"),
    Label("Fiche action {n}", " : ", "fiche action", "{i}"),
)

DOCUMENTS = [
    Document(
        "full-plan-boxed",
        "full_plan",
        "plan_2014_2019",
        set_plan,
        AMBITIONS,
        Look(
            "sans",
            10,
            "#a3195b",
            "#f6e6ee",
            designs={"axis": "box", "objective": "box", "action": "box"},
            contents="numbers",
            running="axis",
            folio="n",
            dividers=True,
        ),
        missing="action",
        options={
            "sheet": "table",
            "contents": ("axis", "objective"),
            "page_per_objective": True,
            "nouns": {"axis": "ambitions"},
            "this_axis": "Cette ambition",
            "aims": (8, 10),
            "context": 2,
        },
    ),
    Document(
        "full-plan-roman",
        "full_plan",
        "strategy_2021_2030",
        set_plan,
        ROMAN,
        Look(
            "serif",
            10.5,
            "#12355b",
            designs={"axis": "plain", "objective": "rule"},
            capitals=("axis",),
            contents="dots",
            running="axis",
            folio="n/N",
            bookmarks=True,
            dividers=True,
            justified=True,
        ),
        options={
            "sheet": "labelled",
            "contents": ("axis", "objective"),
            "contents_heading": "Table des matières",
            "aims": (0, 1, 2, 7),
            "about": 230,
            "broken": True,
        },
    ),
    Document(
        "full-plan-cards",
        "full_plan",
        "roadmap_2026_2030",
        set_plan,
        SHEETS,
        Look(
            "sans",
            9.5,
            "#00694e",
            "#e0f2ec",
            designs={"axis": "band", "objective": "bar", "action": "band"},
            contents="links",
            running="title",
            folio="page",
        ),
        missing="action",
        options={
            "sheet": "card",
            "nouns": {"axis": "priorités"},
            "this_axis": "Cette priorité",
            "aims": (4, 6),
            "words": True,
        },
    ),
    Document(
        "full-plan-stacked",
        "full_plan",
        "plan_2009_2013",
        set_plan,
        MEASURES,
        Look(
            "wide",
            9,
            "#d2691e",
            "#fbeee2",
            designs={"axis": "band", "objective": "stacked", "action": "stacked"},
            capitals=("objective",),
            contents="dots",
            running="axis",
            folio="n",
            bookmarks=True,
        ),
        subactions=True,
        options={
            "sheet": "short",
            "nouns": {"objective": "mesures"},
            "aims": (9, 12),
            "page_per_objective": True,
        },
    ),
    Document(
        "full-plan-regional",
        "full_plan",
        "regions:guadeloupe",
        set_plan,
        NUMBERED_SHEETS,
        Look(
            "sans",
            11,
            "#4a4a4a",
            "#eeeeee",
            designs={"axis": "tint", "objective": "rule", "action": "tint"},
            folio="",
        ),
        options={
            "sheet": "header",
            "nouns": {"axis": "orientations stratégiques"},
            "this_axis": "Cette orientation",
            "aims": (11,),
        },
    ),
]

LONG = Document(
    "long-plan",
    "full_plan",
    "strategy_2021_2030",
    set_plan,
    STRATEGY,
    Look(
        "sans",
        10,
        "#1b3f8b",
        designs={"axis": "band", "objective": "rule", "action": "box"},
        contents="dots",
        running="axis",
        folio="n/N",
        bookmarks=True,
        dividers=True,
    ),
    options={"sheet": "long", "page_per_objective": True, "aims": (0, 1, 2, 7), "context": 3},
)

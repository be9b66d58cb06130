"""The data.gouv.fr of the replica: two datasets of the institute, one of another body, their files.

"INCA" is also the name of a study of another agency: a search for it finds that one too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.replica.answer import Answer, Asked, page
from tests.replica.odd_pages import missing
from tests.replica.pdfs import typeset
from tests.replica.phrases import PLACES, SUBJECTS
from tests.replica.sites import RobotsRules

PROJECTS = 60
PUBLISHED = datetime(2023, 3, 14, 8, tzinfo=UTC)
INSTITUTE = {
    "id": "534fff8ba3a7292c64a77ef2",
    "slug": "institut-national-du-cancer",
    "name": "Institut national du cancer",
    "acronym": "INCa",
}
AGENCY = {
    "id": "534fff8ca3a7292c64a77f0d",
    "slug": "anses",
    "name": "Agence nationale de sécurité sanitaire de l’alimentation",
    "acronym": "Anses",
}


@dataclass(frozen=True)
class Dataset:
    """A dataset of one file; `make` gives the file's content."""

    slug: str
    title: str
    owner: dict[str, str]
    file: str
    format: str
    media_type: str
    make: Callable[[], bytes]

    @property
    def path(self) -> str:
        """Where its file is."""
        return f"/resources/{self.slug}/20230314-080000/{self.file}"


def projects_csv() -> bytes:
    """The projects that the institute supported, as a French Windows writes tables."""
    random = Random("projects")
    rows = ["Numéro;Année;Intitulé du projet;Région;Montant (€)"]
    for number in range(1, PROJECTS + 1):
        where = random.choice(PLACES)
        amount = f"{random.randint(80, 900)} {random.randint(100, 999)},00"
        year = random.randint(2008, 2022)
        title = f"Recherche sur {random.choice(SUBJECTS)}, lot {number}"
        rows.append(f"{year}-{number:03};{year};{title};{where};{amount}")
    return "\r\n".join([*rows, ""]).encode("cp1252")


def projects_note() -> bytes:
    """What the columns of that table mean."""
    return typeset(
        "Projets de recherche soutenus par l’Institut : notice",
        (
            "Ce fichier recense les projets de recherche que l’Institut national du cancer a "
            "soutenus entre 2008 et 2022, avec leur région et le montant attribué.",
            "Les montants sont exprimés en euros. La prochaine mise à jour est prévue d’ici 2025.",
        ),
    )


def foods_csv() -> bytes:
    """A table of the other INCA."""
    return "Aliment;Consommation (g/j)\r\nPain;118,4\r\nPâtes;37,9\r\n".encode("cp1252")


DATASETS = (
    Dataset(
        "projets-de-recherche-soutenus-par-linstitut-2008-2022",
        "Projets de recherche soutenus par l’Institut 2008-2022",
        INSTITUTE,
        "projets-2008-2022.csv",
        "csv",
        "text/csv",
        projects_csv,
    ),
    Dataset(
        "notice-des-projets-de-recherche",
        "Notice des projets de recherche soutenus par l’Institut",
        INSTITUTE,
        "notice-projets.pdf",
        "pdf",
        "application/pdf",
        projects_note,
    ),
    Dataset(
        "donnees-de-consommations-de-letude-inca-3",
        "Données de consommations et habitudes alimentaires de l’étude INCA 3",
        AGENCY,
        "inca-3-consommations.csv",
        "csv",
        "text/csv",
        foods_csv,
    ),
)


class DataSite:
    """Answers as the API does, and serves the files; `base` is its own address."""

    def __init__(self, robots: RobotsRules, base: str) -> None:
        self._robots, self.base = robots, base

    def answer(self, asked: Asked) -> Answer:
        """What the site answers."""
        path = asked.path.rstrip("/")
        if path == "/robots.txt":
            return self._robots.text("/admin/")
        if path == "/api/1/datasets":
            return self._page_of(list(DATASETS), asked)
        for owner in (INSTITUTE, AGENCY):
            for name in (owner["slug"], owner["id"]):
                if path == f"/api/1/organizations/{name}":
                    return _as_json({**owner, "page": f"{self.base}/fr/organizations/{name}/"})
                if path == f"/api/1/organizations/{name}/datasets":
                    return self._page_of([each for each in DATASETS if each.owner is owner], asked)
        for each in DATASETS:
            if path == each.path:
                return Answer(each.make(), each.media_type, modified=PUBLISHED)
        return page(missing(), 404)

    def files(self) -> list[tuple[Dataset, str]]:
        """The institute's files with their addresses."""
        return [(each, self.base + each.path) for each in DATASETS if each.owner is INSTITUTE]

    def _page_of(self, datasets: list[Dataset], asked: Asked) -> Answer:
        number, size = asked.number("page", 1), asked.number("page_size", 20)
        shown = datasets[(number - 1) * size : number * size]
        following = f"{self.base}{asked.path}?page={number + 1}&page_size={size}"
        return _as_json(
            {
                "data": [self._tell(each) for each in shown],
                "next_page": following if number * size < len(datasets) else None,
                "page": number,
                "page_size": size,
                "previous_page": None,
                "total": len(datasets),
            }
        )

    def _tell(self, dataset: Dataset) -> dict[str, Any]:
        content = dataset.make()
        return {
            "id": f"dataset-{dataset.slug}",
            "slug": dataset.slug,
            "title": dataset.title,
            "organization": dataset.owner,
            "last_modified": PUBLISHED.isoformat(),
            "resources": [
                {
                    "id": f"resource-{dataset.slug}",
                    "title": dataset.file,
                    "url": self.base + dataset.path,
                    "format": dataset.format,
                    "mime": dataset.media_type,
                    "filesize": len(content),
                    "last_modified": PUBLISHED.isoformat(),
                }
            ],
        }


def _as_json(value: dict[str, Any]) -> Answer:
    return Answer(
        json.dumps(value, ensure_ascii=False).encode(), "application/json", modified=PUBLISHED
    )

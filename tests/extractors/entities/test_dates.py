"""French dates, gold written inline: what stands in [brackets] is a date, and nothing else is."""

from __future__ import annotations

import re

import pytest

from extractors.documents.typography import fold
from extractors.entities.dates import find_dates

EXAMPLES = [
    ("le [27 avril 2022]", "2022-04-27", "2022-04-27", "day", "on"),
    ("le [1er janvier 2024]", "2024-01-01", "2024-01-01", "day", "on"),
    ("[lundi 5 juillet 2021] à Paris", "2021-07-05", "2021-07-05", "day", "on"),
    ("le [28/04/2023]", "2023-04-28", "2023-04-28", "day", "on"),
    ("le [28.04.2023].", "2023-04-28", "2023-04-28", "day", "on"),
    ("au [2023-04-28]", "2023-04-28", "2023-04-28", "day", "on"),
    ("en [février 2014]", "2014-02-01", "2014-02-28", "month", "during"),
    ("en [Février 2016],", "2016-02-01", "2016-02-29", "month", "during"),
    ("en [2017]", "2017-01-01", "2017-12-31", "year", "during"),
    ("d’ici [2030]", "2030-01-01", "2030-12-31", "year", "by"),
    ("à l'horizon [2040]", "2040-01-01", "2040-12-31", "year", "by"),
    ("à horizon [2025],", "2025-01-01", "2025-12-31", "year", "by"),
    ("avant le [31 décembre 2025]", "2025-12-31", "2025-12-31", "day", "by"),
    ("d'ici à la [fin de 2024]", "2024-10-01", "2024-12-31", "quarter", "by"),
    ("jusqu'en [2026]", "2026-01-01", "2026-12-31", "year", "until"),
    ("jusqu'au [3 mai 2026]", "2026-05-03", "2026-05-03", "day", "until"),
    ("à compter du [1er mars 2023]", "2023-03-01", "2023-03-01", "day", "from"),
    ("dès [2022]", "2022-01-01", "2022-12-31", "year", "from"),
    ("depuis [juin 2019]", "2019-06-01", "2019-06-30", "month", "from"),
    ("le COP [2021-2025]", "2021-01-01", "2025-12-31", "period", "during"),
    ("la stratégie [2021–2030]", "2021-01-01", "2030-12-31", "period", "during"),
    ("le plan [2014-19]", "2014-01-01", "2019-12-31", "period", "during"),
    ("de [2005 à 2022]", "2005-01-01", "2022-12-31", "period", "during"),
    ("entre [2000 et 2016]", "2000-01-01", "2016-12-31", "period", "during"),
    ("du [22 septembre au 15 octobre 2020]", "2020-09-22", "2020-10-15", "period", "during"),
    ("du [16 au 18 juin 2022]", "2022-06-16", "2022-06-18", "period", "during"),
]


@pytest.mark.parametrize(
    ("example", "start", "end", "grain", "bound"), EXAMPLES, ids=[e[0] for e in EXAMPLES]
)
def test_date(example: str, start: str, end: str, grain: str, bound: str):
    text = re.sub(r"[\[\]]", "", example)
    marked = re.search(r"\[(.*)\]", example)
    assert marked
    (found,) = find_dates(fold(text))
    assert text[found.span.start : found.span.end] == marked[1]
    values = (found.start.isoformat(), found.end.isoformat(), found.grain, found.bound)
    assert values == (start, end, grain, bound)


@pytest.mark.parametrize(
    "text",
    [
        "loi n° 2021-119 et décret 2004-806",
        "01 41 10 14 44//06 20 72 11 25",
        "plus de 23 200 votes, 1 190 réponses",
        "5 ans, 15 jours, 9 h 30",
        "le 31/02/2022 n'existe pas",
        "article L. 1415-2",
        "1,2023 euros et 3.2021",
        "UMR1312, U2019a, n°20102",
    ],
)
def test_not_a_date(text: str):
    assert find_dates(fold(text)) == []


def test_offsets_hold_in_unfolded_text():
    text = "l’Institut, créé le 9 août 2004, d’ici 2030"
    assert [text[d.span.start : d.span.end] for d in find_dates(fold(text))] == [
        "9 août 2004",
        "2030",
    ]

"""A number, a kind and a day in, an unmistakable French text out: the same for the same three."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.replica.phrases import (
    AXES,
    CORRECTIONS,
    LEADS,
    MONTHS,
    ORGANISATIONS,
    PLACES,
    SENTENCES,
    SUBJECTS,
    THEMES,
    TITLES,
)
from tests.replica.publication import Kind, Pdf

LISTS_AXES_EVERY = 4  # one text of so many has a list of axes


@dataclass(frozen=True, slots=True)
class Text:
    """What a publication says, before it has a place."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]
    themes: tuple[str, ...]


def write_text(number: int, kind: Kind, day: date, taken: set[str]) -> Text:
    """A text of its own; its title is none of those taken, and is taken from then on."""
    random = Random(f"{kind} {number}")
    gaps = _fill_gaps(random, day)
    title = _capital(random.choice(TITLES[kind].strip().splitlines()).format(**gaps))
    while title in taken:
        gaps = _fill_gaps(random, day)
        title = _capital(random.choice(TITLES[kind].strip().splitlines()).format(**gaps))
    taken.add(title)
    lead = _capital(random.choice(LEADS).format(**gaps))
    themes = tuple(sorted(random.sample(THEMES, random.randint(1, 3))))
    return Text(title, lead, _write_paragraphs(random, gaps, day, number), themes)


def write_pdf(number: int, title: str, day: date) -> Pdf:
    """The file that goes with a page: another text on the same subject."""
    random = Random(f"pdf {number}")
    heading = f"Dossier de presse n° {number} – {title}"
    paragraphs = _write_paragraphs(random, _fill_gaps(random, day), day, number + 1)
    stem = " ".join(title.replace(" :", "").replace("/", "-").split()[:6])
    name = f"Dossier {stem} {day:%d%m%Y}.pdf"
    return Pdf(name, heading, (f"Boulogne-Billancourt, le {say_day(day)}", *paragraphs))


def write_correction(number: int, revision: str, day: date) -> str:
    """A sentence that changes what a text says."""
    random = Random(f"correction {number} {revision}")
    gaps = _fill_gaps(random, day)
    return _capital(random.choice(CORRECTIONS).format(le_jour=f"le {say_day(day)}", **gaps))


def say_day(day: date) -> str:
    """A day in French words."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def of(noun: str) -> str:
    """The noun phrase after "de"."""
    for article, contracted in (("le ", "du "), ("les ", "des ")):
        if noun.startswith(article):
            return contracted + noun.removeprefix(article)
    return f"d’{noun}" if noun[0] in "AEIOUÉ" else f"de {noun}"


def to(noun: str) -> str:
    """The noun phrase after "à"."""
    for article, contracted in (("le ", "au "), ("les ", "aux ")):
        if noun.startswith(article):
            return contracted + noun.removeprefix(article)
    return f"à {noun}"


def _write_paragraphs(
    random: Random, gaps: dict[str, str], day: date, number: int
) -> tuple[str, ...]:
    sentences: list[str] = []
    for pattern in random.sample(SENTENCES, random.randint(8, 13)):
        # one subject and one place a text, but new figures, days and bodies for each sentence
        fresh = {
            **_fill_gaps(random, day),
            **{name: gaps[name] for name in ("sujet", "du_sujet", "au_sujet")},
        }
        sentences.append(_capital(pattern.format(**fresh)))
    paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    if number % LISTS_AXES_EVERY == 0:
        chosen = random.sample(AXES, 3)
        paragraphs.append(f"Le programme {gaps['du_sujet']} s’articule autour de 3 axes :")
        paragraphs += [f"- Axe {n} – {axis.format(**gaps)}" for n, axis in enumerate(chosen, 1)]
    return tuple(paragraphs)


def _fill_gaps(random: Random, day: date) -> dict[str, str]:
    subject = random.choice(SUBJECTS)
    organisation, other = random.sample(ORGANISATIONS, 2)
    return {
        "sujet": subject,
        "Sujet": _capital(subject),
        "du_sujet": of(subject),
        "au_sujet": to(subject),
        "lieu": random.choice(PLACES),
        "org": organisation,
        "d_org": of(organisation),
        "autre": other,
        "annee": str(day.year - random.randint(0, 3)),
        "horizon": str(random.choice((2025, 2026, 2027, 2028, 2030, 2040))),
        "jour": say_day(day + timedelta(days=random.randint(20, 400))),
        "pct": str(random.randint(41, 97)),
        "hausse": str(random.randint(3, 39)),
        "nombre": f"{random.randint(2, 98)} {random.randint(100, 999)}",
        "compte": str(random.randint(11, 89)),
        "montant": f"{random.randint(2, 60)},{random.randint(1, 9)}",
        "axes": random.choice(("trois", "quatre", "cinq", "six", "sept")),
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

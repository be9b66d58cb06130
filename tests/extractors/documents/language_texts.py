"""French and English texts of many lengths and layouts, put together from `languages.json`.

Seeded: the same two hundred texts at every call.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

PARTS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "languages.json").read_text(encoding="utf-8")
)
TEXTS_PER_LANGUAGE = 100
SHORTEST, LONGEST = 60, 4000
ADDRESSES = (
    "https://www.cancer.fr/presse/lancement-de-la-feuille-de-route-2021-2025",
    "www.e-cancer.fr/content/download/470703/7131043/file/roadmap.pdf",
)


def write_texts() -> list[tuple[str, str]]:
    """Each text with the code of its language, French and English by turns."""
    random = Random(2030)
    return [
        (code, _write(code, random, SHORTEST + (LONGEST - SHORTEST) * number**2 // 99**2))
        for number in range(TEXTS_PER_LANGUAGE)
        for code in PARTS
    ]


def _write(code: str, random: Random, length: int) -> str:
    """A text of about `length` characters: sentences above all, and what documents put between."""
    parts = PARTS[code]
    lines: list[str] = []
    if length >= 2 * SHORTEST:
        lines.append(random.choice(parts["headings"]))
    while sum(map(len, lines)) < length:
        room = length - sum(map(len, lines))
        if room < 2 * SHORTEST or random.random() < 0.5:
            lines.append(_paragraph(code, random))
        else:
            lines.append(_interlude(code, random))
    return "\n".join(lines)


def _paragraph(code: str, random: Random) -> str:
    sentences = random.sample(PARTS[code]["sentences"], random.randint(1, 4))
    if len(sentences) > 2 and random.random() < 0.4:
        guest = random.choice(PARTS[code]["guests"])
        sentences.insert(1, f"« {guest} »." if code == "fr" else f"“{guest}”.")
    paragraph = " ".join(sentences)
    return paragraph if len(paragraph) >= SHORTEST else f"{paragraph} {_paragraph(code, random)}"


def _interlude(code: str, random: Random) -> str:
    parts = PARTS[code]
    return random.choice(
        (
            random.choice(parts["headings"]),
            "\n".join(f"• {item}" for item in random.sample(parts["items"], 3)),
            random.choice(parts["names"]),
            random.choice(ADDRESSES),
            "2021 2022 2023 2024\n1 250 3 410 12,5 % 48 000 €",
            random.choice(parts["guests"]),
        )
    )

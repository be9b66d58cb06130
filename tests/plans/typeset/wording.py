"""French forms of numbers and days.

Numbers and ISO days in, what a public body prints out; knows nothing of plans.
"""

from __future__ import annotations

from collections.abc import Callable

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
ROMAN += [f"XX{n}" for n in ROMAN[:9]] + ["XXX"] + [f"XXX{n}" for n in ROMAN[:9]]
RANKS = "Premier Deuxième Troisième Quatrième Cinquième Sixième Septième Huitième".split()
SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf"
).split()
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()


def spell(number: int, feminine: bool = False) -> str:
    """A number below a thousand in words."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{SMALL[hundreds]} cent" + ("" if rest else "s")
        return f"{head} {spell(rest, feminine)}" if rest else head
    words = _spell_tens(number)
    return words + "e" if feminine and words.endswith("un") else words


def _spell_tens(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{SMALL[number - 80]}"
    tens, ones = divmod(number, 10)
    if tens == 7:
        return "soixante et onze" if ones == 1 else f"soixante-{SMALL[ones + 10]}"
    if ones == 1:
        return f"{TENS[tens]} et un"
    return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")


def print_deadline(iso: str, short: bool = False) -> str:
    """A day, month, year or interval: "juin 2023", "fin 2024", "1er semestre 2024", "T2 2023"."""
    if not iso:
        return ""
    start, _, end = iso.partition("/")
    if end:
        return _print_interval(start, end, short)
    parts = start.split("-")
    if len(parts) == 3:
        if short:
            return "/".join(reversed(parts))
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{parts[1]}/{parts[0]}" if short else f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return start


def _print_interval(start: str, end: str, short: bool) -> str:
    if "-" not in start:
        return f"{start}-{end}"
    year, first = start.split("-")
    last = end.split("-")[1]
    named = {
        ("01", "06"): ("1er semestre", "S1"),
        ("07", "12"): ("2nd semestre", "S2"),
        ("04", "06"): ("2e trimestre", "T2"),
        ("10", "12"): ("fin", "fin"),
    }
    return f"{named[first, last][short]} {year}"


def print_amount(value: float) -> str:
    """A number with French thousands and decimals."""
    text = f"{value:,.1f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"
    return text.replace(",", " ").replace(".", ",")


# how a stated size is qualified, and what is printed
QUALIFIED: dict[str, Callable[[str], str]] = {
    "exact": lambda words: words,
    "more": lambda words: f"plus de {words}",
    "about": lambda words: f"près de {words}",
    "less": lambda words: f"moins de {words}",
}

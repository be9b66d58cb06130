"""What telling a document's language costs, ours against bare `langdetect.detect`.

CharRun as `python -m tests.benchmarks.language_cost`: milliseconds a document, median and worst.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

import langdetect

from extractors.documents.language import detect_language, warm_up
from tests.extractors.documents.language_texts import write_texts


def main() -> None:
    texts = write_texts()
    texts += [("fr", "\n".join(text for code, text in texts if code == "fr"))]  # as long as a plan
    texts += [("fr", "\n".join(text for _, text in texts))]  # half in English: none is sure
    started = perf_counter()
    warm_up()
    print(f"loading our profiles: {1000 * (perf_counter() - started):.0f} ms")
    langdetect.DetectorFactory.seed = 0
    langdetect.detect("une première fois, pour charger les profils")
    ours = _measure("ours", lambda text: detect_language(text)[0], texts)
    bare = _measure("bare langdetect", langdetect.detect, texts)
    print(f"ratio of the medians: {bare / ours:.1f}, {len(texts)} texts")


def _measure(name: str, detect: Callable[[str], str], texts: list[tuple[str, str]]) -> float:
    costs: list[float] = []
    wrong = 0
    for code, text in texts:
        started = perf_counter()
        found = detect(text)
        costs.append(1000 * (perf_counter() - started))
        wrong += found != code
    print(f"{name}: median {median(costs):.2f} ms, worst {max(costs):.2f} ms, {wrong} wrong")
    return median(costs)


if __name__ == "__main__":
    main()

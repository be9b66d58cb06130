"""What the institute does while the replica runs: publishes, changes, removes, moves.

A number of documents in, what was touched out. Each edit takes documents that no edit took before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from urllib.parse import unquote

from tests.replica.founding import beside, place_at, write_publication
from tests.replica.library import Address, Library
from tests.replica.publication import Kind, Publication, Site, morning_of
from tests.replica.writing import write_correction


@dataclass(frozen=True, slots=True)
class Touched:
    """What an edit did to a publication, as it is now, or was before it was removed.

    `former` are addresses that it had and lost, `redirects` whether these lead to the new ones;
    `pdf_addresses` are empty where its PDF was left alone.
    """

    publication: Publication
    addresses: tuple[str, ...]
    pdf_addresses: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    redirects: bool = False


class Editor:
    """Edits a library; safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._edited: set[int] = set()
        self._highest = max(library.state.publications)

    def publish(
        self, count: int, pdf: bool = False, site: Site = "cancer", kind: Kind = "press"
    ) -> list[Touched]:
        """New publications of today, each one document, or two with its PDF."""
        library = self._library
        with library.lock:
            day = library.next_day()
            new: list[Publication] = []
            for _ in range(count):
                self._highest += 1
                new.append(
                    write_publication(self._highest, (site,), kind, day, pdf, library.titles)
                )
                self._edited.add(self._highest)
            library.put(*new)
            return [self._whole(each) for each in new]

    def change(self, count: int, pdfs: int = 0) -> list[Touched]:
        """Another text on so many documents: the last `pdfs` of them are republished PDFs.

        A republished PDF keeps its address; of its page only the size in its label changes.
        """
        with self._library.lock:
            pages = self._choose(count - pdfs, lambda each: each.pdf is None)
            with_pdf = self._choose(pdfs, lambda each: each.pdf is not None)
            return [*self.revise(pages), *self.republish(with_pdf)]

    def remove(self, count: int) -> list[Touched]:
        """Publications without PDF that are gone: in no list, and 404 where they were."""
        with self._library.lock:
            chosen = self._choose(count, lambda each: each.pdf is None)
            return self.withdraw(chosen)

    def move(self, count: int, redirect: bool | None = None) -> list[Touched]:
        """Press releases of the old site that are on the new one from now on.

        Their old addresses redirect (301) or not (404): by default every other one does.
        """
        library = self._library
        with library.lock:
            chosen = self._choose(
                count,
                lambda each: each.site == "e-cancer" and each.kind == "press" and not each.pdf,
            )
            library.next_day()
            touched: list[Touched] = []
            for rank, old in enumerate(chosen):
                redirects = rank % 2 == 1 if redirect is None else redirect
                place = place_at("cancer", old.kind, old.number, old.title, old.pdf)
                new = replace(old, places=(place,))
                to = library.address_of(place)
                leads: Mapping[Address, str] = (
                    {(old.site, unquote(old.places[0].path)): to} if redirects else {}
                )
                library.put(new, redirects=leads)
                former = library.addresses_of(old)
                touched.append(Touched(new, (to,), former=former, redirects=redirects))
            return touched

    def revise(self, publications: list[Publication]) -> list[Touched]:
        """A correction in the text of each."""
        library = self._library
        with library.lock:
            day = library.next_day()
            revised = [
                replace(
                    each,
                    paragraphs=(
                        f"{each.paragraphs[0]} {write_correction(each.number, str(day), day)}",
                        *each.paragraphs[1:],
                    ),
                    updated=day,
                    modified=morning_of(day),
                )
                for each in publications
            ]
            library.put(*revised)
            return [Touched(each, library.addresses_of(each)) for each in revised]

    def republish(self, publications: list[Publication]) -> list[Touched]:
        """Another PDF at the address of each one's PDF."""
        library = self._library
        with library.lock:
            day = library.next_day()
            new: list[Publication] = []
            for each in publications:
                assert each.pdf, f"{each.title} has no PDF"
                added = write_correction(each.number, f"pdf {day}", day)
                pdf = replace(each.pdf, paragraphs=(*each.pdf.paragraphs, added))
                moment = morning_of(day)
                new.append(replace(each, pdf=pdf, pdf_modified=moment, modified=moment))
            library.put(*new)
            return [self._whole(each) for each in new]

    def withdraw(self, publications: list[Publication]) -> list[Touched]:
        """Take publications away."""
        library = self._library
        with library.lock:
            library.next_day()
            library.take_away(each.number for each in publications)
            return [self._whole(each) for each in publications]

    def duplicate(self, publications: list[Publication]) -> list[Touched]:
        """One more listed address for the page of each."""
        library = self._library
        with library.lock:
            library.next_day()
            doubled = [
                replace(each, places=(*each.places, beside(each.places[0])))
                for each in publications
            ]
            library.put(*doubled)
            return [Touched(each, library.addresses_of(each)) for each in doubled]

    def restore(self, publications: list[Publication]) -> None:
        """Put publications back as they were; their servers know that this is new, too."""
        library = self._library
        with library.lock:
            moment = morning_of(library.next_day())
            library.put(
                *(
                    replace(each, modified=moment, pdf_modified=moment if each.pdf else None)
                    for each in publications
                )
            )

    def choose(self, count: int, with_pdf: bool) -> list[Publication]:
        """Publications at one place that no edit took before."""
        with self._library.lock:
            return self._choose(count, lambda each: (each.pdf is not None) == with_pdf)

    def _choose(self, count: int, suits: Callable[[Publication], bool]) -> list[Publication]:
        free = [
            each
            for each in self._library.publications()
            if each.number not in self._edited and len(each.places) == 1 and suits(each)
        ]
        if len(free) < count:
            raise ValueError(f"only {len(free)} of {count} publications are left to edit so")
        chosen = Random(f"choice {len(self._edited)}").sample(free, count)
        self._edited.update(each.number for each in chosen)
        return chosen

    def _whole(self, publication: Publication) -> Touched:
        library = self._library
        return Touched(
            publication, library.addresses_of(publication), library.pdf_addresses_of(publication)
        )

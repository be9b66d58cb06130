"""Organisations in French texts: folded text in, mentions linked to a register out.

`gazetteer` (the register's), `name_forms` (head nouns), `definitions` (the document's acronyms)
give candidates; `linking` tells which body each stands for; `finding` runs them.
"""

from extractors.entities.organisations.candidates import Candidate
from extractors.entities.organisations.finding import NamedEntity, OrganisationFinder
from extractors.entities.organisations.linking import FoundOrganisation
from extractors.entities.organisations.register import Register

__all__ = ["Candidate", "FoundOrganisation", "NamedEntity", "OrganisationFinder", "Register"]

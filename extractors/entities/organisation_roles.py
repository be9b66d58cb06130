"""What part an organisation plays where it is named: author, signatory, lead, funder, contact ...

The document and its mentions in order in, one role for each out. The words just before or after a
mention tell it, or those around the list of bodies in which it stands: "financé par A, B et C".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.entities.contacts import contact_places
from extractors.french.phrases import phrases_of
from extractors.records import Document, OrganisationRole, Span, Stretches, fold

REACH = 80  # characters before and after a list of bodies

_E = r"(?:é|ée|és|ées)"
_OF = r"(?:de(?: la| l'|s)?|du|d'|des)"
_CLOSELY = (
    r"(?: [ée]troite?| conjointe?(?:ment)?| directe?(?:ment)?| notamment| financi[èe]rement)?"
)
_BEFORE: tuple[tuple[OrganisationRole, str], ...] = (
    ("contact", r"contacts?(?: presse)? ?:?"),
    ("supervisor", rf"tutelles?{_CLOSELY}(?: {_OF}| :|\s?\(|,)?|plac{_E} sous l'autorit[ée] {_OF}"),
    (
        "funder",
        rf"(?:co-?)?financ{_E}{_CLOSELY}(?: [àa] hauteur [^.;:,]{{3,40}}?)?,? par"
        rf"|(?:co-?)?financeurs?(?: :| sont)?|soutien financier {_OF}|subventions? {_OF}"
        rf"|subventionn{_E} par|soutenue?s?{_CLOSELY} par|financements? {_OF}|dot{_E} par"
        rf"|m[ée]c[ée]nat {_OF}",
    ),
    (
        "signatory",
        rf"(?:conclue?s?|(?:co-?)?sign{_E}|pass{_E})(?: le [\w ]{{5,20}}?)? (?:entre|par)"
        r"|(?:convention|accord|contrat)(?:[ -]cadre)?(?: de [\w]+)? entre"
        r"|signataires?(?: :| sont)?",
    ),
    (
        "lead",
        rf"(?:co-?)?(?:pilot|port|coordonn|men|anim|assur|r[ée]alis|[ée]labor){_E}{_CLOSELY} par"
        rf"|(?:conduite?s?|mise?s? en (?:œuvre|place)){_CLOSELY} par|confi{_E} (?:à|au|aux)"
        rf"|(?:co-?)?pilotes?(?: :| sont| est)?|pilotage(?: :| {_OF})|sous l'[ée]gide {_OF}"
        rf"|sous la (?:coordination|conduite|responsabilit[ée]|direction) {_OF}"
        r"|chefs? de file(?: :)?|(?:structures?|organismes?) responsables?(?: :)?|responsables? :",
    ),
    (
        "partner",
        rf"(?:partenariats?|collaborations?|lien|concertation|coop[ée]ration|coordination){_CLOSELY}"
        r" (?:avec|entre)|(?:ses|leurs|nos|les)? ?(?:autres )?partenaires?(?: :| sont| que sont|,)?"
        rf"|aux c[ôo]t[ée]s {_OF}|avec (?:le concours|l'appui|la participation|la collaboration"
        rf"|la contribution|le soutien|l'aide) {_OF}"
        rf"|(?:s')?associ(?:e|ent|ant|{_E})(?: (?:à|au|aux|avec))?"
        r"|conjointement avec|de concert avec",
    ),
    (
        "author",
        rf"(?:[ée]dit|publi|r[ée]dig|diffus){_E} par|sources? :"
        rf"|communiqu[ée](?: de presse)? {_OF}",
    ),
)
_AFTER: tuple[tuple[OrganisationRole, str], ...] = (
    ("supervisor", r"(?:exerce|assure)(?:nt)? la tutelle"),
    (
        "funder",
        r"(?:co-?)?(?:finance|subventionne)(?:nt|ra|ront)?\b"
        r"|(?:apporte|accorde)(?:nt)? (?:son|leur|un) (?:soutien|appui|concours) financier",
    ),
    ("signatory", r"(?:ont|a) (?:co-?)?sign[ée]\b|(?:co-?)?signe(?:nt)?\b"),
    ("lead", r"(?:co-?)?(?:pilote|coordonne|conduit|conduisent|anime)(?:nt|ra|ront)?\b"),
    ("partner", r"(?:en )?(?:est|sont) (?:les |des |le )?partenaires?\b"),
)
_ARTICLE = r"(?: ?(?:le|la|les|l'|du|des|au|aux|d'|de la|de l'|de))?"
BEFORE: tuple[tuple[OrganisationRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:^|\W)(?:{cue}){_ARTICLE}\s?$", re.IGNORECASE)) for role, cue in _BEFORE
)
AFTER: tuple[tuple[OrganisationRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:,[^,.;]{{1,40}},|\s?\))?\s?(?:{cue})", re.IGNORECASE))
    for role, cue in _AFTER
)
_SAID = phrases_of(__file__)
PUBLISHES = _SAID["publishes"]


def roles_of(document: Document, mentions: Sequence[Span]) -> list[OrganisationRole]:
    """The role of each mention of a document, in order; "mentioned" where nothing tells one."""
    text = document.folded
    title = fold(document.title)
    contacts = Stretches(contact_places(document))
    roles: list[OrganisationRole] = []
    for first, last in _lists(text, mentions):
        around = Span(mentions[first].start, mentions[last - 1].end)
        told = _told_around(text, around)
        for span in mentions[first:last]:
            if contacts.touched_by(span):
                roles.append("contact")
            elif told == "mentioned" and _publishes(document, text, title, span):
                roles.append("author")
            else:
                roles.append(told)
    return roles


def _lists(text: str, mentions: Sequence[Span]) -> list[tuple[int, int]]:
    """First and last index (excluded) of the mentions that stand in one list."""
    lists: list[tuple[int, int]] = []
    for index, span in enumerate(mentions):
        if lists and _SAID["glue"].fullmatch(text, mentions[index - 1].end, span.start):
            lists[-1] = (lists[-1][0], index + 1)
        else:
            lists.append((index, index + 1))
    return lists


def _told_around(text: str, span: Span) -> OrganisationRole:
    line = text.rfind("\n", 0, span.start) + 1
    before = text[max(line, span.start - REACH) : span.start]
    for role, cue in BEFORE:
        if cue.search(before):
            return role
    for role, cue in AFTER:
        if cue.match(text, span.end, span.end + REACH):
            return role
    return "mentioned"


def _publishes(document: Document, text: str, title: str, span: Span) -> bool:
    """Whether the document's title says that the body publishes it."""
    block = document.blocks[document.block_index(span.start)].span
    return text[slice(*block)] == title and bool(PUBLISHES.match(text, span.end))

"""What passes between the stages: frozen types and nothing else."""

from extractors.records.document import (
    Aside,
    AsideKind,
    Block,
    BlockKind,
    Bookmark,
    Cell,
    Document,
    Line,
    Link,
    Page,
    Place,
    Table,
)
from extractors.records.findings import (
    Bound,
    Claim,
    DateMention,
    DateRole,
    Grain,
    ItemKind,
    Organisation,
    OrganisationMention,
    OrganisationRole,
    PlanItem,
    content_id,
)
from extractors.records.geometry import Box, Span
from extractors.records.raw import RawDocument, Status
from extractors.records.words import Word, Words

__all__ = [
    "Aside",
    "AsideKind",
    "Block",
    "BlockKind",
    "Bookmark",
    "Bound",
    "Box",
    "Cell",
    "Claim",
    "DateMention",
    "DateRole",
    "Document",
    "Grain",
    "ItemKind",
    "Line",
    "Link",
    "Organisation",
    "OrganisationMention",
    "OrganisationRole",
    "Page",
    "Place",
    "PlanItem",
    "RawDocument",
    "Span",
    "Status",
    "Table",
    "Word",
    "Words",
    "content_id",
]

"""All documents that can be typeset, form by form."""

from __future__ import annotations

from tests.plans.typeset import (
    contract,
    full_plan_layouts,
    press_release,
    progress_report,
    regional,
    summary,
    table_roadmap,
)
from tests.plans.typeset.document import Document

FORMS = (
    press_release,
    summary,
    full_plan_layouts,
    table_roadmap,
    regional,
    contract,
    progress_report,
)
DOCUMENTS: list[Document] = [document for form in FORMS for document in form.DOCUMENTS]
LONG = full_plan_layouts.LONG

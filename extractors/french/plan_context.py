"""What stands around a plan's parts in French: patterns for folded text, by `plan_context.toml`.

What each of them says stands there; knows nothing of documents.
"""

from __future__ import annotations

from pathlib import Path

from extractors.french.levels import PART, PLURAL, WORD
from extractors.french.patterns import read_patterns

_CONTEXT = read_patterns(
    Path(__file__).with_name("plan_context.toml"), {"word": WORD, "plural": PLURAL, "part": PART}
)
OF_SOMETHING_ELSE = _CONTEXT["of_something_else"]
OTHER_SECTION = _CONTEXT["other_section"]
OTHER_DOCUMENT = _CONTEXT["other_document"]
CONTENTS_HEADING = _CONTEXT["contents_heading"]
OTHER_LIST = _CONTEXT["other_list"]
SECTION_HEADING = _CONTEXT["section_heading"]
INFINITIVE = _CONTEXT["infinitive"]

"""French policy dates: folded text in, calendar expressions with their days out.

`vocabulary` (words) → the four modules of rules → `contexts` (is it a date at all?) → `ranges`
→ `resolution` (which year?) and `bounds`; `finding` runs them.
"""

from extractors.entities.dates.finding import (
    DateExpression,
    date_expressions,
    find_dates,
    read_dates,
)

__all__ = ["DateExpression", "date_expressions", "find_dates", "read_dates"]

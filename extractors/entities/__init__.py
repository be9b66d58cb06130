"""A `Document` in, its dates and organisations out, found by a spaCy pipeline.

Knows calendars, French date words and the organisation register; nothing of plans or tables.
"""

from extractors.entities.pipeline import MissingPipelineError, load_pipeline
from extractors.entities.recognition import Recognised, recognise, recognise_all
from extractors.entities.roles import decide_roles

__all__ = [
    "MissingPipelineError",
    "Recognised",
    "decide_roles",
    "load_pipeline",
    "recognise",
    "recognise_all",
]

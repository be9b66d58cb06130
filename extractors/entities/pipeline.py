"""Loads the French pipeline: the project's own, or its components on top of another one.

A path or package name in, a spaCy `Language` out.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cache

import spacy
from spacy.language import Language

from extractors.versions import RELEASED, MissingPipelineError, is_french

OWN_COMPONENTS = ("inca_dates", "inca_organisations")
# what explosion's pipelines do besides: a tenth of the speed, and nothing here reads it
UNUSED_OF_OTHERS = ("morphologizer", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
UNUSED_OF_OWN = ("inca_sentences",)  # for whoever loads the pipeline by itself
LONGEST_TEXT = (
    10_000_000  # characters, which `recognise` keeps to; nothing needs more memory than the text
)


@cache
def load_pipeline(base: str = "") -> Language:
    """Load the released pipeline; with `base`, put its components on top of that one.

    `base` is the name of an installed spaCy package such as `fr_core_news_lg`, or a path to one.
    Of its components only those run whose findings are used.
    """
    released = _load(str(RELEASED), UNUSED_OF_OWN)
    if base:
        nlp = _load(base)
        if not is_french(str(nlp.lang)):
            raise MissingPipelineError.other_language(base, str(nlp.lang))
        for component in UNUSED_OF_OTHERS:
            if nlp.has_pipe(component):
                nlp.disable_pipe(component)
        with warnings.catch_warnings():
            # ours read no word vectors: it does not matter that the other pipeline has some
            warnings.filterwarnings("ignore", message=r"\[W113\]")
            for component in OWN_COMPONENTS:
                nlp.add_pipe(component, source=released)
    else:
        nlp = released
    nlp.max_length = LONGEST_TEXT
    nlp.meta["components_of"] = _name_and_version(released)
    return nlp


def pipeline_version(nlp: Language) -> str:
    """Name and version, as the `runs` table shows them; of another base, our own's too."""
    own, name = nlp.meta.get("components_of"), _name_and_version(nlp)
    return f"{name} + {own}" if own and own != name else name


def _name_and_version(nlp: Language) -> str:
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _load(name: str, unused: Sequence[str] = ()) -> Language:
    try:
        return spacy.load(name, exclude=unused)
    except OSError as error:
        raise MissingPipelineError.missing(name) from error

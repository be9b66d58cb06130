"""Makes stages fail on documents that ask for it; Python imports this by itself, and first.

A document whose text says "panne-<stage>-<how>" fails in that stage: `raises`, `recurses`, `hangs`
(in C, where no signal is heard), `crashes`. The program itself knows nothing of it.
"""

from __future__ import annotations

import ctypes
import importlib.abc
import importlib.machinery
import os
import re
import signal
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

# the function of each stage: the module that calls it, and its name there
STAGES = {
    "language": ("extractors.extraction", "detect_language"),
    "type": ("extractors.extraction", "document_type_of"),
    "recognition": ("extractors.extraction", "recognise"),
    "outline": ("extractors.extraction", "read_outline"),
    "fields": ("extractors.extraction", "find_fields"),
    "roles": ("extractors.extraction", "decide_roles"),
    "targets": ("extractors.extraction", "find_targets"),
    "attachment": ("extractors.extraction", "attach_findings"),
    "sizes": ("extractors.extraction", "check_sizes"),
    "rows": ("extractors.datasets.found_rows", "rows_of"),
    "rules": ("extractors.datasets.found_rows", "keep_to_rules"),
    "assembly": ("extractors.datasets.assemble", "plan_items_of"),
}


_at_work = {"text": ""}  # of the document, for the stage that sees none of it


def _recurse(depth: int = 0) -> int:
    return _recurse(depth + 1) + 1


def _fail(how: str) -> None:
    if how == "raises":
        raise ValueError("injected \ud83d of a\nfault")
    if how == "recurses":
        _recurse()
    if how == "forgets":
        raise MemoryError
    while how == "hangs":
        ctypes.PyDLL(None).sleep(3600)  # the lock of the interpreter is held meanwhile
    if how == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)


def _text_of(value: Any) -> str:
    """All text that an argument brings along."""
    if isinstance(value, str):
        return value
    document = getattr(value, "document", value)
    if hasattr(document, "text"):
        return document.text or ""
    if hasattr(document, "items") and not callable(document.items):
        return " ".join(str(item) for item in document.items)
    return " ".join(map(_text_of, value)) if isinstance(value, list | tuple) else ""


def _failing(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
    asks = re.compile(rf"panne-{stage}-(\w+)")

    def fail_or_work(*arguments: Any, **named: Any) -> Any:
        if stage == "language":
            _at_work["text"] = arguments[0]
        texts = (_at_work["text"],) if stage == "sizes" else arguments
        for argument in texts:
            if asked := asks.search(_text_of(argument)):
                _fail(asked[1])
        return work(*arguments, **named)

    return fail_or_work


class _Loader(importlib.abc.Loader):
    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        for stage, (name, function) in STAGES.items():
            if name == module.__name__:
                setattr(module, function, _failing(stage, getattr(module, function)))


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name not in {module for module, _ in STAGES.values()}:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec and spec.loader:
            spec.loader = _Loader(spec.loader)
        return spec


sys.meta_path.insert(0, _Finder())

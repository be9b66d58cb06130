"""Layers that are switched off, taken out of a PDF: what they draw is not what a reader sees.

An open file in, changed in place; whether it was out. The layers' state is that of the file's
default configuration, on a screen. Knows nothing of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import pikepdf

Groups: TypeAlias = frozenset[tuple[int, int]]  # the hidden ones, by the numbers of their objects

MOST_DEPTH = 6
SHOWING = frozenset(("Tj", "TJ", "Do", "sh", "INLINE IMAGE"))
PAINTING = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
NEXT_LINE = pikepdf.ContentStreamInstruction([], pikepdf.Operator("T*"))
NO_PAINT = pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))


def remove_hidden_layers(pdf: pikepdf.Pdf) -> bool:
    """Take out what the switched-off layers of a PDF draw."""
    if "/OCProperties" not in pdf.Root:
        return False
    remover = _Remover(pdf, _hidden_groups(pdf))
    for page in pdf.pages:
        remover.clean_page(page)
    return remover.changed


def _hidden_groups(pdf: pikepdf.Pdf) -> Groups:
    root: Any = pdf.Root
    properties = root.get("/OCProperties", {})
    default = properties.get("/D")
    if default is None:
        return frozenset()
    hidden: set[tuple[int, int]] = set()
    if str(default.get("/BaseState", "/ON")) == "/OFF":
        hidden |= {group.objgen for group in properties.get("/OCGs", [])}
        hidden -= {group.objgen for group in default.get("/ON", [])}
    hidden |= {group.objgen for group in default.get("/OFF", [])}
    for usage in default.get("/AS", []):
        if str(usage.get("/Event")) == "/View":
            for group in usage.get("/OCGs", []):
                state = str(group.get("/Usage", {}).get("/View", {}).get("/ViewState", ""))
                if state == "/OFF":
                    hidden.add(group.objgen)
                elif state == "/ON":
                    hidden.discard(group.objgen)
    return frozenset(hidden)


class _Remover:
    """Goes through the pages of one file and the forms that they draw, each once."""

    def __init__(self, pdf: pikepdf.Pdf, hidden: Groups) -> None:
        self._pdf = pdf
        self._hidden = hidden
        self._done: set[tuple[int, int]] = set()
        self.changed = False

    def clean_page(self, page: pikepdf.Page) -> None:
        resources: Any = page.obj.get("/Resources")
        if resources is None:
            resources = page.resources
        self._clean_resources(resources, 0)
        if self._has_hidden(resources):
            page.obj.Contents = self._pdf.make_stream(self._cleaned(page, resources))
            self.changed = True
        notes = page.obj.get("/Annots")
        if notes is not None:
            kept = [note for note in self._listed(notes) if not self._is_hidden(note.get("/OC"))]
            if len(kept) < len(notes):
                page.obj.Annots = self._pdf.make_indirect(pikepdf.Array(kept))
                self.changed = True

    def _clean_resources(self, resources: Any, depth: int) -> None:
        if resources is None or depth > MOST_DEPTH:
            return
        forms: Any = resources.get("/XObject", {})
        for name, drawn in list(forms.items()):
            if self._is_hidden(drawn.get("/OC")):
                forms[name] = self._pdf.make_stream(
                    b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 0, 0]
                )
                self.changed = True
            elif str(drawn.get("/Subtype")) == "/Form" and drawn.objgen not in self._done:
                self._done.add(drawn.objgen)
                own = drawn.get("/Resources")
                self._clean_resources(own, depth + 1)
                if self._has_hidden(own):
                    drawn.write(self._cleaned(drawn, own))
                    self.changed = True

    def _has_hidden(self, resources: Any) -> bool:
        named: Any = resources.get("/Properties", {}) if resources is not None else {}
        return any(self._is_hidden(group) for _, group in named.items())

    def _cleaned(self, drawn: Any, resources: Any) -> bytes:
        """The content of a page or a form without what its hidden layers draw."""
        named = resources.get("/Properties", {})
        hidden = {str(name) for name, group in named.items() if self._is_hidden(group)}
        content: Any = pikepdf.parse_content_stream(drawn)
        return pikepdf.unparse_content_stream(list(_without_hidden(content, hidden)))

    def _is_hidden(self, group: Any, depth: int = 0) -> bool:
        """Whether a group is switched off, or what a membership makes of several."""
        if group is None or depth > MOST_DEPTH:
            return False
        if str(group.get("/Type")) != "/OCMD":
            return group.objgen in self._hidden
        expression = group.get("/VE")
        if expression is not None:
            return not self._holds(expression, 0)
        members = group.get("/OCGs")
        if members is None:
            return False
        listed = self._listed(members) if isinstance(members, pikepdf.Array) else [members]
        states = [not self._is_hidden(member, depth + 1) for member in listed]
        policy = str(group.get("/P", "/AnyOn"))
        if not states:
            return False
        shown = {
            "/AllOn": all(states),
            "/AnyOff": not all(states),
            "/AllOff": not any(states),
        }.get(policy, any(states))
        return not shown

    def _holds(self, expression: Any, depth: int) -> bool:
        """Whether a visibility expression, such as ["/And", group, ["/Not", group]], is true."""
        if depth > MOST_DEPTH:
            return True
        if not isinstance(expression, pikepdf.Array):
            return not self._is_hidden(expression)
        operator, *operands = self._listed(expression)
        states = [self._holds(operand, depth + 1) for operand in operands]
        if str(operator) == "/Not":
            return not any(states)
        return any(states) if str(operator) == "/Or" else all(states)

    @staticmethod
    def _listed(several: Any) -> list[Any]:
        return list(several)


def _without_hidden(content: Any, hidden: set[str]) -> Iterator[Any]:
    """The instructions of a content stream; where nothing is shown, what moves on is kept."""
    marks: list[bool] = []
    for instruction in content:
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            operands = instruction.operands
            is_layer = operator == "BDC" and str(operands[0]) == "/OC"
            marks.append(is_layer and str(operands[1]) in hidden)
        elif operator == "EMC" and marks:
            marks.pop()
        elif any(marks):
            if operator in SHOWING:
                continue
            if operator in ("'", '"'):
                yield NEXT_LINE
                continue
            if operator in PAINTING:
                yield NO_PAINT
                continue
        yield instruction

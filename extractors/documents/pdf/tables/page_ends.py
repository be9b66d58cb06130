"""Rows and merged cells of a table that a page's end cut, joined again.

The cells above and below the end in, the same lists changed. Knows no pages but these two sides.
"""

from __future__ import annotations

from dataclasses import replace

from extractors.documents.hyphenation import HYPHENS
from extractors.documents.pdf.printed import PrintedCell
from extractors.documents.typography import opens_list_item
from extractors.french.sentences import SENTENCE_ENDS

PADDING = 3.0  # points between a cell's words and its border, at least


def join_over_page(cells: list[PrintedCell], later: list[PrintedCell], rows: int) -> int:
    """Join what was cut; how many of the later rows (0 or 1) belong to the last row above.

    `cells` end with row `rows` - 1; `later` begin with row 0. Joined cells leave `later`.
    """
    last = {cell.column: place for place, cell in enumerate(cells) if _ends_at(cell, rows)}
    first = [cell for cell in later if cell.row == 0]
    if _is_cut(first, cells, last):
        for cell in first:
            above = cells[last[cell.column]]
            grown = above.rows + cell.rows - 1
            cells[last[cell.column]] = replace(above, lines=above.lines + cell.lines, rows=grown)
            later.remove(cell)
        return 1
    for cell in sorted(first, key=lambda cell: cell.column):
        if cell.lines or cell.column not in last or not any(other.lines for other in first):
            break
        above = cells[last[cell.column]]
        if not _goes_on_empty(above, cell, cells):
            break
        cells[last[cell.column]] = replace(above, rows=above.rows + cell.rows)
        later.remove(cell)
    return 0


def _ends_at(cell: PrintedCell, row: int) -> bool:
    return cell.row + cell.rows == row


def _is_cut(first: list[PrintedCell], cells: list[PrintedCell], last: dict[int, int]) -> bool:
    """Whether the words of a row's cells go on with those of the row above."""
    middle_of_sentence = False
    for cell in first:
        above = cells[last[cell.column]] if cell.column in last else None
        if above is None or above.columns != cell.columns:
            return False
        if not cell.lines:
            continue
        if not above.lines:
            return False
        if _goes_on_in_words(above, cell):
            middle_of_sentence = True
        elif not (cell.column > 0 and _opens_paragraph(above, cell)):
            return False
    return middle_of_sentence


def _goes_on_in_words(above: PrintedCell, cell: PrintedCell) -> bool:
    """Whether the line above was full: there was no room for the word that follows."""
    end, word = above.lines[-1], cell.lines[0].words[0]
    if end.text[-1] in HYPHENS and word.text[0].islower():
        return True
    room = above.box.x1 - PADDING - end.box.x1
    fits = room > word.box.x1 - word.box.x0 + 0.25 * word.size
    return word.text[0].islower() and not fits and end.text[-1] not in SENTENCE_ENDS


def _opens_paragraph(above: PrintedCell, cell: PrintedCell) -> bool:
    return opens_list_item(cell.lines[0].text) or above.lines[-1].text[-1] in SENTENCE_ENDS


def _goes_on_empty(above: PrintedCell, cell: PrintedCell, cells: list[PrintedCell]) -> bool:
    """Whether an empty cell is the rest of a merged one: others are merged, or none are empty."""
    if not above.lines:
        return False
    if cell.rows > 1 or above.rows > 1:
        return True
    return cell.column == 0 and all(other.lines for other in cells if other.column == 0)

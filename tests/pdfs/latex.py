"""Samples set by pdflatex: blocks to LaTeX, LaTeX to PDF.

Needs /usr/bin/pdflatex with babel's French patterns and Latin Modern. TeX hyphenates by French
patterns, also over column and page ends, and sets ff, fi, fl, ffi as one glyph.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.pdfs.content import (
    LINK,
    Block,
    Break,
    Columns,
    Contents,
    Framed,
    Heading,
    Item,
    Paragraph,
    Table,
)
from tests.pdfs.sample import Sample

PRODUCER = "pdfTeX"
SPECIAL = {"%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$", "€": r"\texteuro{}"}
SECTIONS = {1: "section", 2: "subsection", 3: "subsubsection"}
PREAMBLE = r"""
\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage[french]{babel}
\frenchsetup{StandardLayout=true,AutoSpaceFootnotes=false}
\usepackage{multicol,longtable,array,fancyhdr,xcolor,graphicx,eso-pic,colortbl,pdflscape,etoolbox}
\pdfinfoomitdate=1 \pdftrailerid{} \pdfsuppressptexinfo=-1
\setcounter{secnumdepth}{0}\setlength{\parindent}{0pt}\setlength{\parskip}{5pt plus 2pt}
\setlength{\headheight}{14pt}\emergencystretch=2em
\makeatletter
\renewcommand*\l@section{\@dottedtocline{1}{0em}{0em}}
\renewcommand*\l@subsection{\@dottedtocline{2}{1.5em}{0em}}
\makeatother
\newenvironment{marked}{\begin{list}{}{\setlength{\leftmargin}{16pt}\setlength{\labelwidth}{12pt}%
\setlength{\labelsep}{4pt}\setlength{\itemsep}{2pt}\setlength{\topsep}{2pt}}}{\end{list}}
\pagestyle{fancy}\fancyhf{}\renewcommand{\headrulewidth}{0.3pt}
\newcommand{\framedbox}[2]{\par\medskip\noindent\fcolorbox{blue!50!black}{blue!8}{%
\begin{minipage}{\dimexpr#1-2\fboxsep-2\fboxrule}\setlength{\parskip}{3pt}#2\end{minipage}}%
\par\medskip}
"""
# one design size for all sizes, or else each size in use is one more font in the file
SIZES = "".join(
    rf"\DeclareFontShape{{{encoding}}}{{lmr}}{{{series}}}{{n}}{{<->{prefix}-{font}}}{{}}"
    for encoding, prefix in (("T1", "ec"), ("TS1", "ts1"))
    for series, font in (("m", "lmr10"), ("bx", "lmbx10"), ("b", "lmbx10"))
)
FONTS = {
    "T1": r"\usepackage[T1]{fontenc}\usepackage{lmodern}\input{t1lmr.fd}\input{ts1lmr.fd}" + SIZES,
    "OT1": r"\usepackage[OT1]{fontenc}",
}


class Setter:
    """Turns blocks into LaTeX."""

    def __init__(self, sample: Sample) -> None:
        self.options = sample.options
        self.turned = False

    def set_blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks one after the other, items gathered into lists."""
        parts, in_list = list[str](), False
        for block in blocks:
            if isinstance(block, Item) != in_list:
                in_list = not in_list
                parts.append(r"\begin{marked}" if in_list else r"\end{marked}")
            parts.append(self._set_block(block))
        return "\n".join([*parts, r"\end{marked}"] if in_list else parts)

    def _set_block(self, block: Block) -> str:
        match block:
            case Heading(text, 4):
                return rf"\textbf{{{inline(text)}}}\par"
            case Heading(text, level):
                return rf"\{SECTIONS[level]}{{{inline(text)}}}"
            case Paragraph(text, notes, style):
                words = inline(text, notes)
                return f"{words}\n" if style == "body" else rf"\{style}{{{words}}}" + "\n"
            case Item(text, mark):
                return rf"\item[{inline(mark)}] {inline(text)}"
            case Table():
                return _set_table(block)
            case Framed(blocks):
                return rf"\framedbox{{\linewidth}}{{{self.set_blocks(blocks)}}}"
            case Columns(blocks, count, gutter):
                return self._set_columns(blocks, count, gutter)
            case Contents():
                return r"\tableofcontents"
            case Break(turned):
                end = r"\end{landscape}" if self.turned else r"\clearpage"
                self.turned = turned
                return end + (r"\begin{landscape}\thispagestyle{empty}" if turned else "")

    def _set_columns(self, blocks: tuple[Block, ...], count: int, gutter: float) -> str:
        """Columns that end before each heading of the first level, so that it spans them all."""
        start, end = rf"\begin{{multicols}}{{{count}}}", r"\end{multicols}"
        parts = [rf"\setlength{{\columnsep}}{{{gutter}pt}}"]
        run: list[Block] = []
        for block in [*blocks, None]:
            if block is None or (isinstance(block, Heading) and block.level == 1):
                parts += [start, self.set_blocks(run), end] if run else []
                parts += [self._set_block(block)] if block else []
                run = []
            else:
                run.append(block)
        return "\n".join(parts)


def inline(text: str, notes: Iterable[str] = ()) -> str:
    """Prose in LaTeX, its links and notes set."""
    for character, command in SPECIAL.items():
        text = text.replace(character, command)
    for note in notes:
        text = text.replace("{}", rf"\footnote{{{inline(note)}}}", 1)
    text = re.sub(r"n° ?", r"n\\textdegree~", text)
    text = text.replace("N°", r"N\textdegree{}").replace("☎", r"\textbullet{}")
    text = text.replace("•", r"\textbullet{}")
    return LINK.sub(r"\\href{\2}{\1}", text)


def _set_table(table: Table) -> str:
    """A long table: ruled all over, or with lines between rows, or striped."""
    ruled = table.look in ("rules", "facts")
    bar, line = ("|", r"\hline") if ruled else ("", r"\hline" if table.look == "lines" else "")
    count = table.columns
    unit = r"\dimexpr%.3f\linewidth-2\tabcolsep\relax"
    columns = bar + "".join(
        rf">{{\raggedright\arraybackslash}}p{{{unit % width}}}{bar}" for width in table.widths
    )
    lines = [rf"\begin{{longtable}}{{{columns}}}", r"\hline"]
    for number, row in enumerate(table.rows):
        cells = [inline(cell) for cell in row]
        if number < table.header_rows:
            cells = [rf"\textbf{{{cell}}}" for cell in cells]
        if len(row) == 1:
            cells = [rf"\multicolumn{{{count}}}{{{bar}l{bar}}}{{\textbf{{{cells[0]}}}}}"]
        shade = r"\rowcolor{black!8}" if table.look == "zebra" and number % 2 else ""
        head = r"\endhead" if table.header_rows and number == table.header_rows - 1 else ""
        rule = line or (r"\hline" if head else "")
        lines.append(shade + " & ".join(cells) + rf" \\ {rule} {head}")
    return "\n".join([*lines, r"\hline", r"\end{longtable}"])


def typeset(sample: Sample) -> bytes:
    """Set a sample; as often as its table of contents needs."""
    options = sample.options
    hyperref = (
        rf"\usepackage[hidelinks,bookmarksdepth=3,bookmarks={str(sample.bookmarked).lower()}]{{hyperref}}"
        if sample.bookmarked or options.get("links")
        else r"\newcommand{\href}[2]{#2}"
    )
    source = "\n".join(
        [
            rf"\documentclass[{options.get('class', '10pt,a4paper')}]{{article}}",
            r"\usepackage[" + options.get("geometry", "margin=22mm") + "]{geometry}",
            FONTS[options.get("fonts", "T1")] + PREAMBLE + hyperref,
            options.get("preamble", ""),
            r"\begin{document}",
            options.get("before", "") + Setter(sample).set_blocks(sample.blocks),
            r"\end{document}",
        ]
    )
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "FORCE_SOURCE_DATE": "1"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sample.tex").write_text(source, "utf-8")
        command = ["/usr/bin/pdflatex", "-interaction=nonstopmode", "-halt-on-error", "sample.tex"]
        for _ in range(3):
            run = subprocess.run(command, cwd=folder, env=environment, capture_output=True)
        if run.returncode:
            raise RuntimeError(f"{sample.role}: {run.stdout.decode('latin-1')[-1500:]}")
        return (Path(folder) / "sample.pdf").read_bytes()

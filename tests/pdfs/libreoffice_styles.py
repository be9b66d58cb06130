"""The OpenDocument around a body: paragraph styles, table styles, pages with header and footer."""

from __future__ import annotations

from typing import Any

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
BOX = 'fo:padding="5pt" fo:border="0.8pt solid #1b3f8b" fo:background-color="#eaf1fb"'
# a style's name, its paragraph and its text properties
PARAGRAPHS = {
    "Body": ('fo:text-align="justify" fo:margin-bottom="6pt"', 'fo:font-size="10.5pt"'),
    "Title": ('fo:margin-top="0mm" fo:margin-bottom="10pt"', 'fo:font-size="22pt"'),
    "Cover": ('fo:margin-top="60mm" fo:margin-bottom="10pt"', 'fo:font-size="30pt"'),
    "Dateline": (
        'fo:text-align="end" fo:margin-bottom="14pt"',
        'fo:font-size="10pt" fo:font-style="italic"',
    ),
    "Banner": (
        'fo:background-color="#1b3f8b" fo:padding="5pt" fo:border="0.1pt solid #1b3f8b"'
        ' fo:margin-bottom="10pt"',
        'fo:font-size="18pt" fo:color="#ffffff"',
    ),
    "Tracked": (
        'fo:text-align="center" fo:margin-bottom="10pt"',
        'fo:font-size="16pt" fo:letter-spacing="5pt" fo:font-variant="normal"',
    ),
    "Quote": (
        'fo:text-align="center" fo:margin="12pt"',
        'fo:font-size="14pt" fo:font-style="italic" fo:color="#b0413e"',
    ),
    "Item": (
        'fo:text-align="justify" fo:margin-left="16pt" fo:text-indent="-16pt"'
        ' fo:margin-bottom="3pt"',
        'fo:font-size="10.5pt"',
    ),
    "Heading1": (
        'fo:margin-top="12pt" fo:margin-bottom="6pt" fo:keep-with-next="always"',
        'fo:font-size="16pt" fo:font-weight="bold" fo:color="#1b3f8b"',
    ),
    "Heading2": (
        'fo:margin-top="10pt" fo:margin-bottom="4pt" fo:keep-with-next="always"',
        'fo:font-size="13pt" fo:font-weight="bold"',
    ),
    "Heading3": (
        'fo:margin-top="8pt" fo:margin-bottom="3pt" fo:keep-with-next="always"',
        'fo:font-size="11pt" fo:font-weight="bold" fo:color="#1b3f8b"',
    ),
    "Box": (f'fo:text-align="start" {BOX}', 'fo:font-size="10pt"'),
    "BoxTitle": (f'fo:keep-with-next="always" {BOX}', 'fo:font-size="10pt" fo:font-weight="bold"'),
    "Cell": ('fo:text-align="start"', 'fo:font-size="8.5pt"'),
    "CellStrong": ('fo:text-align="start"', 'fo:font-size="8.5pt" fo:font-weight="bold"'),
    "Footnote": ("", 'fo:font-size="8pt"'),
    "Furniture": ("", 'fo:font-size="8pt" fo:color="#555555"'),
    "AsideEnd": ('fo:text-align="end"', 'fo:font-size="8pt" fo:color="#555555"'),
}
CELLS = {
    "Rules": 'fo:border="0.5pt solid #000000"',
    "Facts": 'fo:border="0.5pt solid #1b3f8b"',
    "Head": 'fo:border="0.5pt solid #000000" fo:background-color="#dce6f5"',
    "Span": 'fo:border="0.5pt solid #000000" fo:background-color="#eeeeee"',
    "Lines": 'fo:border-bottom="0.5pt solid #000000"',
    "Zebra": "",
    "ZebraOdd": 'fo:background-color="#eeeeee"',
}


def _paragraph_style(name: str, paragraph: str, text: str, master: str = "", tabs: str = "") -> str:
    page = f' style:master-page-name="{master}"' if master else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{page}>'
        f"<style:paragraph-properties {paragraph}>{tabs}</style:paragraph-properties>"
        f'<style:text-properties style:font-name="Liberation Serif" fo:language="fr"'
        f' fo:country="FR" {text}/></style:style>'
    )


def column_style(name: str, count: int, gutter: float) -> str:
    """A section in columns."""
    return (
        f'<style:style style:name="{name}" style:family="section"><style:section-properties>'
        f'<style:columns fo:column-count="{count}" fo:column-gap="{gutter}pt"/>'
        "</style:section-properties></style:style>"
    )


def _paragraph_styles() -> str:
    """Each style, and its twins that open a new page, upright or turned."""
    parts = list[str]()
    for name, (paragraph, text) in PARAGRAPHS.items():
        tabs = (
            '<style:tab-stops><style:tab-stop style:position="0pt"/></style:tab-stops>'
            if name == "Item"
            else ""
        )
        parts.append(_paragraph_style(name, paragraph, text, tabs=tabs))
        parts.append(_paragraph_style(f"{name}Upright", paragraph, text, "Standard", tabs))
        parts.append(_paragraph_style(f"{name}Turned", paragraph, text, "Turned", tabs))
    dots = (
        '<style:tab-stops><style:tab-stop style:position="165mm" style:type="right"'
        ' style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
    )
    for level in (1, 2):
        margin = f'fo:margin-left="{6 * (level - 1)}mm" fo:margin-bottom="4pt"'
        parts.append(
            _paragraph_style(f"Contents{level}", margin, 'fo:font-size="10.5pt"', "", dots)
        )
    return "".join(parts)


def _table_styles() -> str:
    parts = [
        '<style:style style:name="Table" style:family="table"><style:table-properties'
        ' table:align="margins" table:border-model="collapsing"/></style:style>',
        '<style:style style:name="Row" style:family="table-row"><style:table-row-properties'
        ' fo:keep-together="always"/></style:style>',
    ]
    parts += [
        f'<style:style style:name="W{width}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{width}*"/></style:style>'
        for width in range(10, 1000, 10)
    ]
    parts += [
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
        f' fo:padding="3pt" {look}/></style:style>'
        for name, look in CELLS.items()
    ]
    return "".join(parts)


def _page_layouts(margins: str, size: tuple[str, str]) -> str:
    short, long = size
    furniture = (
        '<style:header-style><style:header-footer-properties fo:margin-bottom="5mm"/>'
        "</style:header-style><style:footer-style>"
        '<style:header-footer-properties fo:margin-top="5mm"/></style:footer-style>'
    )
    shapes = (("Upright", short, long, "portrait"), ("Turned", long, short, "landscape"))
    return "".join(
        f'<style:page-layout style:name="{name}"><style:page-layout-properties'
        f' fo:page-width="{width}" fo:page-height="{height}" {margins}'
        f' style:print-orientation="{orientation}"/>{furniture}</style:page-layout>'
        for name, width, height, orientation in shapes
    )


def _master_pages(options: dict[str, Any]) -> str:
    """Headers may differ left and right; the first page may have none."""

    def aside(kind: str, words: str, style: str = "Furniture") -> str:
        if not words:
            return ""
        return f'<style:{kind}><text:p text:style-name="{style}">{words}</text:p></style:{kind}>'

    header, footer = options.get("header", ""), options.get("footer", "")
    furniture = (
        aside("header", header, "AsideEnd")
        + aside("header-left", options.get("header_left", ""))
        + aside("footer", footer, "AsideEnd")
    )
    pages = [
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">{furniture}'
        "</style:master-page>"
        for name, layout in (("Standard", "Upright"), ("Turned", "Turned"))
    ]
    pages.append(
        '<style:master-page style:name="First" style:page-layout-name="Upright"'
        ' style:next-style-name="Standard"/>'
    )
    return "".join(pages)


def flat_document(options: dict[str, Any], column_styles: str, body: str) -> str:
    """A whole flat OpenDocument text."""
    margins = options.get("margins", 'fo:margin="22mm"')
    layouts = _page_layouts(margins, options.get("size", ("210mm", "297mm")))
    side = (
        '<style:style style:name="Side" style:family="graphic"><style:graphic-properties'
        ' style:wrap="parallel" style:horizontal-pos="from-left" style:horizontal-rel="page"'
        ' style:vertical-pos="from-top" style:vertical-rel="page" fo:border="none"'
        ' draw:fill="solid" draw:fill-color="#eaf1fb" fo:padding="6pt"/></style:style>'
    )
    notes = (
        '<text:notes-configuration text:note-class="footnote" style:num-format="1"'
        ' text:citation-body-style-name="Call" text:start-value="0"'
        ' text:start-numbering-at="document"/>'
    )
    call = (
        '<style:style style:name="Call" style:family="text"><style:text-properties'
        ' style:text-position="super 58%"/></style:style>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES}'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:font-face-decls><style:font-face style:name="Liberation Serif"'
        " svg:font-family=\"'Liberation Serif'\"/></office:font-face-decls>"
        f"<office:styles>{_paragraph_styles()}{call}{notes}</office:styles>"
        f"<office:automatic-styles>{layouts}{_table_styles()}{side}{column_styles}"
        f"</office:automatic-styles><office:master-styles>{_master_pages(options)}"
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    )

"""Word and OpenDocument texts of our own making, each packed here from the XML of its parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
        *(("style", "style"), ("meta", "meta"), ("manifest", "manifest")),
    )
)
STYLES = """
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Action"><w:name w:val="Titre d'action"/>
  <w:basedOn w:val="Entre"/></w:style>
<w:style w:type="paragraph" w:styleId="Entre"><w:name w:val="Entre"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"""


def _relations(**targets: str) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def word_paragraph(
    text: str, style: str = "", bullet: bool = False, numbering: str = "", depth: int = 0
) -> str:
    """A paragraph of a style, an item of a list, or one that a numbering counts."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if bullet:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    if numbering:
        levels = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{numbering}"/>'
        properties += f"<w:numPr>{levels}</w:numPr>"
    runs = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_level(depth: int, form: str, text: str, style: str = "") -> str:
    """A level of a numbering: how it counts, what it prints, the style that it belongs to."""
    owner = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{owner}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def word_text(body: str, title: str = "", styles: str = STYLES, levels: str = "") -> bytes:
    """A .docx with this body, a footnote 2, and a numbering 2 of these levels."""
    space = f'xmlns:w="{_WORD}"'
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            styles="styles.xml", numbering="numbering.xml", footnotes="footnotes.xml"
        ),
        "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
        "word/numbering.xml": f"""<w:numbering {space}>
            <w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>
            <w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>""",
        "word/footnotes.xml": f"""<w:footnotes {space}><w:footnote w:id="2">
            {word_paragraph("Source : le canton.")}</w:footnote></w:footnotes>""",
        "docProps/core.xml": f"""<c:coreProperties xmlns:c="{_PACKAGE}/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">
            <dc:title>{title}</dc:title><dc:creator>Canton</dc:creator>
            <t:modified>2025-02-14T09:00:00Z</t:modified></c:coreProperties>""",
    }
    return _packed(parts)


def open_text(body: str, title: str = "", manifest: str = "", doctype: str = "") -> bytes:
    """An .odt with this body; lists of style "N" are numbered, those of "B" are not."""
    levels = '<text:list-level-style-number text:level="1" style:num-format="{}"/>'
    lists = "".join(
        f'<text:list-style style:name="{name}">{levels.format(form)}</text:list-style>'
        for name, form in (("N", "1"), ("B", ""))
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"""{doctype}<office:document-content {_ODF}>
            <office:automatic-styles>{lists}</office:automatic-styles>
            <office:body><office:text>{body}</office:text></office:body>
            </office:document-content>""",
        "meta.xml": f"""<office:document-meta {_ODF} xmlns:dc="http://purl.org/dc/elements/1.1/">
            <office:meta><dc:title>{title}</dc:title><dc:date>2025-02-14T09:00:00</dc:date>
            </office:meta></office:document-meta>""",
        "META-INF/manifest.xml": f"<manifest:manifest {_ODF}>{manifest}</manifest:manifest>",
    }
    return _packed(parts)


def _packed(parts: dict[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            form = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            package.writestr(name, content, compress_type=form)
    return target.getvalue()

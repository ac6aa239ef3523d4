"""docProps: what a file says of itself; every date is the document's own."""

from __future__ import annotations

from docx.oxml.ns import nsmap, qn
from lxml import etree

from publish.document.tree import Document, plain
from publish.word.language import culture
from publish.word.xml import Element, clean, root

__all__ = ["app_properties", "core_properties"]

_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE = {prefix: nsmap[prefix] for prefix in ("cp", "dc", "dcterms", "xsi")}


def core_properties(document: Document) -> Element:
    """docProps/core.xml: Dublin Core terms (ISO/IEC 29500-2, 11)."""
    moment = f"{document.date.isoformat()}T00:00:00Z"
    element = etree.Element(qn("cp:coreProperties"), nsmap=_CORE)
    said = (
        ("dc:title", plain(document.title)),
        ("dc:subject", document.subject),
        ("dc:creator", "; ".join(document.authors_text) or document.furniture.foot_start),
        ("cp:keywords", ", ".join(document.keywords)),
        ("cp:lastModifiedBy", document.furniture.foot_start),
        ("cp:revision", "1"),
        ("dcterms:created", moment),
        ("dcterms:modified", moment),
        ("dc:language", culture(document.locale)),
    )
    for name, text in said:
        if text:
            child = etree.SubElement(element, qn(name))
            child.text = clean(text)
            if name.startswith("dcterms:"):
                child.set(qn("xsi:type"), "dcterms:W3CDTF")
    return element


def app_properties(document: Document) -> Element:
    """docProps/app.xml: the house, and no traces of a machine."""
    element = root(_EXTENDED, "Properties")
    said = (("Application", "publish"), ("Company", document.furniture.foot_start))
    for name, text in said:
        if text:
            etree.SubElement(element, f"{{{_EXTENDED}}}{name}").text = clean(text)
    return element

"""The package around the parts: content types and relationships (ISO/IEC 29500-2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from publish.word.story import Relations
from publish.word.xml import clean, root, serialize

__all__ = ["content_types", "document_relations", "package_relations", "relationships"]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

_OVERRIDES = {
    "word/document.xml": CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "word/styles.xml": CONTENT_TYPE.WML_STYLES,
    "word/settings.xml": CONTENT_TYPE.WML_SETTINGS,
    "word/fontTable.xml": CONTENT_TYPE.WML_FONT_TABLE,
    "word/theme/theme1.xml": CONTENT_TYPE.OFC_THEME,
    "word/numbering.xml": CONTENT_TYPE.WML_NUMBERING,
    "word/footnotes.xml": CONTENT_TYPE.WML_FOOTNOTES,
    "word/header1.xml": CONTENT_TYPE.WML_HEADER,
    "word/header2.xml": CONTENT_TYPE.WML_HEADER,
    "word/footer1.xml": CONTENT_TYPE.WML_FOOTER,
    "docProps/core.xml": CONTENT_TYPE.OPC_CORE_PROPERTIES,
    "docProps/app.xml": CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
}

_DOCUMENT = (
    (RELATIONSHIP_TYPE.STYLES, "styles.xml"),
    (RELATIONSHIP_TYPE.SETTINGS, "settings.xml"),
    (RELATIONSHIP_TYPE.FONT_TABLE, "fontTable.xml"),
    (RELATIONSHIP_TYPE.THEME, "theme/theme1.xml"),
    (RELATIONSHIP_TYPE.NUMBERING, "numbering.xml"),
    (RELATIONSHIP_TYPE.FOOTNOTES, "footnotes.xml"),
    (RELATIONSHIP_TYPE.HEADER, "header1.xml"),
    (RELATIONSHIP_TYPE.HEADER, "header2.xml"),
    (RELATIONSHIP_TYPE.FOOTER, "footer1.xml"),
)


def document_relations() -> tuple[Relations, Mapping[str, str]]:
    """The relationships that every document has, and their ids by target."""
    relations = Relations()
    return relations, {target: relations.add(kind, target) for kind, target in _DOCUMENT}


def package_relations() -> bytes:
    """_rels/.rels."""
    relations = Relations()
    relations.add(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, "word/document.xml")
    relations.add(RELATIONSHIP_TYPE.CORE_PROPERTIES, "docProps/core.xml")
    relations.add(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, "docProps/app.xml")
    return relationships(relations)


def relationships(relations: Relations) -> bytes:
    """A .rels part."""
    element = root(_RELATIONS, "Relationships")
    for (kind, target), identity in relations.items.items():
        child = etree.SubElement(element, f"{{{_RELATIONS}}}Relationship", Id=identity, Type=kind, Target=clean(target))
        if identity in relations.external:
            child.set("TargetMode", "External")
    return serialize(element)


def content_types(names: Iterable[str]) -> bytes:
    """[Content_Types].xml for the parts that the package has."""
    element = root(_TYPES, "Types")
    endings = sorted({name.rpartition(".")[2] for name in names if name.startswith("word/media/")})
    defaults = [("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)]
    defaults += [(ending, f"image/{ending}") for ending in endings]
    for ending, kind in defaults:
        etree.SubElement(element, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    for name in sorted(set(names) & set(_OVERRIDES)):
        etree.SubElement(element, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_OVERRIDES[name])
    return serialize(element)

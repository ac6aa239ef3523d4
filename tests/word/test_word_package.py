"""The package: parts, relationships, properties, determinism, python-docx."""

from __future__ import annotations

import os
import posixpath
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
import word_cases as cases
from word_cases import NS, WordFile

from publish.document.tree import Document
from publish.word.archive import archive, entry

BUDGET_SOURCES = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml")


def test_every_relationship_leads_to_a_part(full: WordFile) -> None:
    for name in [name for name in full.names if name.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in full.all("//rel:Relationship[not(@TargetMode='External')]", name):
            assert posixpath.join(folder, relation.get("Target")).lstrip("/") in full.names


def test_every_relationship_id_in_use_is_defined(full: WordFile) -> None:
    for part in BUDGET_SOURCES:
        used = set(full.all("//@r:id | //@r:embed", part))
        rels = posixpath.join("word/_rels", posixpath.basename(part) + ".rels")
        defined = set(full.all("//@Id", rels)) if rels in full.names else set()
        assert used <= defined


def test_every_part_has_a_content_type(full: WordFile) -> None:
    overrides = set(full.all("//ct:Override/@PartName", "[Content_Types].xml"))
    defaults = set(full.all("//ct:Default/@Extension", "[Content_Types].xml"))
    for name in full.names[1:]:
        assert f"/{name}" in overrides or name.rpartition(".")[2] in defaults - {"xml"}
    assert {name[1:] for name in overrides} <= set(full.names)


def test_content_types_come_first(full: WordFile) -> None:
    assert full.names[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_entries_carry_no_trace_of_the_machine(full: WordFile) -> None:
    assert {item.create_system for item in full.zip.infolist()} == {0}
    assert {item.date_time for item in full.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_left_of_a_default_template(full: WordFile) -> None:
    everything = b"".join(full.zip.read(name) for name in full.names if name.endswith((".xml", ".rels")))
    assert b"python-docx" not in everything
    assert not [name for name in full.names if "thumbnail" in name or "customXml" in name]
    assert b"asciiTheme" not in everything


def test_properties_come_from_the_document(full: WordFile) -> None:
    core = docx.Document(BytesIO(full.data)).core_properties
    assert core.title == "Rzeka wraca do swojego dawnego koryta"
    assert core.author == "Anna Przykładowa; Jan Wzorcowy"
    assert (core.subject, core.keywords, core.language) == ("Rzeki i gminy", "rzeka, powódź", "pl-PL")
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.isoformat().startswith("2025-06-30T00:00:00")


def test_python_docx_saves_it_again_without_loss(full: WordFile) -> None:
    opened = docx.Document(BytesIO(full.data))
    file = BytesIO()
    opened.save(file)
    again = WordFile(file.getvalue())
    for part in (*BUDGET_SOURCES, "word/styles.xml", "word/numbering.xml", "word/settings.xml"):
        assert cases.text_of(again.part(part)) == cases.text_of(full.part(part))
        assert [e.tag for e in again.part(part).iter()] == [e.tag for e in full.part(part).iter()]
    media = sorted(full.zip.read(name) for name in full.names if "media" in name)
    assert sorted(again.zip.read(name) for name in again.names if "media" in name) == media


def test_python_docx_sees_the_page(full: WordFile) -> None:
    section = docx.Document(BytesIO(full.data)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    assert section.different_first_page_header_footer
    assert round(section.top_margin.mm) in (26, 27)  # type: ignore[union-attr]


def test_letter_paper_follows_the_document(word) -> None:  # type: ignore[no-untyped-def]
    made = word(cases.document(paper="Letter"))
    assert made.all("//w:pgSz/@w:w") == ["12240"]


def test_the_same_document_gives_the_same_bytes(full_document: Document, word) -> None:  # type: ignore[no-untyped-def]
    assert word(full_document).data == word(full_document).data


@pytest.mark.parametrize("zone", ["Asia/Tokyo"])
def test_the_same_bytes_from_another_process(zone: str, picture: Path, full_document: Document, word) -> None:  # type: ignore[no-untyped-def]
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); from pathlib import Path; import word_cases as c;"
        "from publish.style.load import load_style; from publish.typeset.fonts import FontBook;"
        "from publish.word import render; s = load_style('briefing')[0].resolve('Latn');"
        "d = c.document(c.every_block(Path(sys.argv[2])), (c.takeaways(), c.key_figures(), c.learn()));"
        "print(hashlib.sha256(render(d, s, fonts=FontBook(s.fonts))).hexdigest())"
    )
    import hashlib

    world = {**os.environ, "PYTHONHASHSEED": "2", "TZ": zone, "LANG": "ja_JP.UTF-8"}
    command = [sys.executable, "-c", script, str(Path(__file__).parent), str(picture)]
    out = subprocess.run(command, env=world, capture_output=True, text=True, check=True, cwd=picture.parent)
    assert out.stdout.strip() == hashlib.sha256(word(full_document).data).hexdigest()


def test_an_archive_is_a_zip_file_that_others_read() -> None:
    made = WordFile(archive([entry("a.xml", b"<a/>" * 50), entry("ą.bin", b"\x00\x01")]))
    assert made.names == ["a.xml", "ą.bin"]
    assert made.zip.read("a.xml") == b"<a/>" * 50
    assert made.zip.testzip() is None


def test_decorations_have_no_unknown_prefixes(full: WordFile) -> None:
    assert b"ns0:" not in full.zip.read("word/document.xml")
    assert NS["w"].encode() in full.zip.read("word/document.xml")

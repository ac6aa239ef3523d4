from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.localize.translate.entries import Entry
from publish.localize.translate.pofile import PoFile, read_po, write_po

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n'


def read(folder: Path, content: str | bytes) -> tuple[PoFile | None, list[str]]:
    path = folder / "en.po"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    file, wrong = read_po(path, "sources/x/translations/en.po")
    return file, [str(finding) for finding in wrong]


def findings(folder: Path, content: str | bytes) -> list[str]:
    file, wrong = read(folder, content)
    assert file is None
    return wrong


def test_entries_and_their_lines_are_read(tmp_path: Path) -> None:
    file, wrong = read(
        tmp_path,
        f'{HEAD}\n# note\n#: article.md:3\nmsgctxt "meta:title"\nmsgid "Tytuł"\nmsgstr ""\n"Ti"\n"tle"\n\n'
        '#, fuzzy\n#| msgid "Stary"\nmsgctxt "meta:lead"\nmsgid "Nowy"\nmsgstr "Old"\n\n'
        '#~ msgctxt "heading:1"\n#~ msgid "Był"\n#~ msgstr "Was"\n',
    )
    assert wrong == []
    assert file is not None
    title, lead, gone = file.entries
    assert (title.translation, title.comment, title.references) == ("Title", "note", (("article.md", "3"),))
    assert (lead.fuzzy, lead.previous) == (True, "Stary")
    assert gone.obsolete
    assert [(place.msgid, place.msgstr) for place in file.places] == [(8, 9), (16, 17), (20, 21)]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (HEAD + '\nmsgid "a"\nmsgstr "b\n', '6:8: error: the text of this line is not a string'),
        (HEAD + '\nmsgid "a"\nmsgstr "say "b""\n', "6:8: error: the text of this line is not a string"),
        (HEAD + '\nmsgid "a"\nmsgstr b\n', "6:8: error: the text of this line is not a string"),
        (HEAD + '\nmsgid "a"\nmsgid "b"\nmsgstr "c"\n', "6:1: error: this is no line of a catalogue"),
        (HEAD + "\nHello\n", "5:1: error: this is no line of a catalogue"),
        (
            HEAD + '\nmsgctxt "a:1"\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "a:1"\nmsgid "b"\nmsgstr "d"\n',
            "10:1: error: this text stands here a second time",
        ),
        (
            HEAD + '\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "x"\nmsgstr[1] "y"\n',
            "5:1: error: plural entries are not used",
        ),
        (HEAD.encode() + b'\nmsgid "a"\nmsgstr "Za\xbf\xf3\xb3\xe6"\n', "6:11: error: the catalogue is not UTF-8"),
        (HEAD + '\nmsgid "a\0"\nmsgstr "b"\n', "5:9: error: a NUL character"),
    ],
)  # fmt: skip
def test_a_broken_catalogue_is_a_finding_with_its_place(tmp_path: Path, content: str | bytes, finding: str) -> None:
    assert findings(tmp_path, content)[0].startswith(f"sources/x/translations/en.po:{finding}")


def test_all_broken_lines_are_told_at_once(tmp_path: Path) -> None:
    assert len(findings(tmp_path, HEAD + '\nmsgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr d"\n')) == 2


def test_the_header_of_a_translators_tool_is_kept_and_nothing_is_added_by_the_day(tmp_path: Path) -> None:
    file, _ = read(
        tmp_path, 'msgid ""\nmsgstr ""\n"PO-Revision-Date: 2025-10-30 10:00+0100\\n"\n"Last-Translator: A\\n"\n'
    )
    text = write_po([], "en", "slug", file)
    assert "PO-Revision-Date: 2025-10-30 10:00+0100" in text
    assert "Last-Translator: A" in text


def test_a_new_catalogue_has_the_fields_that_gettext_asks_for_and_no_day(tmp_path: Path) -> None:
    text = write_po([], "en", "slug")
    assert text.startswith('msgid ""\nmsgstr ""\n"Project-Id-Version: slug\\n"\n')
    for field in ("PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE", "Last-Translator: ", "Language-Team: ", "Language: en"):
        assert f'"{field}\\n"\n' in text
    file, wrong = read(tmp_path, text)
    assert wrong == []
    assert file is not None
    assert write_po([], "en", "slug", file) == text


@pytest.mark.parametrize("comment", ["Translated by hand", "a\nb", "# c", "", "#"])
def test_the_comment_at_the_head_of_a_catalogue_is_kept(tmp_path: Path, comment: str) -> None:
    file, _ = read(tmp_path, "".join(f"# {line}\n" for line in comment.split("\n")) + HEAD)
    assert file is not None
    written, _ = read(tmp_path, write_po([], "en", "slug", file))
    assert written is not None
    assert written.comment == file.comment


# Any text but what XML and gettext cannot hold; line ends are "\n" as the reader of articles makes them.
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=120)
_WORDS = st.text(st.sampled_from('abc ąę \\"-–\u00a0\u2028 海底。{}\n\t'), max_size=300)
_LINE = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(_LINE, _TEXT | _WORDS, _TEXT | _WORDS, st.booleans(), st.booleans()), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str, str, bool, bool]]) -> None:
    entries = {}
    for context, source, translation, fuzzy, obsolete in rows:
        if source:
            entry = Entry(context, source, translation, ("fuzzy",) if fuzzy else (), context, obsolete=obsolete)
            entries.setdefault(entry.key, entry)
    ordered = sorted(entries.values(), key=lambda entry: entry.obsolete)
    text = write_po(ordered, "en", "slug")
    with TemporaryDirectory() as folder:
        file, wrong = read(Path(folder), text)
    assert wrong == []
    assert file is not None
    assert list(file.entries) == ordered
    assert write_po(file.entries, "en", "slug", file) == text


@given(
    st.binary(max_size=300)
    | st.text(max_size=200)
    | st.text(st.sampled_from('#~|,.: "\\\nmsgidctxtstr[0]\u2028'), max_size=200)
)
def test_no_bytes_make_the_reader_fall_over(content: bytes | str) -> None:
    with TemporaryDirectory() as folder:
        read(Path(folder), content if isinstance(content, bytes) else content.encode("utf-8", "replace"))


_PO_LINES = st.sampled_from(
    ['msgid "a"', 'msgstr "b"', 'msgctxt "c"', 'msgid ""', 'msgstr ""', '"x"', "#, fuzzy", "#", "# c", "#. e",
     "#: f:1", '#| msgid "p"', "#|", '#~ msgid "o"', '#~ msgstr "o"', "#~", '#~| msgid "q"', 'msgid_plural "b"',
     'msgstr[1] "z"', "", 'msgstr[] "z"', 'msgstr[12] "z"', "domain x", "#,", "#.", "#:", "#~ #, fuzzy",
     '"Language: en\\n"', '#| "x"', "#| msgid"]
)  # fmt: skip


@given(st.lists(_PO_LINES, max_size=14))
def test_no_order_of_lines_makes_the_reader_fall_over(lines: list[str]) -> None:
    with TemporaryDirectory() as folder:
        file, wrong = read(Path(folder), "\n".join(lines))
    assert (file is None) == bool(wrong)

"""What a reader finds on the pages of real articles."""

from __future__ import annotations

import unicodedata

from built_briefs import Built, Sheet, Word

MM = 72 / 25.4


def frame(sheet: Sheet) -> tuple[float, float]:
    """The text area between furniture, in points from the top."""
    return (20 * MM if sheet.number > 1 else 0.0), sheet.height - 18 * MM


def body(sheet: Sheet) -> list[Word]:
    top, bottom = frame(sheet)
    return [word for word in sheet.words if top <= word.baseline <= bottom]


def test_every_article_of_the_repository_is_built(briefs: list[Built]) -> None:
    names = {(brief.slug, brief.locale, brief.style) for brief in briefs}
    for style in ("briefing", "newsroom"):
        for locale in ("pl", "en", "ja"):
            assert ("us-japan-reset", locale, style) in names
        for slug, locale in (("no-facts", "en"), ("wide-table", "en"), ("many-notes", "en"), ("german-bars", "de")):
            assert (slug, locale, style) in names


def test_nothing_stands_outside_its_frame(briefs: list[Built]) -> None:
    for brief in briefs:
        for sheet in brief.sheets:
            assert sheet.words, f"{brief} page {sheet.number} is empty"
            for word in sheet.words:
                assert word.left >= 15 * MM, (brief, sheet.number, word)
                assert word.right <= sheet.width - 15 * MM, (brief, sheet.number, word)
                assert 5 * MM <= word.baseline <= sheet.height - 7 * MM, (brief, sheet.number, word)


def test_every_page_but_the_last_is_well_filled(briefs: list[Built]) -> None:
    for brief in briefs:
        for sheet in brief.sheets[:-1]:
            top, bottom = frame(sheet)
            lowest = max(word.bottom for word in body(sheet))
            assert (lowest - top) / (bottom - top) >= 0.6, f"{brief} page {sheet.number}"


def test_at_least_two_lines_follow_each_heading_on_its_page(briefs: list[Built]) -> None:
    for brief in briefs:
        for level, title, number in brief.outline():
            if level == 0:
                continue
            sheet = brief.sheets[number - 1]
            head = heading_place(sheet, title)
            below = {round(word.baseline) for word in body(sheet) if word.baseline >= head - 1}
            assert len(below) >= 3 or is_short_list(brief, title), f"{brief}: {title}"


def heading_place(sheet: Sheet, title: str) -> float:
    """The baseline of the first word of a heading: the last place where that word is set large or bold."""
    first = title.split(maxsplit=1)[0]
    places = [
        word.baseline for word in body(sheet) if word.text and first.startswith(word.text[:6]) and word.size > 9.6
    ]
    assert places, f"{title} is not on page {sheet.number}"
    return min(places)


def is_short_list(brief: Built, title: str) -> bool:
    """The list of sources may have one line."""
    return title in ("Sources", "Źródła", "出典", "Quellen")


def test_no_character_is_without_a_glyph(briefs: list[Built]) -> None:
    for brief in briefs:
        assert "\ufffd" not in brief.text
        assert "\x00" not in brief.text
        private = [char for char in brief.text if unicodedata.category(char) == "Co"]
        assert private == []


def test_head_row_stands_on_every_page_of_a_long_table(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.slug == "wide-table"):
        rows = [sheet for sheet in brief.sheets if any(word.text == "Country" for word in body(sheet))]
        countries = [name for name in ("Albora", "Kaldera", "Zembria") if name in brief.text]
        assert countries == ["Albora", "Kaldera", "Zembria"]
        with_rows = [s for s in brief.sheets if sum(w.text in ("North", "South", "East", "West") for w in s.words) > 5]
        assert len(with_rows) >= 2
        assert all(sheet in rows for sheet in with_rows)


def test_all_sixty_rows_and_nine_columns_are_there(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.slug == "wide-table"):
        regions = sum(
            word.text in ("North", "South", "East", "West", "Islands") and word.left > 20 * MM
            for sheet in brief.sheets
            for word in sheet.words
        )
        assert regions >= 60


def test_all_thirty_notes_stand_under_their_calls(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.slug == "many-notes"):
        marks = [chr(97 + i % 26) * (i // 26 + 1) for i in range(30)]
        for mark in marks:
            pages = [s.number for s in brief.sheets for w in s.words if w.text == mark and w.size > 7]
            assert pages, f"{brief}: note {mark}"


def test_japanese_is_set_in_a_japanese_face_regular_and_bold(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.locale == "ja"):
        faces = {
            w.face.split("+")[-1]
            for s in brief.sheets
            for w in s.words
            if any("\u3040" <= c <= "\u9fff" for c in w.text)
        }
        assert faces
        assert all(face.startswith("NotoSansJP-") for face in faces)
        assert any("-400" in face for face in faces)
        assert any("-700" in face for face in faces)


def test_no_japanese_line_begins_or_ends_with_a_forbidden_mark(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.locale == "ja"):
        for sheet in brief.sheets:
            for words in sheet.lines().values():
                line = "".join(word.text for word in sorted(words, key=lambda word: word.left))
                assert line[0] not in "、。」』）・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ", f"{brief} {line}"
                assert line[-1] not in "「『（", f"{brief} {line}"


def test_no_polish_line_of_text_ends_in_a_one_letter_word(briefs: list[Built]) -> None:
    for brief in (brief for brief in briefs if brief.locale == "pl"):
        for sheet in brief.sheets:
            for words in sheet.lines().values():
                for word, following in zip(words, [*words[1:], None], strict=True):
                    raised = word.size < 7  # the call of a footnote is no word
                    if not raised and word.text.lower() in ("w", "z", "i", "a", "o", "u"):
                        assert following is not None, f"{brief} page {sheet.number}: {[w.text for w in words]}"
                        assert following.left - word.right < 20, f"{brief} page {sheet.number}: {word}"


def test_numbers_of_a_fact_table_end_at_one_place(briefs: list[Built]) -> None:
    brief = next(b for b in briefs if (b.slug, b.locale, b.style) == ("us-japan-reset", "pl", "briefing"))
    units = [w for s in brief.sheets for w in s.words if w.text == "mld" and w.face.startswith(("", "SourceSans3"))]
    cells = [w for w in units if abs(w.size - 9.5) < 0.1]
    by_page: dict[int, set[float]] = {}
    for sheet in brief.sheets:
        for word in sheet.words:
            if word in cells:
                by_page.setdefault(sheet.number, set()).add(round(word.left, 1))
    assert by_page
    assert all(len(places) == 1 for places in by_page.values())


def test_first_page_gives_the_reader_takeaways_numbers_and_what_there_is_to_learn(briefs: list[Built]) -> None:
    labels = {
        "pl": ("Główne wnioski", "550", "Z tego opracowania"),
        "en": ("Key takeaways", "$550", "What you will learn"),
        "ja": ("要点", "5500", "この資料で"),
        "de": ("Das Wichtigste in Kürze", "550", "Das erfahren Sie"),
        "uk": ("Головні висновки", "550", "Що ви дізнаєтеся"),
        "ar": ("أبرز النتائج", "٥٥٠", "ماذا ستعرف"),
    }
    for brief in (b for b in briefs if b.slug == "us-japan-reset"):
        text = " ".join(brief.sheets[0].text.split())
        assert all(label in text for label in labels[brief.locale]), brief


def test_outline_lists_title_and_sections_with_their_pages(briefs: list[Built]) -> None:
    for brief in briefs:
        outline = brief.outline()
        assert outline[0][0] == 0
        assert outline[0][2] == 1
        assert [page for _, _, page in outline] == sorted(page for _, _, page in outline)
        assert len(outline) >= 4

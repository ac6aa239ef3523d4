from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from conftest import Desk

HEAD = "ARTICLE  LOCALE  TRANSLATED  FUZZY  MISSING  DONE"


def test_a_catalogue_is_begun_beside_the_article(desk: Desk) -> None:
    folder = desk.article("x")
    told = desk.run("translate", "extract", "x", "-l", "pl")
    assert told.exit_code == 0
    assert told.stdout == "sources/x/translations/pl.po\n"
    file = polib.pofile(str(folder / "translations/pl.po"))
    assert file.metadata["Language"] == "pl"
    entry = file.find("The city paid {cost} for the trial.[@city] It will decide soon.")
    assert entry is not None
    assert entry.occurrences == [("article.md", "11")]
    assert entry.comment.startswith("cost = ")
    assert {e.msgctxt for e in file if "noun" in e.msgctxt} == {
        f"fact:buses/noun/{category}" for category in ("one", "few", "many", "other")
    }


def test_extracting_again_loses_nothing(desk: Desk) -> None:
    desk.article("x")
    path = desk.translate("x", "pl")
    assert desk.run("translate", "extract", "x", "-l", "pl").exit_code == 0
    assert polib.pofile(str(path)).percent_translated() == 100
    before = path.read_bytes()
    assert desk.run("translate", "update").stderr == "sources/x/translations/pl.po: up to date\n"
    assert path.read_bytes() == before


def test_an_update_keeps_translations_and_marks_what_changed(desk: Desk) -> None:
    folder = desk.article("x")
    path = desk.translate("x", "pl")
    article = folder / "article.md"
    article.write_text(article.read_text("utf-8").replace("It will decide soon", "It will decide very soon"), "utf-8")
    told = desk.run("translate", "update", "x")
    assert told.exit_code == 0
    assert "1 new, 1 to be checked, 1 kept though not used" in told.stderr
    (entry,) = [entry for entry in polib.pofile(str(path)) if entry.fuzzy]
    assert entry.previous_msgid.endswith("It will decide soon.")
    told = desk.run("build", "-f", "docx")
    assert "1 to be checked" in told.stderr
    article.write_text(article.read_text("utf-8").replace("very soon", "soon"), "utf-8")
    desk.run("translate", "update", "x")
    assert "output/x/x.pl.docx" in desk.run("build", "-f", "docx").stdout


def test_the_original_is_not_translated_into_its_own_language(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("translate", "extract", "x", "-l", "en")
    assert told.exit_code == 1
    assert "the article is written in en" in told.stderr


def test_a_broken_catalogue_is_never_overwritten(desk: Desk) -> None:
    desk.article("x")
    path = desk.translate("x", "pl")
    path.write_text(path.read_text("utf-8") + '\nmsgid "open\n', "utf-8")
    before = path.read_bytes()
    for words in (("extract", "x", "-l", "pl"), ("update",)):
        told = desk.run("translate", *words)
        assert told.exit_code == 1
        assert "pl.po:" in told.stderr
    assert path.read_bytes() == before


def test_updating_a_language_that_is_not_there_names_the_way(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("translate", "update", "-l", "pl")
    assert told.exit_code == 1
    assert "`publish translate extract x -l pl` begins it" in told.stderr


def test_status_shows_articles_by_locales(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "pl")
    desk.translate("x", "de", missing=4)
    told = desk.run("translate", "status")
    lines = told.stdout.splitlines()
    assert lines[0] == HEAD
    assert [line.split()[:2] for line in lines[1:]] == [["x", "en"], ["x", "de"], ["x", "pl"]]
    assert lines[1].split()[2:] == ["original"]
    assert lines[2].split()[3:5] == ["0", "4"]
    assert lines[3].endswith("0        0  100%")


def test_status_as_json(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "pl", missing=4)
    data = json.loads(desk.run("translate", "status", "--json").stdout)
    assert data["diagnostics"] == []
    original, polish = data["translations"]
    assert original == {"article": "x", "locale": "en", "original": True}
    assert polish["missing"] == 4
    assert polish["messages"] == polish["translated"] + 4
    assert polish["complete"] is False


def test_a_language_that_nothing_can_be_built_in_is_told_before_it_is_translated(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("translate", "extract", "x", "-l", "tlh")
    assert told.exit_code == 0
    assert "warning: nothing is known of tlh: it can be translated, but not built" in told.stderr
    assert "known are ar, cs, de," in told.stderr
    assert "nothing is known" not in desk.run("translate", "extract", "x", "-l", "pl-PL").stderr


def test_a_folder_in_the_place_of_a_catalogue_stops_no_other(desk: Desk) -> None:
    folder = desk.article("x")
    desk.translate("x", "pl")
    (folder / "translations/de.po").mkdir()
    for words in (["update"], ["status"], ["extract", "-l", "de", "-l", "pl"]):
        told = desk.run("translate", *words)
        assert told.exit_code == 1
        assert "pl" in told.stdout
        assert told.stderr.count("sources/x/translations/de.po: error: the catalogue cannot be read: a folder") == 1


def test_a_catalogue_that_links_out_of_the_article_is_told_once(desk: Desk) -> None:
    folder = desk.article("x")
    path = desk.translate("x", "pl")
    path.rename(desk.root / "pl.po")
    path.symlink_to(desk.root / "pl.po")
    (folder / "translations/de.po").symlink_to("de.po")
    told = desk.run("translate", "extract", "x", "-l", "pl", "-l", "de")
    assert told.exit_code == 1
    assert sorted(told.stderr.splitlines()) == [
        f"sources/x/translations/{name}.po: error: the catalogue lies outside the article's folder"
        " · put the file itself here"
        for name in ("de", "pl")
    ]


def test_a_catalogue_outside_the_article_is_refused(desk: Desk) -> None:
    folder = desk.article("x")
    (desk.root / "elsewhere").mkdir()
    (folder / "translations").symlink_to(desk.root / "elsewhere")
    told = desk.run("translate", "extract", "x", "-l", "pl")
    assert told.exit_code == 1
    assert "outside the article's folder" in told.stderr
    assert not list((desk.root / "elsewhere").iterdir())

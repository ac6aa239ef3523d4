from __future__ import annotations

import json
import os
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from conftest import Desk

BOTH = ["output/x/x.en.pdf", "output/x/x.en.docx"]


def test_an_article_is_built_in_both_formats(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("build")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == BOTH
    assert told.stderr.splitlines() == ["2 files built"]
    assert desk.output("x/x.en.pdf").read_bytes().rstrip().endswith(b"%%EOF")
    assert zipfile.ZipFile(desk.output("x/x.en.docx")).testzip() is None


@pytest.mark.parametrize("name", ["x", "sources/x", "sources/x/", "./sources/x", "sources/x/article.md"])
def test_an_article_is_named_by_slug_or_folder(desk: Desk, name: str) -> None:
    desk.article("x")
    assert desk.run("build", name, "-f", "docx").stdout.splitlines() == ["output/x/x.en.docx"]


def test_an_article_may_lie_anywhere(desk: Desk) -> None:
    folder = desk.article("x")
    folder.rename(desk.root / "elsewhere")
    assert desk.run("build", "elsewhere", "-f", "docx").stdout == "output/elsewhere/elsewhere.en.docx\n"


def test_the_manifest_tells_what_each_file_was_made_from(desk: Desk) -> None:
    desk.article("x")
    desk.run("build")
    files = json.loads(desk.output("manifest.json").read_text("utf-8"))["files"]
    assert list(files) == ["x/x.en.docx", "x/x.en.pdf"]
    pdf = files["x/x.en.pdf"]
    assert pdf["pages"] == 1
    assert {"article.md", "facts.yaml", "style:briefing"} <= set(pdf["inputs"])
    assert {"publish", "python", "reportlab", "uharfbuzz"} <= set(pdf["versions"])
    assert pdf["faces"]


def test_what_is_up_to_date_is_left_alone(desk: Desk) -> None:
    desk.article("x")
    desk.run("build")
    before = {path: path.stat().st_mtime_ns for path in desk.output("").rglob("*")}
    told = desk.run("build")
    assert told.stdout.splitlines() == BOTH
    assert told.stderr == "2 up to date\n"
    assert {path: path.stat().st_mtime_ns for path in desk.output("").rglob("*")} == before


@pytest.mark.parametrize("changed", ["article.md", "facts.yaml"])
def test_a_changed_input_is_built_again(desk: Desk, changed: str) -> None:
    folder = desk.article("x")
    desk.run("build")
    path = folder / changed
    path.write_text(path.read_text("utf-8").replace("Accounts", "Books").replace("1_300_000", "1_400_000"), "utf-8")
    assert desk.run("build").stderr == ("2 files built\n")


def test_a_partial_build_keeps_the_rest_of_the_manifest(desk: Desk) -> None:
    desk.article("x")
    desk.article("y")
    desk.run("build")
    desk.run("build", "x", "-f", "pdf", "--force")
    files = json.loads(desk.output("manifest.json").read_text("utf-8"))["files"]
    assert list(files) == ["x/x.en.docx", "x/x.en.pdf", "y/y.en.docx", "y/y.en.pdf"]


# ---------------------------------------------------------------- other people's work


def test_an_edited_file_is_kept_and_the_others_are_built(desk: Desk) -> None:
    folder = desk.article("x")
    desk.run("build")
    desk.output("x/x.en.docx").write_bytes(b"edited")
    (folder / "facts.yaml").write_text((folder / "facts.yaml").read_text("utf-8").replace("46", "47"), "utf-8")
    told = desk.run("build")
    assert told.exit_code == 1
    assert told.stdout.splitlines() == ["output/x/x.en.pdf"]
    assert told.stderr.splitlines()[0] == (
        "output/x/x.en.docx: error: the file was changed since it was built; it is left as it is"
        " · move it away to keep it, or replace it with --force"
    )
    assert desk.output("x/x.en.docx").read_bytes() == b"edited"
    assert desk.run("build", "--force").exit_code == 0
    assert desk.output("x/x.en.docx").read_bytes() != b"edited"


def test_an_edited_file_is_told_at_every_build_without_force(desk: Desk) -> None:
    desk.article("x")
    desk.run("build")
    desk.output("x/x.en.docx").write_bytes(b"edited")
    assert [desk.run("build").exit_code for _ in range(2)] == [1, 1]


def test_a_file_of_unknown_origin_is_kept(desk: Desk) -> None:
    desk.article("x")
    desk.output("x").mkdir(parents=True)
    desk.output("x/x.en.pdf").write_bytes(b"from somewhere")
    told = desk.run("build")
    assert told.exit_code == 1
    assert "was not built here" in told.stderr
    assert desk.output("x/x.en.pdf").read_bytes() == b"from somewhere"


def test_a_lost_manifest_is_made_again_from_the_same_files(desk: Desk) -> None:
    desk.article("x")
    desk.run("build")
    before = desk.output("manifest.json").read_bytes()
    desk.output("manifest.json").unlink()
    assert desk.run("build").exit_code == 0
    assert desk.output("manifest.json").read_bytes() == before


# ---------------------------------------------------------------- languages


def test_every_complete_language_is_built_and_the_others_are_named_with_their_counts(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "pl")
    desk.translate("x", "de", missing=3)
    told = desk.run("build", "-f", "docx")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == ["output/x/x.en.docx", "output/x/x.pl.docx"]
    assert "x: de is not complete and was skipped: " in told.stderr
    assert "3 missing" in told.stderr


def test_an_incomplete_language_that_is_asked_for_is_an_error_with_its_counts(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "de", missing=3)
    told = desk.run("build", "-l", "de")
    assert told.exit_code == 1
    place, _, rest = told.stderr.splitlines()[0].partition(": error: ")
    assert place == "sources/x/translations/de.po"
    assert rest.startswith("the translation into de is not complete: ")
    assert "skipped" not in told.stderr
    assert not desk.output("x").exists()


def test_a_draft_of_an_incomplete_language_is_named_as_one(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "de", missing=3)
    told = desk.run("build", "-l", "de", "--draft", "-f", "docx")
    assert told.exit_code == 0
    assert told.stdout == "output/x/x.de.draft.docx\n"


def test_an_unknown_language_names_those_there_are(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("build", "-l", "fr")
    assert told.exit_code == 1
    assert '"x" has no translation into fr · there is en; `publish translate extract x -l fr`' in told.stderr


def test_a_variant_of_the_original_is_built_from_it(desk: Desk) -> None:
    desk.article("x")
    assert desk.run("build", "-l", "en-US", "-f", "docx").stdout == "output/x/x.en-US.docx\n"


@pytest.mark.parametrize(("given", "name"), [("PL", "pl"), ("pl_pl", "pl-PL")])
def test_a_tag_is_written_in_its_usual_letters(desk: Desk, given: str, name: str) -> None:
    desk.article("x")
    desk.translate("x", "pl")
    assert desk.run("build", "-l", given, "-f", "docx").stdout == f"output/x/x.{name}.docx\n"


def test_a_broken_catalogue_is_an_error_only_where_it_is_needed(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "pl").write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    assert desk.run("build", "-l", "en").exit_code == 0
    told = desk.run("build")
    assert told.exit_code == 1
    assert told.stderr.startswith("sources/x/translations/pl.po:2:8: error: ")


@pytest.mark.parametrize(("name", "other"), [("PL.po", "PL.po"), ("en.po", "article.md")])
def test_two_files_in_one_language_are_told_apart_before_one_hides_the_other(desk: Desk, name: str, other: str) -> None:
    desk.article("x")
    path = desk.translate("x", "pl")
    path.with_name(name).write_bytes(path.read_bytes())
    told = desk.run("check")
    assert told.exit_code == 1
    assert f"error: {other} is in {name[:2].lower()} too · keep one of them" in told.stderr


def test_translations_that_are_no_folder_are_told(desk: Desk) -> None:
    folder = desk.article("x")
    (folder / "translations").write_text("")
    for words in (["build"], ["check"], ["translate", "status"], ["translate", "extract", "-l", "pl"]):
        told = desk.run(*words)
        assert told.exit_code == 1
        assert "sources/x/translations: error: the translations cannot be read: a file stands where" in told.stderr


# ---------------------------------------------------------------- faults


def test_findings_are_told_in_the_order_of_their_places(desk: Desk) -> None:
    desk.article("x")
    path = desk.translate("x", "pl")
    text = path.read_text("utf-8")
    path.write_text(text.replace('msgstr "The city paid {cost}', 'msgstr "The city paid {costs}'), "utf-8")
    lines = [line.split(":")[1] for line in desk.run("check").stderr.splitlines() if ": error: " in line]
    assert lines == sorted(lines, key=int)
    assert len(lines) > 1


def test_a_linked_folder_is_built_under_its_own_name_and_once(desk: Desk) -> None:
    desk.article("x")
    (desk.root / "sources/link").symlink_to("x")
    told = desk.run("build", "-f", "docx")
    assert (told.exit_code, told.stdout) == (0, "output/x/x.en.docx\n")
    (desk.root / "elsewhere").mkdir()
    (desk.root / "sources/x").rename(desk.root / "elsewhere/x")
    (desk.root / "sources/link").unlink()
    (desk.root / "sources/link").symlink_to("../elsewhere/x")
    desk.article("x")
    told = desk.run("build", "-f", "docx")
    assert told.exit_code == 2
    assert 'would both be built as "x"' in told.stderr


def test_an_article_with_an_error_keeps_its_files_and_the_others_are_built(desk: Desk) -> None:
    folder = desk.article("a")
    desk.article("b")
    desk.run("build")
    before = desk.output("a/a.en.pdf").read_bytes()
    (folder / "article.md").write_text((folder / "article.md").read_text("utf-8").replace("{cost}", "{costs}"), "utf-8")
    (desk.root / "sources/b/facts.yaml").write_text(
        (desk.root / "sources/b/facts.yaml").read_text("utf-8").replace("46", "48"), "utf-8"
    )
    told = desk.run("build")
    assert told.exit_code == 1
    assert told.stdout.splitlines() == ["output/b/b.en.pdf", "output/b/b.en.docx"]
    assert "sources/a/article.md:" in told.stderr
    assert 'did you mean "cost"?' in told.stderr
    assert "stale" not in told.stderr
    assert desk.output("a/a.en.pdf").read_bytes() == before


def test_one_bad_language_stops_all_files_of_the_article(desk: Desk) -> None:
    folder = desk.article("x")
    path = desk.translate("x", "pl")
    desk.run("build")
    before = {path.name: path.read_bytes() for path in desk.output("x").iterdir()}
    path.write_text(
        path.read_text("utf-8").replace('msgstr "The city paid {cost} for', 'msgstr "The city paid for'), "utf-8"
    )
    (folder / "facts.yaml").write_text((folder / "facts.yaml").read_text("utf-8").replace("46", "48"), "utf-8")
    assert desk.run("build").exit_code == 1
    assert {path.name: path.read_bytes() for path in desk.output("x").iterdir()} == before


def test_stale_files_are_told(desk: Desk) -> None:
    folder = desk.article("x")
    desk.article("y")
    po = desk.translate("x", "pl")
    desk.run("build", "-f", "docx")
    po.unlink()
    for path in sorted((desk.root / "sources/y").iterdir()):
        path.unlink()
    (desk.root / "sources/y").rmdir()
    told = desk.run("build", "-f", "docx")
    assert told.exit_code == 0
    assert [line.partition(" · ")[0] for line in told.stderr.splitlines()[:2]] == [
        "output/x/x.pl.docx: warning: the file is stale: its article changed since",
        "output/y/y.en.docx: warning: the file is stale: its article is gone",
    ]
    assert folder.exists()


def test_a_manifest_of_another_make_is_told_and_written_anew(desk: Desk) -> None:
    desk.article("x")
    desk.run("build")
    desk.output("manifest.json").write_text("{")
    told = desk.run("build")
    assert told.exit_code == 0
    assert "output/manifest.json: warning: " in told.stderr


@pytest.mark.parametrize("name", ["taken", "taken/below"])
def test_an_output_that_is_no_folder_is_told_with_a_remedy(desk: Desk, name: str) -> None:
    desk.article("x")
    (desk.root / "taken").write_text("")
    told = desk.run("build", "-o", name)
    assert told.exit_code == 1
    assert told.stderr.splitlines() == [
        f"{name}: error: the output folder cannot be used: a file stands where a folder is needed"
        " · name another one with -o",
        "0 files built, 1 error",
    ]
    (found,) = json.loads(desk.run("build", "-o", name, "--json").stdout)["diagnostics"]
    assert (found["file"], found["line"], found["column"]) == (name, None, None)


@pytest.mark.parametrize("option", ["-o", "-s"])
def test_an_empty_name_is_a_wrong_call(desk: Desk, option: str) -> None:
    desk.article("x")
    told = desk.run("build", option, "")
    assert told.exit_code == 2
    assert "the name is empty" in told.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
@pytest.mark.parametrize("name", ["output/manifest.json", "output/x/x.en.pdf", "sources/x/translations/pl.po"])
def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(desk: Desk, name: str) -> None:
    desk.article("x")
    (desk.root / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(desk.root / name)
    told = desk.run("build")
    assert told.exit_code == 1
    assert "no regular file" in told.stderr


@pytest.mark.parametrize("slug", ["a\nb", "a\x1b[31mb", "a\udcffb"])
def test_a_folder_whose_name_cannot_be_written_is_told(desk: Desk, slug: str) -> None:
    desk.article("x")
    try:
        desk.article(slug)
    except OSError:
        pytest.skip("the file system does not have such names")
    for words in (["build"], ["check"], ["translate", "extract", "-l", "pl"]):
        told = desk.run(*words)
        assert told.exit_code == 2
        assert "has signs in its name that no file may have · rename the folder" in told.stderr
        assert "\x1b" not in told.stderr
    assert "\x1b" not in desk.run("build", "nope").stderr
    assert desk.run("build", "x", "-f", "docx").exit_code == 0


def test_a_place_that_is_taken_by_a_folder_is_told(desk: Desk) -> None:
    desk.article("x")
    desk.output("x/x.en.pdf").mkdir(parents=True)
    told = desk.run("build")
    assert told.exit_code == 1
    assert told.stdout == "output/x/x.en.docx\n"
    assert "output/x/x.en.pdf: error: the file cannot be written: a folder stands where" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "y"], 'no article "y"'),
        (["build", "xx"], 'did you mean "x"?'),
        (["build", ""], "the name is empty"),
        (["build", "a/b"], "a/b/article.md does not exist · articles: x"),
        (["build", "-f", "html"], "'html' is not one of 'pdf', 'docx'"),
        (["build", "-e", "summary"], "'summary' is not 'brief'"),
        (["build", "-l", "english!"], '"english!" is no language tag'),
        (["check", "nope"], 'no article "nope"'),
    ],
)
def test_a_wrong_call_is_exit_code_two(desk: Desk, arguments: list[str], said: str) -> None:
    desk.article("x")
    told = desk.run(*arguments)
    assert told.exit_code == 2
    assert said in told.stderr


def test_an_unknown_style_gets_a_suggestion(desk: Desk) -> None:
    desk.article("x")
    told = desk.run("build", "-s", "newsrom")
    assert told.exit_code == 1
    assert 'style "newsrom" is unknown · did you mean "newsroom"?' in told.stderr


def test_an_empty_folder_names_the_first_step(desk: Desk) -> None:
    told = desk.run("build")
    assert told.exit_code == 2
    assert "`publish new SLUG` begins one" in told.stderr


def test_a_bad_source_date_is_a_wrong_call(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.article("x")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert desk.run("build").exit_code == 2


def test_the_source_date_dates_the_files(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.article("x")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    desk.run("build", "-f", "docx")
    with zipfile.ZipFile(BytesIO(desk.output("x/x.en.docx").read_bytes())) as package:
        assert b"2001-09-09T00:00:00Z" in package.read("docProps/core.xml")


def test_json_has_one_shape_for_good_and_bad(desk: Desk) -> None:
    desk.article("a")
    desk.article("b", text="---\ntitle: x\n---\n")
    desk.translate("a", "pl", missing=1)
    told = desk.run("build", "-f", "pdf", "--json")
    assert told.exit_code == 1
    data = json.loads(told.stdout)
    assert list(data) == ["files", "skipped", "diagnostics"]
    (file,) = data["files"]
    assert list(file) == ["path", "article", "locale", "format", "state", "sha256", "pages"]
    assert (file["path"], file["state"], file["pages"]) == ("output/a/a.en.pdf", "built", 1)
    (gap,) = data["skipped"]
    assert (gap["article"], gap["locale"], gap["missing"]) == ("a", "pl", 1)
    assert data["diagnostics"]
    assert list(data["diagnostics"][0]) == ["severity", "file", "line", "column", "message", "hint"]
    assert told.stderr == ""


def test_check_tells_every_finding_and_writes_nothing(desk: Desk) -> None:
    desk.article("x", text="---\ntitel: x\nlanguage: en\ndate: 2025-13-01\n---\n\n{costs}\n\n::: nope\n:::\n")
    told = desk.run("check")
    assert told.exit_code == 1
    assert told.stderr.count(": error: ") >= 4
    assert not desk.output("").exists()


def test_check_of_a_good_article_is_good(desk: Desk) -> None:
    desk.article("x")
    desk.translate("x", "pl", missing=2)
    told = desk.run("check")
    assert told.exit_code == 0
    assert told.stderr.splitlines()[-1] == "1 article checked: nothing to mend"
    assert "2 missing" in told.stderr


def test_an_article_that_cannot_be_read_is_told(desk: Desk) -> None:
    desk.article("x")
    (desk.root / "sources/x/article.md").unlink()
    (desk.root / "sources/x/article.md").mkdir()
    told = desk.run("build", "x")
    assert told.exit_code == 1
    assert told.stderr.startswith("sources/x")
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("form", ["png", "jpeg"])
def test_a_picture_that_is_cut_off_is_found_at_its_place_before_anything_is_built(desk: Desk, form: str) -> None:
    folder = desk.article("x")
    (folder / "images").mkdir()
    data = BytesIO()
    Image.effect_noise((300, 200), 80).save(data, form)
    (folder / f"images/quay.{form}").write_bytes(data.getvalue()[: len(data.getvalue()) // 2])
    article = folder / "article.md"
    article.write_text(article.read_text("utf-8") + f"\n![A quay](images/quay.{form})\n", "utf-8")
    line = article.read_text("utf-8").count("\n")
    for words in (["check"], ["build"], ["build", "-f", "pdf"]):
        told = desk.run(*words)
        assert told.exit_code == 1
        assert told.stderr.splitlines()[:-1] == [
            f'sources/x/article.md:{line}:1: error: "quay.{form}" is cut off or damaged · save the picture again'
        ]
    assert not desk.output("x").exists()


def test_letters_that_command_a_terminal_are_shown_not_sent(desk: Desk) -> None:
    desk.article(
        "x", text=Path(desk.article("x") / "article.md").read_text("utf-8").replace("title:", "ti\u202etle: a\nti2:")
    )
    told = desk.run("check")
    assert told.exit_code == 1
    assert "\u202e" not in told.stderr


def test_a_character_without_a_glyph_is_an_error_at_its_place(desk: Desk) -> None:
    folder = desk.article("x")
    path = folder / "article.md"
    path.write_text(path.read_text("utf-8").replace("decide soon", "decide \ue000 soon"), "utf-8")
    told = desk.run("build")
    assert told.exit_code == 1
    assert told.stderr.startswith("sources/x/article.md:11:")
    assert "no face of the style has the character U+E000" in told.stderr
    assert not desk.output("x").exists()


TEN_FAULTS = {
    "language: en": "language: e",
    "date: 2025-10-30": "date: 2025-30-10",
    "title: A short brief": "titel: A short brief",
    "lead:": "lead: x\nlead:",
    "[@city]": "[@town]",
    "paid {cost} for": "paid {costs} for",
    "## What it got": "#### What it got",
    "::: takeaways": "::: takeaway",
    "::: {.facts #trial": "::: {.facts #trial tilte=x",
    "- {share}\n:::\n\n": "- {share}\n:::\n\n![](images/port.png)\n\n",
}


def test_ten_faults_are_told_at_once_and_the_earlier_output_stays(desk: Desk) -> None:
    folder = desk.article("x")
    desk.run("build")
    before = {path.name: path.read_bytes() for path in desk.output("x").iterdir()}
    text = (folder / "article.md").read_text("utf-8")
    for good, bad in TEN_FAULTS.items():
        assert good in text
        text = text.replace(good, bad, 1)
    (folder / "article.md").write_text(text, "utf-8")
    told = desk.run("build")
    assert told.exit_code == 1
    found = [line for line in told.stderr.splitlines() if line.startswith("sources/x/article.md:")]
    assert len(found) >= len(TEN_FAULTS)
    assert len({line.split(": error: ")[0] for line in found}) >= len(TEN_FAULTS)
    assert told.stderr.splitlines()[-1].startswith("0 files built, ")
    assert {path.name: path.read_bytes() for path in desk.output("x").iterdir()} == before

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publish.cli import command


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_a_new_article_is_dated_today_and_told_by_its_files(working_folder: Path) -> None:
    told = run("new", "night-buses")
    assert told.exit_code == 0
    assert told.stdout == "sources/night-buses/article.md\nsources/night-buses/facts.yaml\n"
    text = (working_folder / "sources/night-buses/article.md").read_text("utf-8")
    assert f"date: {date.today().isoformat()}\n" in text


@pytest.mark.parametrize(
    "slug",
    ["Night-Buses", "night buses", "../x", "a/b", "-x", "x-", "x--y", "", "łódź", ".", "x" * 81, "con", "CON", "lpt1"],
)
def test_a_bad_slug_is_refused(slug: str, working_folder: Path) -> None:
    told = run("new", "--", slug)
    assert told.exit_code == 2
    assert "is no name for an article" in told.stderr
    assert list(working_folder.iterdir()) == []


def test_a_slug_is_proposed_for_a_title() -> None:
    assert 'for example "night-buses-2026"' in run("new", "Night Buses 2026!").stderr
    assert 'for example "lodz-w-liczbach"' in run("new", "Łódź w liczbach").stderr
    assert 'for example "con-brief"' in run("new", "con").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of resources")
def test_a_new_article_is_whole_or_not_there(working_folder: Path) -> None:
    code = """
import resource, signal
from publish.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))  # less than the article, more than the ledger
main()
"""
    command_line = [sys.executable, "-B", "-c", code, "new", "x"]
    told = subprocess.run(command_line, cwd=working_folder, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert list((working_folder / "sources").iterdir()) == []


def test_an_existing_folder_is_left_alone(working_folder: Path) -> None:
    (working_folder / "sources/x").mkdir(parents=True)
    told = run("new", "x")
    assert told.exit_code == 2
    assert list((working_folder / "sources/x").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told_in_one_line(working_folder: Path) -> None:
    working_folder.chmod(0o500)
    told = run("new", "x")
    working_folder.chmod(0o700)
    assert told.exit_code == 1
    assert told.stderr.count("\n") == 1


def test_a_file_in_the_way_is_told_in_one_line(working_folder: Path) -> None:
    (working_folder / "sources").write_text("a file, no folder")
    told = run("new", "x")
    assert told.exit_code == 1
    assert told.stderr.startswith("sources")
    assert told.stderr.count("\n") == 1


def test_styles_are_listed_with_their_origin(working_folder: Path) -> None:
    (working_folder / "styles").mkdir()
    (working_folder / "styles/house.yaml").write_text("extends: briefing\ntitle: Our house\n")
    (working_folder / "styles/newsroom.yaml").write_text("extends: newsroom\ntitle: Our newsroom\n")
    told = json.loads(run("styles", "--json").stdout)["styles"]
    assert [style["name"] for style in told] == ["briefing", "house", "newsroom"]
    assert told[0]["origin"] == "built-in"
    assert told[1] == {"name": "house", "title": "Our house", "origin": "styles/house.yaml"}
    assert told[2]["title"] == "Our newsroom"
    assert "Our house (styles/house.yaml)" in run("styles").stdout


def test_the_rules_of_a_language_are_told_with_what_is_typed_an_example_and_an_authority() -> None:
    told = run("explain", "pl").stdout
    assert (
        "short-words: One-letter words stay with the word after them.\n"
        "    Rozmowy w Tokio i Waszyngtonie → Rozmowy w⍽Tokio i⍽Waszyngtonie\n"
        "    authority: PN-83/P-55366"
    ) in told
    assert "percent: The percent sign follows without a space.\n    15%\n" in told


@pytest.mark.parametrize(
    ("locale", "legend"),
    [("pl", "⍽ no-break space"), ("fr", "⍽ no-break space, ⸤ narrow no-break space")],
)
def test_no_break_spaces_are_drawn_and_the_last_line_says_which(locale: str, legend: str) -> None:
    told = run("explain", locale).stdout
    assert told.splitlines()[-2:] == ["", legend]
    assert not {"\u00a0", "\u202f"} & set(told)


def test_the_rules_of_a_language_are_data_with_json() -> None:
    rules = {rule["name"]: rule for rule in json.loads(run("explain", "fr", "--json").stdout)["rules"]}
    assert rules["spaces-before-marks"] == {
        "name": "spaces-before-marks",
        "rule": "A narrow no-break space precedes ; ! and ?, a no-break space of full width the colon.",
        "typed": "Bilan: oui; jusqu’à quand?",
        "example": "Bilan\u00a0: oui\u202f; jusqu’à quand\u202f?",
        "authority": "Imprimerie nationale, Lexique des règles typographiques",
    }
    assert rules["percent"]["typed"] is None


def test_a_region_is_told_its_own_rules() -> None:
    assert "words—and numbers" in run("explain", "en-US").stdout
    assert "words⍽– and numbers" in run("explain", "en-GB").stdout


@pytest.mark.parametrize(("locale", "code"), [("tlh", 1), ("polish!", 2)])
def test_a_language_that_is_not_known_is_told(locale: str, code: int) -> None:
    told = run("explain", locale)
    assert told.exit_code == code
    assert told.stderr.count("Traceback") == 0
    assert told.stdout == ""

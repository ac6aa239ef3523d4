from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from publish import __version__
from publish.cli import command
from publish.cli.lazy import LazyGroup

HEAVY = (
    "PIL", "babel", "budoux", "docx", "lxml", "markdown_it", "polib", "pydantic", "pyphen", "reportlab", "rich",
    "segno", "uharfbuzz", "uniseg", "yaml",
)  # fmt: skip


def groups() -> list[LazyGroup]:
    translate = command.get_command(None, "translate")  # type: ignore[arg-type]
    assert isinstance(translate, LazyGroup)
    return [command, translate]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["translate", "--help"], ["nonsense"]])
def test_help_imports_no_library_of_a_command(arguments: list[str]) -> None:
    code = f"""
import json, sys
from publish.cli import command
try:
    command.main({arguments!r}, prog_name="publish")
except SystemExit:
    print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(json.loads(told.splitlines()[-1])).isdisjoint(HEAVY)


def test_every_listed_command_is_there_under_the_line_that_lists_it() -> None:
    for group in groups():
        for name in group.list_commands(None):  # type: ignore[arg-type]
            listed = group.get_command(None, name)  # type: ignore[arg-type]
            assert listed is not None
            assert listed.name == name
            if not isinstance(listed, LazyGroup):
                assert group._lazy[name][1] == listed.short_help


def test_an_unknown_command_gets_a_suggestion() -> None:
    told = CliRunner().invoke(command, ["biuld"])
    assert told.exit_code == 2
    assert 'did you mean "build"?' in told.stderr


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(command, ["--version"]).stdout == f"publish {__version__}\n"

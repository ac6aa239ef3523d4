from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk

ROOT = Path(__file__).parents[2]


class Program:
    """The program, run from a copy of the package: somebody may be at work on the package itself meanwhile."""

    def __init__(self, copy: Path) -> None:
        shutil.copytree(ROOT / "publish", copy / "publish", ignore=shutil.ignore_patterns("__pycache__"))
        code = f"import sys; sys.path.insert(0, {str(copy)!r}); from publish.cli import main; main()"
        self.words = [sys.executable, "-P", "-c", code]

    def start(self, folder: Path, *arguments: str, umask: int = -1, **environment: str) -> subprocess.Popen[bytes]:
        clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "LC_ALL")}
        return subprocess.Popen(
            [*self.words, *arguments],
            cwd=folder, env=clean | environment, umask=umask, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("program"))


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_another_process_day_zone_language_folder_and_hash_seed_make_the_same_bytes(
    desk: Desk, program: Program, tmp_path: Path
) -> None:
    desk.article("x")
    desk.translate("x", "pl")
    elsewhere = tmp_path / "another place" / "łąka"
    elsewhere.mkdir(parents=True)
    first = program.start(
        desk.root, "build", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="pl_PL.UTF-8", umask=0o022
    )
    assert first.wait(60) == 0
    time.sleep(3)
    arguments = ("build", str(desk.root / "sources/x"), "-o", "made here")
    second = program.start(elsewhere, *arguments, PYTHONHASHSEED="2", TZ="America/St_Johns", LC_ALL="C", umask=0o077)
    assert second.wait(60) == 0
    made = hashes(desk.output(""))
    assert len(made) == 5
    assert hashes(elsewhere / "made here") == made
    for process in (first, second):
        process.communicate()


def is_whole(path: Path) -> bool:
    if path.suffix == ".pdf":
        data = path.read_bytes()
        return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    with zipfile.ZipFile(path) as package:
        return package.testzip() is None


def test_a_build_killed_at_any_moment_leaves_whole_files_only(desk: Desk, program: Program) -> None:
    folder = desk.article("x")
    facts = (folder / "facts.yaml").read_text("utf-8")
    for run, delay in enumerate((0.3, 0.4, 0.5, 0.6, 0.7, 0.85)):
        (folder / "facts.yaml").write_text(facts.replace("46", str(50 + run)), "utf-8")
        with program.start(desk.root, "build", "x") as process:
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        built = [path for path in desk.output("").rglob("x.*") if path.suffix in (".pdf", ".docx")]
        assert all(is_whole(path) for path in built)
    with program.start(desk.root, "build", "x") as process:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said.decode()
    assert sorted(hashes(desk.output(""))) == ["manifest.json", "x/x.en.docx", "x/x.en.pdf"]


def test_a_reader_that_goes_away_is_no_traceback(desk: Desk, program: Program) -> None:
    desk.article("x")
    with program.start(desk.root, "build", "x") as process:
        assert process.stdout
        process.stdout.close()
        process.wait(60)
    desk.article("y")
    for words, closed in (("translate status", "2>&1 >&-"), ("build", "2>&-"), ("build", ">&- 2>&-")):
        call = f"{shlex.join(program.words)} {words} {closed} | cat"
        shown = subprocess.run(call, shell=True, cwd=desk.root, capture_output=True, text=True, check=False)  # noqa: S602
        assert "Traceback" not in shown.stdout
        if closed == "2>&-":
            assert len(shown.stdout.splitlines()) == 4


def test_an_interrupt_ends_cleanly(desk: Desk, program: Program) -> None:
    for number in range(40):
        desk.article(f"x{number}")
    with program.start(desk.root, "build") as process:
        time.sleep(1.2)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode in (0, 1)
    assert not list(desk.output("").rglob("*.part"))

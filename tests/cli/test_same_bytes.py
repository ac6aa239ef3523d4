from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Desk

PROGRAM = [sys.executable, "-c", "from publish.cli import main; main()"]


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "LC_ALL")}
    return subprocess.Popen(
        [*PROGRAM, *arguments], cwd=folder, env=clean | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_another_process_day_zone_language_folder_and_hash_seed_make_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    desk.article("x")
    desk.translate("x", "pl")
    elsewhere = tmp_path / "another place" / "łąka"
    elsewhere.mkdir(parents=True)
    first = start(desk.root, "build", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="pl_PL.UTF-8")
    assert first.wait(60) == 0
    time.sleep(3)
    arguments = ("build", str(desk.root / "sources/x"), "-o", "made here")
    second = start(elsewhere, *arguments, PYTHONHASHSEED="2", TZ="America/St_Johns", LANG="C")
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


def test_a_build_killed_at_any_moment_leaves_whole_files_only(desk: Desk) -> None:
    folder = desk.article("x")
    facts = (folder / "facts.yaml").read_text("utf-8")
    for run, delay in enumerate((0.3, 0.4, 0.5, 0.6, 0.7, 0.85)):
        (folder / "facts.yaml").write_text(facts.replace("46", str(50 + run)), "utf-8")
        with start(desk.root, "build", "x") as process:
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        built = [path for path in desk.output("").rglob("x.*") if path.suffix in (".pdf", ".docx")]
        assert all(is_whole(path) for path in built)
    with start(desk.root, "build", "x") as process:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said.decode()
    assert sorted(hashes(desk.output(""))) == ["manifest.json", "x/x.en.docx", "x/x.en.pdf"]


def test_a_reader_that_goes_away_is_no_traceback(desk: Desk) -> None:
    desk.article("x")
    with start(desk.root, "build", "x") as process:
        assert process.stdout
        process.stdout.close()
        process.wait(60)
    command = f"'{sys.executable}' -c 'from publish.cli import main; main()' translate status 2>&1 >&- | cat"
    shown = subprocess.run(command, shell=True, cwd=desk.root, capture_output=True, text=True, check=False)  # noqa: S602
    assert "Traceback" not in shown.stdout


def test_an_interrupt_ends_cleanly(desk: Desk) -> None:
    for number in range(40):
        desk.article(f"x{number}")
    with start(desk.root, "build") as process:
        time.sleep(1.2)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert b"Traceback" not in said
    assert process.returncode in (0, 1)
    assert not list(desk.output("").rglob("*.part"))

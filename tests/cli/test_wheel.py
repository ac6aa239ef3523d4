"""The wheel as somebody gets it: fresh environment, empty folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "publish", source / "publish", ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, source], check=True)
    (built,) = folder.glob("*.whl")
    return built


def data_files() -> set[str]:
    files = (path for path in (ROOT / "publish").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == data_files()


def test_the_wheel_works_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    # the libraries are those that the tests run with; the package itself comes from the wheel alone
    environment = tmp_path / "environment"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(environment)
    empty = tmp_path / "empty"
    empty.mkdir()

    def publish(*arguments: str) -> str:
        code = f"""
import sys
sys.path.insert(0, {str(environment)!r})
from publish import cli
assert cli.__file__.startswith({str(environment)!r})
cli.main()
"""
        command = [sys.executable, "-P", "-W", "error", "-c", code, *arguments]
        return subprocess.run(command, cwd=empty, check=True, capture_output=True, text=True).stdout

    publish("new", "x")
    assert publish("build", "x").splitlines() == ["output/x/x.en.pdf", "output/x/x.en.docx"]
    assert publish("styles").startswith("briefing")

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.build.manifest import Record, dump, load
from publish.build.output import OutputFolder, write_whole

NAME = "x/x.en.pdf"


def record(data: bytes, **changes: object) -> Record:
    facts = {"article": "x", "locale": "en", "format": "pdf", "edition": "brief", "draft": False, "style": "briefing"}
    return Record(**{**facts, "sha256": sha256(data).hexdigest(), "pages": 4, **changes})  # type: ignore[arg-type]


def build(root: Path, data: bytes) -> None:
    with OutputFolder(root) as output:
        assert output.ours(NAME, data)
        output.put(NAME, data, record(data))


def test_a_file_and_its_record_stand_after_a_run(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    assert (tmp_path / NAME).read_bytes() == b"one"
    files = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert files[NAME]["sha256"] == sha256(b"one").hexdigest()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["manifest.json", "x"]


def test_a_file_that_was_built_may_be_replaced(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    build(tmp_path, b"two")
    assert (tmp_path / NAME).read_bytes() == b"two"


def test_an_edited_file_is_not_ours(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"edited")
    with OutputFolder(tmp_path) as output:
        assert not output.ours(NAME, b"two")
        assert output.ours(NAME, b"edited")


def test_a_file_of_unknown_origin_is_not_ours(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    (tmp_path / "manifest.json").unlink()
    with OutputFolder(tmp_path) as output:
        assert not output.ours(NAME, b"two")


def test_a_file_that_was_deleted_leaves_the_manifest(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    (tmp_path / NAME).unlink()
    with OutputFolder(tmp_path):
        pass
    assert json.loads((tmp_path / "manifest.json").read_text())["files"] == {}


def test_a_run_that_fails_still_notes_what_it_wrote(tmp_path: Path) -> None:
    def interrupted() -> None:
        with OutputFolder(tmp_path) as output:
            output.put(NAME, b"one", record(b"one"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert NAME in json.loads((tmp_path / "manifest.json").read_text())["files"]


def test_an_unchanged_run_touches_nothing(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    build(tmp_path, b"one")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_killed_runs_left_is_taken_away(tmp_path: Path) -> None:
    build(tmp_path, b"one")
    for left in (".publish-1-manifest.json.part", "x/.publish-1-x.en.pdf.part"):
        (tmp_path / left).write_bytes(b"half")
    build(tmp_path, b"two")
    assert not list(tmp_path.rglob("*.part"))


def test_a_failed_write_leaves_the_earlier_file_and_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, b"one")
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]
    assert [item.name for item in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == b"one"


_FOREIGN = (
    "", "{", "[]", "null", '{"manifest": 1}', '{"manifest": 2, "files": {}}', '{"manifest": 1, "files": {"a": {}}}',
    "\ud800", "[" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("text", _FOREIGN, ids=range(len(_FOREIGN)))
def test_a_manifest_of_another_make_is_told_apart(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert load(tmp_path / "manifest.json") is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
)


@given(_JSON)
def test_no_manifest_makes_the_reader_fall_over(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    path = tmp_path_factory.getbasetemp() / "manifest.json"
    path.write_text(json.dumps({"manifest": 1, "files": {"a": data}}), "utf-8")
    load(path)


def test_a_manifest_is_read_back(tmp_path: Path) -> None:
    records = {NAME: record(b"one", inputs={"article.md": "a"}, versions={"python": "3"}, faces={"Serif-400": "c"})}
    (tmp_path / "manifest.json").write_text(dump(records), "utf-8")
    assert load(tmp_path / "manifest.json") == records


KILLED = textwrap.dedent("""
    import os, sys
    from hashlib import sha256
    from pathlib import Path
    from publish.build.manifest import Record
    from publish.build.output import OutputFolder
    print("go", flush=True)
    for run in range(10**6):
        with OutputFolder(Path(sys.argv[1])) as output:
            for number in range(4):
                name = f"x/x.{number}.pdf"
                data = f"{run}.{number}.".encode() * 20_000 + b"END"
                assert output.ours(name, data), "takes its own file for somebody else's"
                output.put(name, data, Record("x", "en", "pdf", "brief", False, "briefing", sha256(data).hexdigest()))
""")


def test_a_run_killed_at_any_moment_leaves_whole_files_that_the_next_one_knows(tmp_path: Path) -> None:
    for delay in (0.01, 0.03, 0.06, 0.1, 0.15):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline() == b"go\n"
            time.sleep(delay)
            assert process.poll() is None
            os.kill(process.pid, signal.SIGKILL)
        for path in tmp_path.glob("x/*.pdf"):
            assert path.read_bytes().endswith(b"END")
        assert load(tmp_path / "manifest.json") is not None


def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    limited = KILLED.replace("10**6", "15")
    runs = [subprocess.Popen([sys.executable, "-c", limited, str(tmp_path)], stdout=subprocess.DEVNULL) for _ in "ab"]
    assert [run.wait(60) for run in runs] == [0, 0]
    records = load(tmp_path / "manifest.json")
    assert records
    for name, entry in records.items():
        assert sha256((tmp_path / name).read_bytes()).hexdigest() == entry.sha256

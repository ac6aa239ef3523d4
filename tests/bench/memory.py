"""The memory of one worker: a process of its own makes 100 distinct PDFs and says what it held."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["memory"]

DOCUMENTS = 100
TARGET = 60  # MB
_STATUS = Path("/proc/self/status")
_SHOWN = ("imports", "1", "10", str(DOCUMENTS), "peak")


def memory() -> None:
    """Tells what a worker holds along the way, all that is resident and what no other process can share with it."""
    if not _STATUS.exists():
        print("memory is read from /proc, which this system lacks")
        return
    run = subprocess.run([sys.executable, __file__], check=True, stdout=subprocess.PIPE, text=True)
    resident, own = json.loads(run.stdout)
    print(f"\nMemory of a worker that reads, composes and sets {DOCUMENTS} briefs, each another text; MB")
    print(f"{'':<12} imports    1st   10th  {DOCUMENTS}th   peak")
    for name, held in (("resident", resident), ("its own", own)):
        print(f"{name:<12} " + " ".join(f"{held[key]:6.1f}" if key in held else " " * 6 for key in _SHOWN))
    peak, grown = resident["peak"], resident[str(DOCUMENTS)] - resident["10"]
    print(f"{peak:.0f} MB at the peak (target: at most {TARGET})   {'met' if peak <= TARGET else 'missed'}")
    print(
        f"{peak - resident['imports']:.0f} MB above imports; {grown:+.1f} MB from the 10th to the {DOCUMENTS}th brief"
    )


# ---------------------------------------------------------------- inside the worker


def work() -> tuple[dict[str, float], dict[str, float]]:
    """Megabytes resident, and of these anonymous, after each brief of a worker's whole way from article to PDF."""
    from engines import Publish
    from house import composed, made_briefs

    resident, own = {"imports": megabytes("VmRSS")}, {"imports": megabytes("RssAnon")}
    publish = None
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, DOCUMENTS + 1):
            [article] = made_briefs(Path(folder), range(number, number + 1))
            document = composed(article)
            publish = publish or Publish(document)
            publish.render(document)
            resident[str(number)], own[str(number)] = megabytes("VmRSS"), megabytes("RssAnon")
    resident["peak"] = megabytes("VmHWM")
    return resident, own


def megabytes(key: str) -> float:
    """A figure of proc(5): VmRSS is resident now, RssAnon the part of it that no file backs, VmHWM the most ever.

    Not `ru_maxrss`, which starts at what the parent held when it forked.
    """
    found = re.search(rf"^{key}:\s*(\d+) kB", _STATUS.read_text("ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024 / 1e6


if __name__ == "__main__":
    print(json.dumps(work()))

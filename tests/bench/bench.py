"""Speed and memory, as ratios and medians taken side by side in one run: `make bench`.

`python tests/bench/bench.py --only NAME` runs one part; `--profile` is `--only profile`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

PARTS = ("stages", "rivals", "ours", "growth", "memory", "profile")
ALL = ("stages", "rivals", "growth", "memory", "profile")  # the race with rivals has ours in it


def main() -> int:
    """Runs the parts that are asked for; 1 where a rendering did not hold what its document says."""
    parser = argparse.ArgumentParser(description="Measures the speed and the memory of publish, beside its rivals.")
    parser.add_argument("--only", choices=PARTS, help="run this part alone")
    parser.add_argument(
        "--profile", action="store_const", const="profile", dest="only", help="the same as --only profile"
    )
    asked = parser.parse_args().only
    return int(not _run(asked)) if asked else max(_run_apart(part) for part in ALL)


def _run_apart(part: str) -> int:
    """Runs a part in a process of its own: what one has warmed up, another would call fast."""
    return subprocess.run([sys.executable, __file__, "--only", part], check=False).returncode


def _run(part: str) -> bool:
    """Runs one part, imported when needed: each of them brings its engines along."""
    if part == "stages":
        from stages import stages, startup

        startup()
        stages()
        return True
    if part == "memory":
        from memory import memory

        memory()
        return True
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return _measure(part, Path(folder))


def _measure(part: str, folder: Path) -> bool:
    if part == "growth":
        from growth import growth

        growth(folder)
        return True
    if part == "profile":
        from hotspots import hotspots

        hotspots(folder)
        return True
    from race import race

    return race(folder, rivals=part == "rivals")


if __name__ == "__main__":
    sys.exit(main())

"""The same documents through every engine in turn, after what each makes of them has been read back."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from engines import Engine, Publish, open_engines
from house import composed, made_briefs
from readback import Reading, read_back
from said import said

from publish.document import Document

__all__ = ["race"]

WARM_UP, TIMED = 8, 24
TYPST, WEASYPRINT = 0.6, 15  # at most of typst's time; at least times weasyprint's speed

T = TypeVar("T")


@dataclass
class Lane:
    """An engine with the time that each document took (seconds of CPU over all threads, seconds) and what came out."""

    engine: Engine
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)

    def run(self, document: Document) -> None:
        """Times one document."""
        source = self.engine.prepare(document)
        data, cpu, wall = timed(lambda: self.engine.render(source))
        self.files.append(data)
        self.cpu.append(cpu)
        self.wall.append(wall)


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """What `work` returns, the seconds of CPU it took in all threads, and the seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, time.process_time() - cpu, time.perf_counter() - wall


def race(folder: Path, *, rivals: bool) -> bool:
    """Measures and tells; whether every file held what its document says."""
    made = [timed(partial(composed, article)) for article in made_briefs(folder, range(WARM_UP + TIMED))]
    documents = [document for document, _, _ in made]
    warm, fresh = documents[:WARM_UP], documents[WARM_UP:]
    engines: list[Engine] = open_engines(documents[0], folder) if rivals else [Publish(documents[0])]
    print(f"\n{TIMED} briefs, each another text, after {WARM_UP} of warm-up, through each engine in turn; medians")
    readings = {engine.name: _read(engine, map(engine.render, map(engine.prepare, warm)), warm) for engine in engines}
    gc.collect()
    gc.freeze()  # what stands ready is no garbage of what is timed
    lanes = [Lane(engine) for engine in engines]
    for document in fresh:
        for lane in lanes:
            lane.run(document)
    for lane in lanes:
        readings[lane.engine.name] += _read(lane.engine, lane.files, fresh)
    _tell_readings(readings)
    _tell_times(lanes, statistics.median(cpu for _, cpu, _ in made[WARM_UP:]))
    _tell_ratios(lanes, tagged=readings[lanes[0].engine.name][0].tables is not None)
    return all(reading.same for found in readings.values() for reading in found)


def _read(engine: Engine, files: Iterable[bytes], documents: list[Document]) -> list[Reading]:
    """Reads back what an engine makes, and says at once what is not the same."""
    readings = [read_back(data, said(document)) for data, document in zip(files, documents, strict=True)]
    for document, reading in zip(documents, readings, strict=True):
        if not reading.same:
            print(f"{engine.name} does not say the same in {document.slug}: {reading}")
    return readings


# ---------------------------------------------------------------- the tables


def _tell_readings(readings: dict[str, list[Reading]]) -> None:
    print("\nRead back: in how many files stands all that the document says, and nothing else")
    for name, found in readings.items():
        pages, words = sorted({reading.pages for reading in found}), [reading.words for reading in found]
        first = found[0]
        tags = "no tags" if first.tables is None else f"tagged, {first.tables} tables"
        print(
            f"{name:<26} {sum(reading.same for reading in found)} of {len(found)}: {'–'.join(map(str, pages))} pages, "
            f"{min(words)}–{max(words)} words, {first.rows[1]} rows, {first.boxes[1]} boxes; {tags}"
        )


def _tell_times(lanes: list[Lane], earlier: float) -> None:
    print(f"\n{'':<26}   CPU ms  wall ms     kB")
    for lane in lanes:
        size = statistics.median(map(len, lane.files)) / 1000
        cpu, wall = (statistics.median(times) * 1000 for times in (lane.cpu, lane.wall))
        print(f"{lane.engine.name:<26} {cpu:8.1f} {wall:8.1f} {size:6.0f}")
    whole = statistics.median(lanes[0].cpu) + earlier
    print(f"{'  with localize, compose':<26} {whole * 1000:8.1f}")


def _tell_ratios(lanes: list[Lane], *, tagged: bool) -> None:
    """Our time by each rival's, as the median over the documents, for a noisy machine slows both alike."""
    for lane in lanes[1:]:
        share = statistics.median(own / other for own, other in zip(lanes[0].cpu, lane.cpu, strict=True))
        if lane.engine.name.startswith("typst"):
            met = "met" if share <= TYPST else "missed"
            print(f"{share:.2f} of typst's time (target: at most {TYPST})   {met}")
        else:
            met = "met" if 1 / share >= WEASYPRINT else "missed"
            print(f"{1 / share:.1f} times weasyprint's speed (target: at least {WEASYPRINT})   {met}")
    if len(lanes) > 1 and not tagged:
        print("publish writes no tags yet, its rivals do: these ratios are too kind to it")

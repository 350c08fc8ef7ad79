"""Timing a command as a whole process: wall clock, processor and peak memory, from the operating system."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# A program as it is installed: compiled once, and writing to a pipe in pieces.
COMPILED = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians over runs; seconds and MiB. ``cpu_s`` is processor time, which other programs hardly change."""

    name: str
    runs: int
    median_s: float
    min_s: float
    max_s: float
    peak_mib: float
    cpu_s: float


def once(command: Sequence[str], folder: Path) -> tuple[float, float, float]:
    """Run a command; return wall seconds, processor seconds and its peak resident memory in MiB."""
    start = time.perf_counter()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=COMPILED, stdout=nowhere, stderr=nowhere)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def timed(
    name: str, command: Sequence[str], folder: Path, *, runs: int = 5, fresh: Sequence[str] = ()
) -> Timing:
    """Time ``command`` over ``runs`` runs after one that does not count; ``fresh`` paths go before each."""
    measured = []
    for number in range(runs + 1):
        for path in fresh:
            (folder / path).unlink(missing_ok=True)
        found = once(command, folder)
        if number or not runs:
            measured.append(found)
    walls, cpus, peaks = zip(*measured, strict=True)
    return Timing(
        name,
        runs,
        round(statistics.median(walls), 3),
        round(min(walls), 3),
        round(max(walls), 3),
        round(max(peaks), 1),
        round(statistics.median(cpus), 3),
    )

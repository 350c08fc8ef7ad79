"""Answer one command several times in one process: the answer itself, without the start of a process.

    python benchmarks/inside.py RUNS WORD...

Prints [[wall seconds, processor seconds], ...] as JSON, one pair a run; what is answered goes nowhere.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import redirect_stdout, suppress
from pathlib import Path

from tracktwo.cli.app import asked_for


def once(words: list[str]) -> tuple[float, float]:
    """Answer once, from the words to the last line written."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        wall, cpu = time.perf_counter(), time.process_time()
        with suppress(SystemExit):
            asked_for(words)()
        nowhere.flush()
        return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    print(json.dumps([once(sys.argv[2:]) for _ in range(int(sys.argv[1]))]))

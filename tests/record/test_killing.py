"""kill -9 at any moment of any command loses nothing that was acknowledged."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.record.killing import KINDS

ROOT = Path(__file__).resolve().parents[2]
RUN = """
import random, sys
from pathlib import Path
from tests.record import killing

killing.load()
case, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
told, moment = killing.Told(), random.Random(seed)
for number in range(kills):
    killing.kill_once(case, told, moment)
    killing.check(case, told)
    if number % 10 == 9:
        killing.check_answers(case)
done = {step[0] for step in told.done}
print(told.kills, len(told.done), len(told.begun), *sorted(done))
"""


def killed(folder: Path, kills: int) -> list[str]:
    # A process of its own: it forks, which a test run with threads must not.
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), str(kills), str(random.randrange(2**32))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.split()


def test_some_kills_lose_nothing(tmp_path: Path) -> None:
    kills, done, *_ = killed(tmp_path, 10)
    assert int(kills) == 10
    assert int(done) > 0


@pytest.mark.long
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    kills, done, begun, *kinds = killed(tmp_path, 200)
    assert int(kills) == 200
    assert int(done) > 200
    assert int(begun) > 50
    assert set(kinds) == {*KINDS, "code"}  # parts of a coding are acknowledged, too

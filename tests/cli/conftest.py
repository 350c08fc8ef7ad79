"""Running the command as a user does, in a folder of one's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def run_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "PYTHONWARNINGS": "error::UserWarning:tracktwo",
    }
    return subprocess.run(
        [sys.executable, "-m", "tracktwo", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("positions", "--format", "json")`` in an empty folder."""
    return lambda *words: run_in(tmp_path, *words)


@dataclass(frozen=True)
class Done:
    """What a command left: exit code and both streams."""

    returncode: int
    stdout: str
    stderr: str


Call = Callable[..., Done]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Like ``run``, but within this process: many commands in little time."""
    from tracktwo.cli import main
    from tracktwo.cli.opened import current
    from tracktwo.cli.options import HERE

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def typed(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["tracktwo", *words])
        current.set(HERE)
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        said = capsys.readouterr()
        return Done(int(stopped.value.code or 0), said.out, said.err)

    return typed


@pytest.fixture(scope="session")
def labour_reports() -> Path:
    from tracktwo.examples import example_folder

    return example_folder("labour")


@pytest.fixture(scope="session")
def labour_case(tmp_path_factory: pytest.TempPathFactory, labour_reports: Path) -> Path:
    """A case folder that holds the labour example's record; read-only by agreement."""
    case = tmp_path_factory.mktemp("labour")
    shutil.copytree(labour_reports, case / "reports")
    done = run_in(case, "add", "reports")
    assert done.returncode == 0, done.stderr
    return case

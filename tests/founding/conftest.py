"""The brief of the two founding reports, made once by the command a user would type."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

R1 = "000_6aaac664698154f3"
R2 = "004_934ff0b2c4c95f8f"

Brief = dict[str, Any]


def run_brief(seeds: Path, case: Path, *options: str) -> Brief:
    command = [sys.executable, "-m", "tracktwo", "brief", str(seeds), "--case", str(case), "--format", "json"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    brief: Brief = json.loads(done.stdout)
    return brief


@pytest.fixture(scope="session")
def seeds(shared_data: Path) -> Path:
    return shared_data / "seeds"


@pytest.fixture(scope="session")
def brief(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return run_brief(seeds, tmp_path_factory.mktemp("founding"))


@pytest.fixture(scope="session")
def texts(seeds: Path) -> dict[str, str]:
    return {key: (seeds / f"{key}.txt").read_text(encoding="utf-8") for key in (R1, R2)}

"""Write the briefs of the shipped examples into the docs, as the command prints them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tracktwo.examples import example_folder

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "examples"
EXAMPLES = ("founding", "labour")


def brief(name: str) -> str:
    """Return the terminal brief of an example, without the lines that name the place it was made in."""
    with tempfile.TemporaryDirectory() as case:
        command = [sys.executable, "-m", "tracktwo", "brief", str(example_folder(name)), "--case", case]
        environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "96"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.partition("\nBrief:  ")[0].rstrip() + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in EXAMPLES:
        (FOLDER / f"{name}.txt").write_text(brief(name), encoding="utf-8")
        print(f"wrote docs/examples/{name}.txt", file=sys.stderr)

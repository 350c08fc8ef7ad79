"""Write the README's transcripts anew: the same passages, as the command prints them today.

A passage is found again by how its paragraphs and list items begin; where one is no longer printed, the
tool stops and names it, so that somebody chooses another.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
TRANSCRIPT = re.compile(
    r"(?P<head><!-- transcript -->\n```console\n\$ (?P<command>[^\n]+)\n)(?P<output>.*?)(?=```)", re.DOTALL
)
CUT = "[...]\n"
_BEGINNING = 18


def refreshed(readme: str) -> str:
    """Return the README with each transcript as printed today; ``LookupError`` names a lost paragraph."""
    return TRANSCRIPT.sub(
        lambda found: found["head"] + _anew(found["output"], _run(found["command"])), readme
    )


def _run(command: str) -> str:
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
    words = [sys.executable, "-m", *command.split()]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def _anew(shown: str, printed: str) -> str:
    ready = _blocks(printed)
    passages, place = [], 0
    for passage in shown.split(CUT):
        kept = []
        for block in _blocks(passage):
            at = next((k for k in range(place, len(ready)) if _same(ready[k], block)), None)
            if at is None:
                raise LookupError(f"README.md shows what is no longer printed: {block.splitlines()[0]!r}")
            kept.append(ready[at])
            place = at + 1
        passages.append("".join(kept).strip("\n") + "\n")
    return CUT.join(passages)


def _blocks(text: str) -> list[str]:
    """Paragraphs and list items, each with the blank line that follows it."""
    return re.findall(r"(?:^.+\n)(?:^(?!- ).+\n)*\n*", text, re.MULTILINE)


def _same(one: str, other: str) -> bool:
    return one[:_BEGINNING] == other[:_BEGINNING]


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
    print("wrote README.md", file=sys.stderr)

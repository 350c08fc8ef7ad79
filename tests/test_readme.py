"""The README's transcript is what the command prints, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import run_in

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPT = re.compile(
    r"<!-- transcript -->\n```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL
)


def transcripts() -> list[tuple[str, str]]:
    return [(found["command"], found["output"]) for found in TRANSCRIPT.finditer(README)]


def test_there_is_a_transcript() -> None:
    assert transcripts()


@pytest.mark.parametrize(("command", "shown"), transcripts())
def test_the_transcript_is_what_is_printed(command: str, shown: str, tmp_path: Path) -> None:
    """Passages cut from the middle are marked by a line "[...]"; what is left must stand as printed."""
    words = command.split()
    assert words[0] == "tracktwo"
    done = run_in(tmp_path, *words[1:])
    assert done.returncode == 0, done.stderr
    printed = [line.rstrip() for line in done.stdout.splitlines()]
    place = 0
    for passage in shown.split("[...]\n"):
        lines = [line.rstrip() for line in passage.splitlines()]
        found = next(
            (at for at in range(place, len(printed)) if printed[at : at + len(lines)] == lines), None
        )
        assert found is not None, f"not printed any more:\n{passage}\n--- printed ---\n{done.stdout}"
        place = found + len(lines)


def test_files_the_readme_points_to_exist() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target

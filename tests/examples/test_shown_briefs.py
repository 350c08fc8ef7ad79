"""The briefs shown in the docs are what the program prints today."""

from __future__ import annotations

import pytest

from tests.cli.test_command_page import load_tool

TOOL = load_tool("example_briefs")


@pytest.mark.parametrize("name", TOOL.EXAMPLES)
def test_the_shown_brief_is_current(name: str) -> None:
    shown = (TOOL.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert shown == TOOL.brief(name), "run: python tools/example_briefs.py"

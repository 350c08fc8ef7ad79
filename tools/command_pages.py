"""Write docs/reference/commands.md from the commands themselves, so that the two cannot differ."""

from __future__ import annotations

import sys
from pathlib import Path

import typer.main

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "commands.md"
INTRO = """# Commands

Written from the commands' own `--help` by `tools/command_pages.py`; a test fails when it is stale.

Everywhere: `--case DIR` (default: this folder), `--as-of DATE` and `--known-on DATE`
([the two clocks](../how-to/dates.md)), `--format table|json|csv`.
"""


def page() -> str:
    """Return the whole page."""
    from tracktwo.cli.app import app

    root = typer.main.get_command(app)
    return INTRO + "".join(_command(f"tracktwo {name}", one) for name, one in root.commands.items())


def _command(name: str, command: object) -> str:
    if hasattr(command, "commands"):
        return "".join(_command(f"{name} {sub}", one) for sub, one in command.commands.items())
    with command.make_context(name, [], resilient_parsing=True) as context:
        context.terminal_width = context.max_content_width = 100
        return f"\n## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}", file=sys.stderr)

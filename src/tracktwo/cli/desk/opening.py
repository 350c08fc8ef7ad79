"""Opening a report at the line of a quote, in the user's own pager or editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from tracktwo.cli.output import printable

# Those known to take "+LINE" before the file.
_TAKE_LINES = frozenset(
    {"less", "more", "most", "view", "vi", "vim", "nvim", "vile", "nano", "pico", "emacs", "emacsclient"}
    | {"jed", "joe", "micro", "ne", "mg", "kak"}
)
_FALLBACKS = ("less", "more", "vi")


def open_at(text: str, name: str, line: int) -> str | None:
    """Show the stored text at a line with ``$PAGER``, else ``$EDITOR``; return what went wrong, or None.

    A copy is shown, with control characters made visible: it can be changed to no effect, and what a
    report contains never reaches the terminal as a command.
    """
    words = _program()
    if not words:
        return "no pager or editor was found; set PAGER or EDITOR"
    at = [f"+{line}"] if Path(words[0]).name in _TAKE_LINES else []
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        safe = "".join(c if c.isalnum() or c in "-_." else "_" for c in name)[:80]
        copy = Path(folder) / f"{safe or 'report'}.txt"
        copy.write_text(printable(text), encoding="utf-8")
        try:
            subprocess.run([*words, *at, str(copy)], check=False)
        except OSError as error:
            return f"{words[0]} did not start: {error.strerror or error}"
    return None


def _program() -> list[str]:
    for variable in ("PAGER", "VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(variable, ""))
        except ValueError:
            continue
        if words:
            return words
    return next(([name] for name in _FALLBACKS if shutil.which(name)), [])

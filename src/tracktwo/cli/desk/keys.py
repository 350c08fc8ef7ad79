"""One key at a time from a terminal, and lines with the old value to edit; plain termios, so SSH will do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

END = ""  # the terminal has gone, or somebody typed Ctrl-D


class Keyboard:
    """The user's keyboard.

    The terminal is in its usual state except while a key is awaited, so that a pager, an editor or a
    crash never leaves it unusable.
    """

    def key(self) -> str:
        """Return the next key as one character; ``END`` at the end of input, "?" for a key without one."""
        import termios
        import tty

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSADRAIN)
            return _character(lambda: os.read(terminal, 1), lambda: _waiting(terminal))
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)

    def line(self, prompt: str, value: str = "", choices: Sequence[str] = ()) -> str | None:
        """Return a line as edited from ``value``; None when the user leaves with Ctrl-D.

        ``choices`` complete with the tab key.
        """
        try:
            import readline
        except ImportError:
            return _plain_line(prompt)

        def complete(text: str, number: int) -> str | None:
            found = [choice for choice in choices if choice.startswith(text)]
            return found[number] if number < len(found) else None

        readline.set_startup_hook(lambda: readline.insert_text(value))
        readline.set_completer(complete)
        readline.set_completer_delims("")
        readline.parse_and_bind("tab: complete")
        try:
            return _plain_line(prompt)
        finally:
            readline.set_startup_hook(None)
            readline.set_completer(None)


def _plain_line(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _character(read: Callable[[], bytes], waiting: Callable[[], bool]) -> str:
    first = read()
    if first in (b"", b"\x04"):
        return END
    if first == b"\x1b":
        # An arrow or function key sends several bytes: none of them is a decision.
        several = False
        while waiting():
            several = bool(read())
        return "?" if several else "\x1b"
    length = 1 + sum(first[0] >= mark for mark in (0xC0, 0xE0, 0xF0))
    return (first + b"".join(read() for _ in range(length - 1))).decode("utf-8", "replace")


def _waiting(terminal: int) -> bool:
    import select

    return bool(select.select([terminal], [], [], 0.05)[0])

"""A user at a real pseudo-terminal, with the standard library alone."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>]|\([A-Z])")


class Terminal:
    """``with Terminal(folder, "review") as t: t.expect("accept"); t.type("a")``."""

    def __init__(self, folder: Path, *words: str, **environment: str) -> None:
        self.seen = ""
        self._at = 0
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
        self._master = master
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tracktwo", *words],
            cwd=folder,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "INPUTRC": os.devnull, **environment},
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)

    def expect(self, words: str, timeout: float = 30.0) -> str:
        """Wait until ``words`` are written after what was expected before; return what came with them."""
        until = time.monotonic() + timeout
        while True:
            shown = _ESCAPES.sub("", self.seen)
            found = shown.find(words, self._at)
            if found >= 0:
                before, self._at = self._at, found + len(words)
                return shown[before : self._at]
            if time.monotonic() > until or not self._more(until - time.monotonic()):
                raise AssertionError(f"{words!r} was not shown; the rest of the screen:\n{shown[self._at :]}")

    def type(self, keys: str) -> None:
        """Press keys; a moment passes so that the program waits for them."""
        time.sleep(0.15)
        os.write(self._master, keys.encode())

    def ended(self, timeout: float = 30.0) -> int:
        """Return the exit status."""
        until = time.monotonic() + timeout
        while self._more(max(0.0, until - time.monotonic())):
            pass
        return self.process.wait(timeout=5)

    def hang_up(self) -> None:
        """Kill the program with no warning at all."""
        self.process.kill()
        self.process.wait()

    def _more(self, wait: float) -> bool:
        if not select.select([self._master], [], [], max(0.0, wait))[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)

"""Listening on the loopback, until somebody stops it."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import UsageError
from tracktwo.record import Record
from tracktwo.web.app import application
from tracktwo.web.desk import Desk
from tracktwo.web.keys import Keys

if TYPE_CHECKING:
    import uvicorn

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A server that listens already, and answers once ``run`` is called."""

    server: uvicorn.Server
    listening: socket.socket
    keys: Keys

    def run(self) -> None:
        """Answer until an interrupt, or until ``server.should_exit`` is set."""
        try:
            self.server.run(sockets=[self.listening])
        finally:
            self.listening.close()


def serve(
    path: Path, *, port: int = 0, by: str = "user", browse: bool = True, say: Callable[[str], None] = print
) -> None:
    """Serve a record to this machine's browsers until an interrupt.

    Parameters
    ----------
    path : Path
        The record; it must exist.
    port : int
        0 for any that is free.
    by : str
        Who decides; kept with every decision.
    browse : bool
        Whether to open a browser, where there is a screen for one.
    say : callable
        Is given what the user has to know, line by line.

    Raises
    ------
    UsageError
        When the port cannot be had.
    RecordError
        When the record cannot be opened.
    """
    ready = prepare(path, port=port, by=by, tell=say)
    say(f"Open this address in a browser on this machine; decisions are kept as {by}'s:")
    say(ready.keys.address())
    say("Ctrl-C ends it.")
    if browse and _has_screen():
        import webbrowser

        webbrowser.open(ready.keys.address(once=True))
    with suppress(KeyboardInterrupt):
        ready.run()
    say("Ended; every decision is saved.")


def prepare(
    path: Path, *, port: int = 0, by: str = "user", tell: Callable[[str], None] = lambda _: None
) -> Prepared:
    """Return a server for a record, listening on the loopback; see `serve`."""
    import uvicorn

    with Record.open(path, create=False) as record:
        record.tell = tell
        record.keep_answers()  # so that the first page is there at once
    listening = listen(port)
    keys = Keys(int(listening.getsockname()[1]))
    config = uvicorn.Config(
        application(Desk(path, by), keys),
        log_level="error",
        access_log=False,
        lifespan="on",
        loop="asyncio",
        http="h11",
        ws="none",
        # A header that names another client would be believed otherwise.
        proxy_headers=False,
        server_header=False,
        limit_concurrency=64,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
    )
    return Prepared(uvicorn.Server(config), listening, keys)


def listen(port: int) -> socket.socket:
    """Return a socket bound to a port of the loopback.

    Raises
    ------
    UsageError
        When the port is in use or not ours to have.
    """
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # So that the port of a server just ended can be had again; elsewhere it would let two share one.
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((LOOPBACK, port))
        found.listen(64)
    except OSError as error:
        found.close()
        why = "another program listens there" if error.errno == errno.EADDRINUSE else error.strerror
        raise UsageError(
            f"port {port} cannot be had", why=why, fix="Choose another with --port, or leave it out for any"
        ) from error
    return found


def _has_screen() -> bool:
    # Without one, Python would start a browser for terminals, in the midst of ours.
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))

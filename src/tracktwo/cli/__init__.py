"""The commands, one file per verb; they call intake, the questions and compose, and nothing else."""

from __future__ import annotations

import errno
import io
import os
import sys

STOPPED = 130
ADVICE = {
    errno.ENOSPC: "The disk is full: make room and run the command again",
    errno.EROFS: "The disk is read-only: name another folder",
    errno.EACCES: "You may not write or read there: name another folder, or change its rights",
}


def main() -> None:
    """Run the command line; exit 0 done, 1 done but something was skipped, 2 bad input or usage."""
    from tracktwo.cli.app import asked_for
    from tracktwo.errors import TracktwoError

    _never_choke_on_a_letter()
    try:
        asked_for(sys.argv[1:])()
        sys.stdout.flush()
        sys.exit(0)  # as Typer ends, which reads what is not plain
    except TracktwoError as error:
        _complain(str(error))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, SystemExit) as stop:
        # Typer turns Ctrl-C into a silent exit with 130.
        if isinstance(stop, SystemExit) and stop.code != STOPPED:
            raise
        _complain("stopped; every report that was acknowledged is kept")
        sys.exit(STOPPED)
    except BrokenPipeError:
        # The reader (head, less) has gone; point stdout elsewhere so that Python's own flush stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _complain(
            f"{error.filename or 'the output'}: {error.strerror or error}. "
            f"{ADVICE.get(error.errno or 0, 'Check the path and your rights there')}"
        )
        sys.exit(2)


def _complain(message: str) -> None:
    """Say on stderr what went wrong; what a file or an option is called cannot steer the terminal."""
    from tracktwo.cli.layout import printable

    print(f"tracktwo: {printable(message)}", file=sys.stderr)


def _never_choke_on_a_letter() -> None:
    """Write UTF-8 to pipes and files whatever the locale says; show ? on a terminal that lacks a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and "utf" not in stream.encoding.lower():
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")

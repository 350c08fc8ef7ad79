"""The commands, one file per verb; they call intake, the questions and compose, and nothing else."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line; exit 0 done, 1 done but something was skipped, 2 bad input or usage."""
    from tracktwo.cli.app import app
    from tracktwo.errors import TracktwoError

    try:
        app()
    except TracktwoError as error:
        print(f"tracktwo: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("tracktwo: stopped; every report that was acknowledged is kept", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has gone; point stdout elsewhere so that Python's own flush stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        print(f"tracktwo: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
        sys.exit(2)

"""Unfinished: which texts came together, kept beside the record until all of them are in.

Names are learned over all reports that are added together. When an adding stops in the middle, the next one
learns from the same texts again, so that the rest is read as if nothing had happened.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from tracktwo.errors import RecordError


class Unfinished:
    """The hashes of the texts of an adding that has not ended, in a file beside the record."""

    def __init__(self, record: Path) -> None:
        self._path = record.with_name(record.name + "-adding")

    def texts(self) -> frozenset[str]:
        """The texts of the adding that stopped; none where none did, or the file cannot be read."""
        try:
            return frozenset(map(str, json.loads(self._path.read_text("ascii"))))
        except (OSError, ValueError, TypeError):
            return frozenset()

    def begin(self, texts: Iterable[str]) -> None:
        """Keep what comes together.

        Raises
        ------
        RecordError
            When the file cannot be written.
        """
        new = self._path.with_name(self._path.name + "~")
        try:
            new.write_text(json.dumps(sorted(texts)), "ascii")
            os.replace(new, self._path)
        except OSError as error:
            raise RecordError(
                "nothing can be written beside the record", where=str(self._path), why=error.strerror
            ) from error

    def end(self) -> None:
        """Everything is in."""
        self._path.unlink(missing_ok=True)

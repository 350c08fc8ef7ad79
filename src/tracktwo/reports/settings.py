"""What a user may set about the reading of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and extra data for reading report files.

    ``max_bytes`` is the largest file that is read (bytes); ``furniture`` a TOML file with furniture
    patterns of the user's own, in the form of ``data/furniture.toml``, tried before the shipped ones.
    """

    max_bytes: int = 64 * MEBIBYTE
    furniture: Path | None = None


DEFAULT = Settings()

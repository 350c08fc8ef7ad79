"""Writing files so that a stopped export leaves the old files or whole new ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tracktwo.errors import UsageError


def write(path: Path, parts: Iterable[str] | bytes) -> Path:
    """Write a file beside its place and move it there."""
    if path.is_dir():
        raise UsageError("this is a folder", where=str(path), fix="Name a file with --out")
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.part")
    try:
        if isinstance(parts, bytes):
            half.write_bytes(parts)
        else:
            with half.open("w", encoding="utf-8", newline="") as file:
                file.writelines(parts)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
    return path


def folder(path: Path) -> Path:
    """Return a folder to write into, made where it is missing.

    Raises
    ------
    UsageError
        When a file has that name.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(
            "this format writes several files, and here is one", where=str(path), fix="Name a folder"
        )
    path.mkdir(parents=True, exist_ok=True)
    return path

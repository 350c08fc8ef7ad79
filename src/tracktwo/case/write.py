"""A case to a file: a fresh text, or a new draft joined with what the user changed; never half a file."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracktwo.case import basis, emit
from tracktwo.case.encode import encode
from tracktwo.case.joining import joined
from tracktwo.case.load import loads, read_text
from tracktwo.case.merge import Conflict
from tracktwo.case.model import Case
from tracktwo.case.remarks import HEADER, annotate
from tracktwo.case.tree import Node, data
from tracktwo.errors import CaseError, CaseFileError


@dataclass(frozen=True, slots=True)
class Saved:
    """What a draft did to a file: whether it changed, and where it and the user both changed one thing.

    In a conflict the user's version stands in the file.
    """

    path: Path
    changed: bool
    conflicts: tuple[Conflict, ...] = ()


def to_text(case: Case) -> str:
    """Return a case as YAML 1.2, with reasons as ``#:`` comments."""
    root = encode(case)
    return _text(root, case, basis.draft_line(root))


def case_hash(case: Case) -> str:
    """Return a hash of what a case says, whatever its comments and places: 64 hexadecimal digits."""
    return hashlib.sha256(basis.packed(data(encode(case))).encode()).hexdigest()


def write(case: Case, path: str | Path) -> Path:
    """Write a case to a file of its own, replacing what is there; the old file or the new, never a part.

    Raises
    ------
    CaseError
        If the file cannot be written.
    """
    path = Path(path)
    _put(path, to_text(case))
    return path


def save(case: Case, path: str | Path) -> Saved:
    """Write a new draft of a case; what a user changed in the file since the last draft stays changed.

    Parameters
    ----------
    case : Case
        The new draft.
    path : str or Path
        ``case.yaml``; beside it ``.case.draft.json`` keeps what the last draft said.

    Returns
    -------
    Saved
        With the places where both the draft and the user changed something.

    Raises
    ------
    CaseFileError
        If the file that is there has errors, or cannot be joined with the draft: it is left as it was.
    """
    path, theirs = Path(path), encode(case)
    if not path.exists():
        _record(path, to_text(case), theirs)
        return Saved(path, changed=True)
    old = read_text(path)
    if not old.strip():
        _record(path, to_text(case), theirs)
        return Saved(path, changed=True)
    loads(old, str(path))  # a file with errors is not touched
    mine, conflicts = joined(old, basis.last(path, old), theirs, str(path))
    text = _text(mine, loads(emit.to_text(mine), str(path)), basis.draft_line(theirs))
    _record(path, text, theirs)
    return Saved(path, changed=text != old, conflicts=tuple(conflicts))


def _text(root: Node, case: Case, draft_line: str) -> str:
    annotate(root, case)
    return "\n".join((*HEADER, draft_line)) + "\n" + emit.to_text(root)


def _record(path: Path, text: str, theirs: Node) -> None:
    """Write the case and what its draft said, so that a kill between the two is seen (see ``basis``)."""
    announced = basis.beside(path, announced=True)
    _put(announced, basis.sealed(theirs))
    _put(path, text)
    with _said(path):
        os.replace(announced, basis.beside(path))


def _put(path: Path, text: str) -> None:
    """Write a whole file or nothing: a temporary file beside it, flushed to disk, then renamed."""
    with _said(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename last; some file systems cannot, which costs durability only."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise CaseError("the case file cannot be written", where=str(path), why=why) from error


__all__ = ["CaseFileError", "Saved", "case_hash", "save", "to_text", "write"]

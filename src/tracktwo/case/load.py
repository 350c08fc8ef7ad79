"""``load(path)``: a case file, or every error in it with its line and column."""

from __future__ import annotations

from pathlib import Path

from tracktwo.case import model
from tracktwo.case.decode import Decoder, suggestion
from tracktwo.case.model import Case, Places
from tracktwo.case.references import Broken, broken
from tracktwo.case.tree import MAX_CHARACTERS, Node, parse
from tracktwo.errors import CaseError, CaseFileError, Where

_EMPTY = "Write one with: tracktwo draft"


def load(path: str | Path) -> Case:
    """Return the case that a file holds.

    Parameters
    ----------
    path : str or Path
        A YAML 1.2 file such as ``case.yaml``.

    Returns
    -------
    Case
        With ``places`` saying where everything stands in the file.

    Raises
    ------
    CaseFileError
        If the file cannot be read, is not YAML, or holds unknown keys, values of the wrong type, references
        to nothing, or cycles: all of them, each with file, line and column.
    """
    return loads(read_text(path), str(path))


def loads(text: str, file: str = "case.yaml") -> Case:
    """Return the case that a YAML text holds; ``file`` is what messages call it (see `load`)."""
    root, errors = parse(text, file)
    if root is None:
        raise CaseFileError([*errors, CaseError("the case file is empty", where=file, fix=_EMPTY)])
    case, more = from_tree(root, file)
    errors += more
    if case is None or errors:
        in_order: list[CaseError] = sorted(errors, key=_place)
        raise CaseFileError(in_order)
    return case


def from_tree(root: Node, file: str) -> tuple[Case | None, list[CaseError]]:
    """Return the case of a parsed tree, None where it cannot be made, and what is wrong with it."""
    decoder = Decoder(file)
    case = decoder.case(root)
    if case is None:
        return None, decoder.errors
    dangling = (problem for problem in broken(case) if problem.key not in decoder.dropped)
    return case, [*decoder.errors, *(as_error(problem, case.places) for problem in dangling)]


def as_error(problem: Broken, places: Places) -> CaseError:
    """Return a broken reference as an error at its place."""
    near = suggestion(problem.key, problem.known) if problem.known else ""
    return CaseError(problem.text + near, where=place_of(problem.path, places, at_key=problem.at_key))


def place_of(path: model.Path, places: Places, *, at_key: bool = False) -> Where:
    """Return where a path stands in the file; where it is not written, the nearest entry around it."""
    tables = (places.keys, places.values) if at_key else (places.values, places.keys)
    while path:
        for table in tables:
            if path in table:
                return Where(places.file, *table[path])
        path = path[:-1]
    return Where(places.file)


def read_text(path: str | Path) -> str:
    """Return the text of a case file.

    Raises
    ------
    CaseFileError
        If there is no such file, it cannot be read, is too large, or is not UTF-8 text.
    """
    where = str(path)
    try:
        with open(path, "rb") as stream:
            held = stream.read(MAX_CHARACTERS * 4 + 1)
    except FileNotFoundError:
        raise CaseFileError([CaseError("there is no case file here", where=where, fix=_EMPTY)]) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise CaseFileError([CaseError("the case file cannot be read", where=where, why=why)]) from None
    if len(held) > MAX_CHARACTERS * 4:
        what = f"larger than {MAX_CHARACTERS * 4:,} bytes: too large for a case file"
        raise CaseFileError([CaseError(what, where=where)])
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        column = error.start - (held.rfind(b"\n", 0, error.start) + 1) + 1
        fix = "Save the file as UTF-8"
        raise CaseFileError(
            [CaseError("not UTF-8 text", where=Where(where, line, column), fix=fix)]
        ) from None


def _place(error: CaseError) -> tuple[int, int]:
    where = error.where
    return (where.line or 0, where.column or 0) if isinstance(where, Where) else (0, 0)

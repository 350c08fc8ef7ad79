"""Which files are reports: files as named, folders searched, and a key for each."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracktwo.reports.formats import READERS
from tracktwo.reports.loading import default_key
from tracktwo.vocabulary.reports import Skipped

# What a case folder holds besides reports, and what a saved web page or a data set leaves beside them.
_OURS = {"record.sqlite", "record.sqlite-wal", "record.sqlite-shm", "case.yaml"}
_OUR_FOLDERS = {"brief", "record.sqlite-kept"}
_QUIET = {
    *(".css", ".js", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".ini", ".log"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".webp", ".woff", ".woff2", ".ttf", ".map"),
    *(".sqlite", ".db", ".xlsx", ".py", ".bak", ".tmp"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a report: its path, its key, and how it was found."""

    path: Path
    key: str
    relative: str


def candidates(sources: Sequence[str | Path]) -> Iterator[Candidate | Skipped]:
    """List the files to read.

    A folder is searched to any depth, in the order of its names; hidden files, what tracktwo itself keeps in
    a case folder, and data, pictures and style sheets are passed over in silence. Two files of one key are
    told apart by their paths relative to the source they were found in.

    Parameters
    ----------
    sources : sequence of str or pathlib.Path
        Files and folders.

    Yields
    ------
    Candidate or Skipped
        Each file once, and each source or file that is certainly no report.
    """
    found: list[tuple[Path, str] | Skipped] = []
    seen: set[Path] = set()
    for source in sources:
        for entry in _expand(Path(source)):
            if isinstance(entry, Skipped):
                found.append(entry)
                continue
            real = entry[0].resolve()
            if real not in seen:
                seen.add(real)
                found.append(entry)
    shared = Counter(default_key(entry[0]) for entry in found if not isinstance(entry, Skipped))
    taken: set[str] = set()
    for entry in found:
        if isinstance(entry, Skipped):
            yield entry
            continue
        path, relative = entry
        key = default_key(path)
        if shared[key] > 1:
            key = relative if relative not in taken else path.as_posix()
        taken.add(key)
        yield Candidate(path, key, relative)


def _expand(source: Path) -> Iterator[tuple[Path, str] | Skipped]:
    if source.is_dir():
        empty = True
        for found in _search(source):
            empty = False
            yield found
        if empty:
            yield Skipped(
                str(source),
                "no report lies in this folder",
                "Put .txt, .md, .html, .pdf or .docx files in it",
            )
    elif source.exists():
        yield source, source.as_posix()
    else:
        yield Skipped(str(source), "no such file or folder", "Check its path")


def _search(folder: Path) -> Iterator[tuple[Path, str] | Skipped]:
    problems: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=problems.append):
        top = Path(at) == folder
        folders[:] = sorted(name for name in folders if not _passed_over(name, top))
        for name in sorted(names):
            path = Path(at) / name
            suffix = path.suffix.lower()
            if name.startswith((".", "~$")) or name in _OURS or suffix in _QUIET:
                continue
            if suffix in READERS:
                yield path, path.relative_to(folder).as_posix()
            else:
                yield Skipped(
                    str(path),
                    f"files of the kind {suffix} are not read",
                    "Save the report as .txt, .md, .html, .pdf or .docx",
                )
    for problem in problems:
        yield Skipped(
            str(problem.filename), f"the folder cannot be opened: {problem.strerror}", "Check its rights"
        )


def _passed_over(name: str, top: bool) -> bool:
    return name.startswith(".") or name.endswith("_files") or (top and name in _OUR_FOLDERS)

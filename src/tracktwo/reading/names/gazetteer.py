"""Gazetteer: the lexicon of public names and words for actors, read from data files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from tracktwo.errors import InputError, Where
from tracktwo.reading.names.lexicon import Entry, Lexicon, Sort

Gazetteer = Lexicon

_FILES = ("states", "peoples", "organisations", "groups", "places", "bodies", "roles", "people")


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the data files, and those of the same names in a user's folder before them.

    Parameters
    ----------
    folder : Path, optional
        A folder with any of ``states.tsv``, ``peoples.tsv``, ``organisations.tsv``, ``groups.tsv``,
        ``places.tsv``, ``bodies.tsv``, ``roles.tsv``, ``people.tsv`` of the user's own; its entries win.

    Returns
    -------
    Gazetteer
        Shared between callers: do not add to it.

    Raises
    ------
    InputError
        If a line does not have the columns its file needs (``file:line``).
    """
    return _load(folder)


@cache
def _load(folder: Path | None) -> Gazetteer:
    lexicon = Lexicon()
    for name in _FILES:
        if folder is not None and (folder / f"{name}.tsv").is_file():
            path = folder / f"{name}.tsv"
            _read(lexicon, name, path.read_text(encoding="utf-8"), str(path))
    for name in _FILES:
        source = files("tracktwo.reading.names") / "data" / f"{name}.tsv"
        _read(lexicon, name, source.read_text(encoding="utf-8"), f"{name}.tsv")
    return lexicon


def _read(lexicon: Lexicon, name: str, text: str, file: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        try:
            if name == "states":
                _state(lexicon, cells)
            else:
                _entry(lexicon, name, cells)
        except (IndexError, ValueError) as wrong:
            raise InputError(
                "this line of a name list cannot be read",
                where=Where(file, number),
                why=str(wrong) or "too few columns",
                fix=f"compare it with the comment at the top of tracktwo's own {name}.tsv",
            ) from wrong


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split("|") if word.strip()]


def _state(lexicon: Lexicon, cells: list[str]) -> None:
    """canonical, aliases, adjectives, words for its people, capitals, words for its government."""
    canonical, aliases, adjectives, people, capitals, government = (*cells, "", "", "", "", "")[:6]
    if len(cells) < 3:
        raise ValueError("a state needs a name, aliases (may be empty) and an adjective")
    for alias in (canonical, *_words(aliases)):
        lexicon.add(alias, Entry(Sort.STATE, canonical, canonical))
    for word in _words(government):
        lexicon.add(word, Entry(Sort.STATE, canonical, canonical, flags=("government",)))
    for word in _words(adjectives):
        lexicon.add(word, Entry(Sort.DEMONYM, canonical, canonical))
    for word in _words(people):
        lexicon.add(word, Entry(Sort.PEOPLE, None, canonical, plural=True))
    for word in _words(capitals):
        lexicon.add(word, Entry(Sort.SEAT, word, canonical))


def _entry(lexicon: Lexicon, name: str, cells: list[str]) -> None:
    """sort, canonical (or -), aliases, party (or empty), flags (or empty)."""
    sort = Sort(cells[0])
    canonical = None if cells[1] == "-" else cells[1]
    aliases = _words(cells[2]) if len(cells) > 2 else []
    party = cells[3] if len(cells) > 3 and cells[3] else None
    flags = tuple(_words(cells[4])) if len(cells) > 4 else ()
    if canonical is None and not aliases:
        raise ValueError(f"an entry of {name} without name and aliases")
    if canonical is not None and party is None and sort in (Sort.ORGANISATION, Sort.GROUP, Sort.STATE):
        party = canonical
    entry = Entry(
        sort,
        canonical,
        None if party == "-" else party,
        plural="plural" in flags,
        flags=tuple(flag for flag in flags if flag != "plural"),
    )
    written = aliases if canonical is None or "alias-only" in flags else [canonical, *aliases]
    for alias in dict.fromkeys(written):
        lexicon.add(alias, entry)

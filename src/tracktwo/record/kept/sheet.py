"""Sheet: the rows of answers, to be read by number, by who and what they are about, and by day."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from tracktwo.record.kept.thaw import thaw
from tracktwo.record.search import phrase, told_of
from tracktwo.record.spans import Spanned
from tracktwo.vocabulary import Picture, plain

_SHAPE = """
CREATE TABLE rows (
  place INTEGER PRIMARY KEY, question TEXT NOT NULL, since TEXT, until TEXT, row TEXT NOT NULL
) STRICT;
CREATE INDEX rows_by_question ON rows (question, place);
CREATE VIRTUAL TABLE words USING fts5 (
  who, about, content='', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TABLE stakes (
  place INTEGER PRIMARY KEY, claim TEXT NOT NULL, weight REAL NOT NULL, change REAL NOT NULL,
  doubt REAL NOT NULL, reasons TEXT NOT NULL
) STRICT;
CREATE INDEX stakes_by_weight ON stakes (weight DESC, place);
CREATE TABLE pictures (place INTEGER PRIMARY KEY, picture TEXT NOT NULL) STRICT;
"""
_WHO = ("actor", "party", "by", "to", "on", "participants", "body", "who")
_ABOUT = ("matter", "about", "text", "name", "aliases", "items", "terms", "option", "condition", "issue")

_PICTURE = "SELECT picture FROM pictures WHERE place = ?"
_FEW = 12  # claims; a row that rests on more is about too much for the words of each to tell what

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are wanted: of somebody, about some words, of a day (see `Spanned`)."""

    who: str | None = None
    about: str | None = None
    day: dt.date | None = None


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Head:
    """What tells one picture from the others: key, title and the keys of its reports."""

    key: str
    title: str
    reports: tuple[str, ...]


class Sheet:
    """Rows of answers in one small database; `Sheet.made` makes one, in memory or as a file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.also: Mapping[str, str] = {}  # other ways to write a name, by the name, to find its rows by
        self.quotes: Mapping[
            str, str
        ] = {}  # the words of claims by id, to find the rows that rest on them by

    @classmethod
    def made(cls, path: Path | None = None) -> Self:
        """Return an empty sheet: a file that must not exist yet, or one in memory."""
        connection = sqlite3.connect(path or ":memory:", isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")  # A file is put in place whole, or not at all.
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(f"BEGIN; {_SHAPE}")
        return cls(connection)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a finished sheet.

        Raises
        ------
        sqlite3.Error
            When there is none, or it cannot be read.
        """
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.execute("SELECT count(*) FROM pictures").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return cls(connection)

    def add(self, question: str, rows: Iterable[Any]) -> None:
        """Append the rows of an answer, in order; each a dataclass, or one `Spanned` by days."""
        place = self._connection.execute("SELECT coalesce(max(place), 0) FROM rows").fetchone()[0]
        for number, given in enumerate(rows, start=place + 1):
            spanned = given if isinstance(given, Spanned) else Spanned(given)
            values = plain(spanned.row)
            days = [day.isoformat() if day else None for day in (spanned.since, spanned.until)]
            self._connection.execute(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
                (number, question, *days, json.dumps(values, ensure_ascii=False)),
            )
            self._connection.execute(
                "INSERT INTO words (rowid, who, about) VALUES (?, ?, ?)",
                (number, self._who(values), self._about(values)),
            )

    def _who(self, values: Row) -> str:
        names = [*_texts(values, _WHO)]
        return "\n".join([*names, *(self.also[name] for name in dict.fromkeys(names) if name in self.also)])

    def _about(self, values: Row) -> str:
        rests = values.get("claims", ()) if len(values.get("claims", ())) <= _FEW else ()
        quotes = dict.fromkeys(self.quotes[claim] for claim in rests if claim in self.quotes)
        return "\n".join([*_texts(values, _ABOUT), *quotes])

    def draw(self, place: int, picture: Any) -> None:
        """Keep one of the pictures that the answers were made of."""
        text = json.dumps(plain(picture), ensure_ascii=False)
        self._connection.execute("INSERT INTO pictures VALUES (?, ?)", (place, text))

    def stake(self, stakes: Iterable[Any]) -> None:
        """Append what hangs on claims; see `tracktwo.record.review.stakes`."""
        self._connection.executemany(
            "INSERT INTO stakes (claim, weight, change, doubt, reasons) VALUES (?, ?, ?, ?, ?)",
            (
                (one.claim, one.weight, one.change, one.doubt, json.dumps(one.reasons, ensure_ascii=False))
                for one in stakes
            ),
        )

    def stakes(self) -> Iterator[tuple[str, float, float, tuple[str, ...]]]:
        """Yield claim, change, doubt and reasons, those first on which most hangs."""
        rows = self._connection.execute(
            "SELECT claim, change, doubt, reasons FROM stakes ORDER BY weight DESC, place"
        )
        for claim, change, doubt, reasons in rows:
            yield claim, change, doubt, tuple(json.loads(reasons))

    def finish(self) -> None:
        """End writing."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def pictures(self) -> Iterator[dict[str, Any]]:
        """Yield the pictures as plain values."""
        for (text,) in self._connection.execute("SELECT picture FROM pictures ORDER BY place"):
            yield json.loads(text)

    def heads(self) -> Iterator[Head]:
        """Yield what tells the pictures apart, in their order."""
        rows = self._connection.execute(
            "SELECT json_extract(picture, '$.key', '$.title', '$.reports') FROM pictures ORDER BY place"
        )
        for (text,) in rows:
            key, title, reports = json.loads(text)
            yield Head(key, title, tuple(reports))

    def picture(self, place: int, without: Sequence[str] = ()) -> Picture:
        """Return one picture; of the fields in ``without``, lists that are long, nothing is read."""
        cut = ", ".join(["picture", *(f"'$.{name}', json_array()" for name in without)])
        row = self._connection.execute(
            f"SELECT json_set({cut}) FROM pictures WHERE place = ?" if without else _PICTURE, (place,)
        ).fetchone()
        found: Picture = thaw(Picture, json.loads(row[0]))
        return found

    def order(self) -> tuple[str, ...]:
        """Return the ids of the claims on which something hangs, those first on which most does."""
        rows = self._connection.execute("SELECT claim FROM stakes ORDER BY weight DESC, place")
        return tuple(claim for (claim,) in rows)

    def stakes_of(self, claims: Sequence[str]) -> dict[str, tuple[float, float, tuple[str, ...]]]:
        """Return change, doubt and reasons of these claims, by id."""
        marks = ", ".join("?" * len(claims))
        rows = self._connection.execute(
            f"SELECT claim, change, doubt, reasons FROM stakes WHERE claim IN ({marks})", tuple(claims)
        )
        return {claim: (change, doubt, tuple(json.loads(reasons))) for claim, change, doubt, reasons in rows}

    def count(self, question: str, wanted: Wanted = EVERYTHING) -> int:
        """Return how many rows an answer has."""
        where, values = _where(question, wanted)
        return int(self._connection.execute(f"SELECT count(*) FROM rows WHERE {where}", values).fetchone()[0])

    def rows(
        self, question: str, wanted: Wanted = EVERYTHING, most: int | None = None, *, last: bool = False
    ) -> Iterator[str]:
        """Yield the rows of an answer in order, as JSON; at most ``most``, the first ones or the last."""
        where, values = _where(question, wanted)
        if most is None:
            query = f"SELECT row FROM rows WHERE {where} ORDER BY place"
        elif last:
            chosen = f"SELECT place, row FROM rows WHERE {where} ORDER BY place DESC LIMIT {most}"
            query = f"SELECT row FROM ({chosen}) ORDER BY place"
        else:
            query = f"SELECT row FROM rows WHERE {where} ORDER BY place LIMIT {most}"
        for (text,) in self._connection.execute(query, values):
            yield text


def _where(question: str, wanted: Wanted) -> tuple[str, list[str]]:
    where, values = ["question = ?"], [question]
    if wanted.day is not None:
        where.append("(since IS NULL OR since <= ?) AND (until IS NULL OR until > ?)")
        values += [wanted.day.isoformat()] * 2
    asked = []
    if wanted.who is not None:
        asked.append(f"who : {phrase(wanted.who)}")
    if wanted.about is not None:
        asked.append(f"about : {told_of(wanted.about) or phrase('')}")
    if asked:
        where.append("place IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(" AND ".join(asked))
    return " AND ".join(where), values


def _texts(values: Row, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        yield from _strings(values.get(name))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)

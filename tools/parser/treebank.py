"""Reading Universal Dependencies treebanks (CoNLL-U) into plain Python values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = 10


class TreebankError(ValueError):
    """A treebank file is not what CoNLL-U says it should be."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: the unit that UD annotates.

    ``head`` is the index of the governing word in its sentence, counted from
    zero; the root of a sentence is its own head. ``space`` says whether a blank
    follows the word in the text.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence, its text, and the paragraph of the document it is in."""

    text: str
    words: tuple[Word, ...]
    document: int
    paragraph: int


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one CoNLL-U file in order.

    Parameters
    ----------
    path
        A ``.conllu`` file in UTF-8.

    Yields
    ------
    Sentence
        With documents and paragraphs numbered from zero as ``# newdoc`` and
        ``# newpar`` say. Empty nodes (``8.1``) are left out.

    Raises
    ------
    TreebankError
        When a line has other than ten columns; the message gives file and line.
    """
    document, paragraph, text = 0, 0, ""
    rows: list[list[str]] = []
    seen = False
    with path.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, start=1):
            line = raw.rstrip("\n")
            if not line:
                if rows:
                    yield Sentence(text, _words(rows), document, paragraph)
                    seen = True
                rows, text = [], ""
            elif line.startswith("# newdoc") and "=" in line:
                document += seen
                paragraph += seen
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                paragraph += seen
            elif line.startswith("# text ="):
                text = line.partition("=")[2].strip()
            elif not line.startswith("#"):
                columns = line.split("\t")
                if len(columns) != COLUMNS:
                    raise TreebankError(
                        f"{path}:{number}: {len(columns)} columns where CoNLL-U has {COLUMNS}"
                    )
                rows.append(columns)
    if rows:
        yield Sentence(text, _words(rows), document, paragraph)


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    """Turn the rows of a sentence into words, with blanks taken from token lines."""
    space_after: dict[int, bool] = {}
    inside_until = 0
    for columns in rows:
        identifier, misc = columns[0], columns[9]
        blank = "SpaceAfter=No" not in misc.split("|")
        if "-" in identifier:
            first, last = (int(part) for part in identifier.split("-"))
            space_after.update(dict.fromkeys(range(first, last), False))
            space_after[last] = blank
            inside_until = last
        elif "." not in identifier and int(identifier) > inside_until:
            space_after[int(identifier)] = blank
    return tuple(
        Word(
            form=columns[1],
            lemma=columns[2],
            upos=columns[3],
            xpos=columns[4],
            feats="" if columns[5] == "_" else columns[5],
            head=int(columns[0]) - 1 if columns[6] == "0" else int(columns[6]) - 1,
            deprel=columns[7],
            space=space_after[int(columns[0])],
        )
        for columns in rows
        if columns[0].isdecimal()
    )

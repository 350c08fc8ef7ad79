"""Sentences of a paragraph, with exact offsets (syntok, mended where reports defeat it)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_END = re.compile(r"[.!?…。]")
_GOES_ON = re.compile(r"\s\S")
_WINDOW = 1 << 16  # characters; a splitter takes a hundred times the memory of what it splits
_LAST_WORD = re.compile(r"(\S+)\s*$")
_BEFORE_PAREN = re.compile(r"[(\[“\"'‘]+")


@cache
def _words(name: str) -> frozenset[str]:
    """Return a list of ``abbreviations.toml``."""
    import tomllib

    data = tomllib.loads(files("tracktwo.reports").joinpath("data/abbreviations.toml").read_text("utf-8"))
    return frozenset(data[name])


@cache
def _missed_end() -> re.Pattern[str]:
    """Return what ends a sentence though a splitter takes it for an abbreviation or a list number.

    "Article 4.8. Norway said", "Annex II. Norway", "Option C. Norway", "(L.5). Norway", "1.5°C. Norway",
    "was signed.[2] Norway".
    """
    numbered = "|".join(map(re.escape, sorted(_words("numbered"))))
    ends = "|".join(
        (
            r"\S{0,60}\d[^\s.]{0,20}",
            r"(?:[^\s.(]{2,60})?\)",
            r"°[CF]",
            r"(?=[IVX]{2})[IVX]+",
            rf"(?i:{numbered})\s+(?:[A-Z](?:,|\s+and|\s+or)\s+)*[A-Z]",
        )
    )
    noted = r"\S{0,60}[.!?][)”\"'’]*(?:\[(?:\d{1,3}|[a-z]|citation needed)\])+"
    return re.compile(rf"(?<=\s)(?:(?:{ends})\.[)\]”\"'’]*|{noted})(\s+)(?=[\"“'‘(]?[A-Z])")


# "... of the fund.The members", "this notion.”Norway": the blank is lost. No "2013.5.Note", no "site.Org".
_GLUED = re.compile(
    r"(?:[a-z]{2}|\d|\))[.!?][”\"'’)]{0,3}(?=(?:[A-Z][A-Za-z’'-]{1,30}|A)[\s,])"
    r"(?!(?i:com|org|net|gov|edu)\b)"
)


@cache
def _tokenizer() -> Any:
    from syntok.tokenizer import Tokenizer

    # Contractions are kept as written: the stored text is never changed, only divided.
    return Tokenizer(replace_not_contraction=False)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Divide a paragraph into sentences.

    Parameters
    ----------
    text : str
        A paragraph; it may hold line breaks.

    Returns
    -------
    tuple of (int, int)
        Spans in the paragraph (code points, half open), in order, without the white space around them;
        together they hold every character that is not white space.
    """
    if not _ends_inside(text):
        start, end = _strip(text, 0, len(text))
        return ((start, end),) if start < end else ()
    return _divide(text) if len(text) <= _WINDOW else tuple(_in_windows(text))


def _ends_inside(text: str) -> bool:
    """Whether a mark that may end a sentence has further words after it; without one nothing is divided."""
    mark = _END.search(text)
    return mark is not None and _GOES_ON.search(text, mark.end()) is not None


def _in_windows(text: str) -> Iterator[tuple[int, int]]:
    """Divide a paragraph as long as a book, one stretch in memory at a time.

    Each stretch begins where the last sentence of the one before began, for that may go on.
    """
    begin = 0
    while begin < len(text):
        spans = _divide.__wrapped__(text[begin : begin + _WINDOW])
        over = begin + _WINDOW >= len(text)
        sure = spans if over or len(spans) < 2 else spans[:-1]
        yield from ((begin + start, begin + end) for start, end in sure)
        begin += _WINDOW if over or len(spans) < 2 else spans[-1][0]


@lru_cache(maxsize=512)  # agency copy repeats paragraphs from report to report
def _divide(text: str) -> tuple[tuple[int, int], ...]:
    from syntok.segmenter import split

    starts = sorted({part[0].offset for part in split(_tokenizer().tokenize(text)) if part})
    glued = {end.end() for end in _GLUED.finditer(text) if _ends_words(text, end.start(), end.group())}
    starts = sorted(
        {at for at in starts if at > 0} | {end.end(1) for end in _missed_end().finditer(text)} | glued
    )
    spans: list[tuple[int, int]] = []
    begin = 0
    for at in [*starts, len(text)]:
        if at < len(text) and at not in glued and _continues(text, begin, at):
            continue
        start, end = _strip(text, begin, at)
        if start < end:
            spans.append((start, end))
        begin = at
    return tuple(spans)


def _ends_words(text: str, at: int, mark: str) -> bool:
    """Whether words end at a glued full stop, no title ("Prof.Keller") and no file's name ("2013.5.Note")."""
    last = _LAST_WORD.search(text[max(0, at - 60) : at + 2])
    word = _BEFORE_PAREN.sub("", last.group(1)).rstrip(".!?") if last else ""
    return mark[0] == ")" or ("." not in word and word.lower() not in _words("before_a_name"))


def _continues(text: str, begin: int, at: int) -> bool:
    """Whether the sentence goes on at ``at``: the word before is an abbreviation that needs what follows."""
    if not text[at - 1].isspace():
        return True  # never inside a word
    last = _LAST_WORD.search(text, begin, at)
    if last is None:
        return True
    word = _BEFORE_PAREN.sub("", last.group(1))
    if word.endswith(";"):
        return text[at] not in "-•*"  # one sentence, unless a list has lost its line ends
    if not word.endswith("."):
        return text[at] in "([" and word[-1:].isalnum()  # an aside, not a sentence
    bare = word[:-1].lower()
    following = text[at : at + 1]
    if following.isdigit():
        return bare in _words("before_a_number")
    return following.isupper() and bare in _words("before_a_name")


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

"""read_terms: the commitments named in a stretch of a sentence."""

from __future__ import annotations

from dataclasses import replace

from tracktwo.reading.clauses.words import Words
from tracktwo.reading.terms.amounts import text_of
from tracktwo.reading.terms.heads import load_heads, particle, singular, verb_head
from tracktwo.reading.terms.reach import STOP, TIMES, conjuncts, modifies, reach_right
from tracktwo.reading.terms.roles import getter_of, giver_of, place_of
from tracktwo.reading.terms.themes import theme_of
from tracktwo.vocabulary import Term


def read_terms(words: Words, first: int, last: int, head: str | None = None) -> tuple[Term, ...]:
    """Terms named in words ``first`` to ``last``.

    Parameters
    ----------
    words : Words
        The sentence.
    first, last : int
        Word range (half open), usually the object of an act.
    head : str, optional
        An action verb that governs the whole range ("end" in "aims to end both A and B"): then every noun
        phrase joined by "and" is a term of that head.

    Returns
    -------
    tuple of Term
        In text order; empty where no commitment is named.
    """
    if head is not None:
        return tuple(t for a, b in conjuncts(words, first, last) if (t := _governed(words, a, b, head)))
    terms: list[Term] = []
    i = first
    while i < last:
        found = (
            _noun_term(words, i, first, last) or _verb_term(words, i, last) or _passive_term(words, i, first)
        )
        if found is None:
            i += 1
            continue
        term, i = found
        terms.append(term)
    return tuple(terms)


def _noun_term(words: Words, i: int, first: int, last: int) -> tuple[Term, int] | None:
    heads = load_heads()
    word = words[i]
    if (
        word.group is not None
        or word.low not in heads.nouns
        or (word.tag.startswith("VB") and words.low(i - 1) == "to")
    ):
        return None
    if word.low in ("exchange", "return") and words.low(i - 1) == "in":
        return None
    if word.tag in ("VBD", "VBZ", "VBP", "VB", "MD") or (
        words.tag(i + 1).startswith("NN") and words.low(i + 1) in heads.nouns
    ):
        return None
    timed = i - 2 > first and words.low(i - 1) == "of" and words.low(i - 2) in TIMES
    start = i - 2 if timed else i  # "two extra days of leave"
    while start > first and modifies(words, start - 1):
        start -= 1
    end = reach_right(words, i + 1, last)
    return _term(words, start, i, end, singular(word.low)), end


def _verb_term(words: Words, i: int, last: int) -> tuple[Term, int] | None:
    head = verb_head(words.low(i), words.low(i + 1))
    gerund = words.low(i).endswith("ing") and words.tag(i + 1) in ("DT", "PRP$", "CD")
    if head is None or words[i].group is not None or not (words.tag(i).startswith("VB") or gerund):
        return None
    if words.tag(i) == "VBN" or words.low(i + 1) in ("", ".", ",", ";"):
        return None
    after = i + 2 if particle(head) else i + 1
    end = reach_right(words, after, last)
    return (_term(words, i, i, end, head, after), end) if end > after else None


def _passive_term(words: Words, i: int, first: int) -> tuple[Term, int] | None:
    """``a limited number of hostages would be released``: the theme stands before the verb."""
    head = verb_head(words.low(i))
    if head is None or words.tag(i) not in ("VBN", "VBD") or words.low(i - 1) not in ("be", "been", "being"):
        return None
    stop = i - 1
    while stop > first and (
        words.low(stop) in ("be", "been", "being")
        or words.tag(stop) in ("MD", "RB")
        or words.low(stop) in ("not", "have", "to")
    ):
        stop -= 1
    start = stop
    while (
        start > first
        and words.low(start - 1) not in STOP
        and words.tag(start - 1) not in ("WRB", "WDT", "WP")
        and words.low(start - 1) not in ("and", "return", "said")
    ):
        start -= 1
    if start > stop:
        return None
    term = _term(words, start, start - 1, stop + 1, head)
    span = words.span(start, i + 1)
    return (
        replace(term, text=words.text[span[0] : span[1]], start=span[0], end=span[1]) if span else term
    ), i + 1


def _governed(words: Words, first: int, last: int, head: str) -> Term | None:
    end = reach_right(words, first, last)
    return _term(words, first, first - 1, end, head) if end > first else None


def _term(words: Words, start: int, at: int, end: int, head: str, after: int | None = None) -> Term:
    """The term from ``start`` to ``end`` with its head at ``at``; what follows it begins at ``after``."""
    while end > start + 1 and words.low(end - 1) in ("and", "or", ","):
        end -= 1  # "raise the age to 66 and exempt": what is joined on is another verb's
    span = words.span(start, end) or (words[start].start, words[start].end)
    after = at + 1 if after is None else after
    theme_range, extent = theme_of(words, start, at, after, end)
    theme = text_of(words, *theme_range) if theme_range else None
    return Term(
        head,
        theme,
        extent,
        giver_of(words, start, at, end),
        getter_of(words, after, end),
        place_of(words, after, end),
        words.text[span[0] : span[1]],
        *span,
    )

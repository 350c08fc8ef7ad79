"""read_terms: the commitments named in a stretch of a sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tracktwo.reading.acts.frames import inflect
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.names import Kind, Mention
from tracktwo.vocabulary import Term

_STOP = frozenset(
    {
        ",",
        ";",
        ".",
        ":",
        "—",
        "that",
        "which",
        "who",
        "while",
        "but",
        "if",
        "unless",
        "amid",
        "during",
        "as",
        "because",
    }
)
# Nouns whose theme follows "to", "on" or "in" as well as "of": "an end to split shifts", "a limit on exports".
_TO_HEADS = frozenset(
    {
        "end",
        "halt",
        "limit",
        "cap",
        "ban",
        "freeze",
        "increase",
        "cut",
        "reduction",
        "rise",
        "changes",
        "restrictions",
        "tariff",
        "tariffs",
    }
)
# Nouns that "on" belongs to: a tariff on steel is another matter than a tariff on beef.
_ON_NOUNS = frozenset(
    {
        "tariff",
        "tariffs",
        "tax",
        "taxes",
        "duty",
        "duties",
        "levy",
        "quota",
        "quotas",
        "sanctions",
        "limit",
        "limits",
        "ban",
        "subsidy",
        "subsidies",
        "restrictions",
    }
)
_NP_TAGS = ("JJ", "NN", "CD", "DT", "PRP$", "VBN", "VBG", "HYPH", "POS", "PDT", "AFX", "RBR", "$")


@dataclass(frozen=True, slots=True)
class Heads:
    """The word lists of heads.toml, verbs by form."""

    nouns: frozenset[str]
    verbs: dict[str, str]
    extents: frozenset[str]
    amounts: frozenset[str]
    quantifiers: frozenset[str]


@cache
def load_heads() -> Heads:
    """Read heads.toml, once."""
    data = tomllib.loads((files("tracktwo.reading.terms") / "heads.toml").read_text(encoding="utf-8"))
    irregular = tomllib.loads((files("tracktwo.reading.acts") / "forms.toml").read_text(encoding="utf-8"))
    verbs = {form: verb for verb in data["verbs"] for form in inflect(verb.split()[0], irregular)}
    return Heads(
        frozenset(data["nouns"]),
        verbs,
        frozenset(data["extents"]),
        frozenset(data["amounts"]),
        frozenset(data["quantifiers"]),
    )


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
        return tuple(t for a, b in _conjuncts(words, first, last) if (t := _governed(words, a, b, head)))
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


def verb_head(word: str) -> str | None:
    """The lemma of an action verb of heads.toml, or None."""
    return load_heads().verbs.get(word)


def _noun_term(words: Words, i: int, first: int, last: int) -> tuple[Term, int] | None:
    heads = load_heads()
    word = words[i]
    if (
        word.group is not None
        or word.low not in heads.nouns
        or (word.tag.startswith("VB")
        and words.low(i - 1) == "to")
    ):
        return None
    if word.low in ("exchange", "return") and words.low(i - 1) == "in":
        return None
    if (
        word.tag in ("VBD", "VBZ", "VBP", "VB", "MD")
        or (words.tag(i + 1).startswith("NN")
        and words.low(i + 1) in heads.nouns)
    ):
        return None
    start = i
    while start > first and _modifies(words, start - 1):
        start -= 1
    end = _right(words, i + 1, last)
    return _term(words, start, i, end, _singular(word.low)), end


def _singular(word: str) -> str:
    nouns = load_heads().nouns
    short = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return short if short in nouns else word


def _modifies(words: Words, k: int) -> bool:
    low, tag = words.low(k), words.tag(k)
    group = words[k].group
    if group is not None:
        return any(m.modifier or m.possessive for m in group.speakers) or words.tag(k + 1) == "POS"
    if low in ("in", "of", "to", "and", "or", "an", "per") or low in _STOP:
        return low == "an"
    if tag in ("VBG", "VBN") and words.tag(k - 1) not in ("DT", "PRP$", "JJ"):
        return False
    return tag.startswith(_NP_TAGS) or low in ("%", "-", "percent")


def _right(words: Words, j: int, last: int) -> int:
    """How far a term reaches to the right of its head noun."""
    while j < last:
        low, tag = words.low(j), words.tag(j)
        if low in _STOP or words[j].text in '“”"' or tag in ("MD", "VBD", "VBZ", "VBP", "WDT", "WP", "VB"):
            if tag == "VB" and words.low(j - 1) == "to" and words.low(j - 2) in _TO_HEADS:
                j += 1
                continue
            return j
        if low in ("in", "for") and words.low(j + 1) in ("exchange", "return"):
            return j
        if low == "for" and words.low(j + 1) != "":
            return j if not _duration(words, j + 1) else j + 3
        if low in ("following", "after", "before", "under", "through", "and/or"):
            return j
        if low in ("and", "or") and (_another(words, j + 1, last) or words.low(j + 1) == "to"):
            return j
        if low == "to" and words.tag(j + 1) == "VB" and words.low(j - 1) not in _TO_HEADS:
            return j
        if tag == "VBG" and words.low(j - 1) not in ("the", "a", "of", "in", "to"):
            return j
        j += 1
    return j


def _duration(words: Words, j: int) -> bool:
    return words.tag(j) == "CD" and words.low(j + 1) in ("days", "weeks", "months", "years", "hours")


def _another(words: Words, j: int, last: int) -> bool:
    """Whether another commitment follows an "and"."""
    heads = load_heads()
    for k in range(j, min(j + 8, last)):
        low, tag = words.low(k), words.tag(k)
        if low in heads.nouns and not tag.startswith("VB"):
            return True
        if k == j and low in heads.verbs and tag.startswith("VB"):
            return True
        if low in _STOP or low in ("of", "in", "on", "to", "for", "by", "and", "or", "with", "from"):
            return False
    return False


def _verb_term(words: Words, i: int, last: int) -> tuple[Term, int] | None:
    head = verb_head(words.low(i))
    gerund = words.low(i).endswith("ing") and words.tag(i + 1) in ("DT", "PRP$", "CD")
    if head is None or words[i].group is not None or not (words.tag(i).startswith("VB") or gerund):
        return None
    if words.tag(i) == "VBN" or words.low(i + 1) in ("", ".", ",", ";"):
        return None
    end = _right(words, i + 1, last)
    if (
        end <= i + 1
        or (any(words.low(k) in load_heads().nouns for k in range(i + 1, min(end, i + 5)))
        and head in ("end", "resume", "keep", "allow", "open", "extend"))
    ):
        return None if end <= i + 1 else (_term(words, i, i, end, head), end)
    return _term(words, i, i, end, head), end


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
        and words.low(start - 1) not in _STOP
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


def _conjuncts(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    start = first + 1 if words.low(first) == "both" else first
    parts, at = [], start
    for k in range(start, last):
        if (
            words.low(k) in ("and", ",")
            and words.tag(k + 1) in ("DT", "PRP$", "CD", "JJ")
            and k > at
            and words.low(k + 1) not in ("which",)
        ):
            parts.append((at, k))
            at = k + 1
    parts.append((at, last))
    return [(a + 1 if words.low(a) == "and" else a, b) for a, b in parts if b > a]


def _governed(words: Words, first: int, last: int, head: str) -> Term | None:
    end = _right(words, first, last)
    return _term(words, first, first - 1, end, head) if end > first else None


def _term(words: Words, start: int, at: int, end: int, head: str) -> Term:
    span = words.span(start, end) or (words[start].start, words[start].end)
    after = at + 1
    theme_range, extent = _theme(words, start, at, after, end)
    theme = _text(words, *theme_range) if theme_range else None
    return Term(
        head,
        theme,
        extent,
        _giver(words, start, at, end),
        _getter(words, after, end),
        _place(words, after, end),
        words.text[span[0] : span[1]],
        *span,
    )


def _text(words: Words, first: int, last: int) -> str | None:
    span = words.span(first, last)
    return words.text[span[0] : span[1]] if span else None


def _theme(
    words: Words, start: int, at: int, after: int, end: int
) -> tuple[tuple[int, int] | None, str | None]:
    extent = _extent_before(words, start, at)
    verbal = at == start or at < start
    first = after
    if not verbal:
        links = ("of", "to", "on", "in") if words.low(at) in _TO_HEADS else ("of",)
        of = next((k for k in range(after, min(end, after + 3)) if words.low(k) in links), None)
        if of is None:
            extent = extent or _amount_after(words, after, end)
            return _compound(words, start, at), extent
        first = of + 1
        than = (
            first + 2
            if words.low(first + 1) == "than"
            or (words.low(first) == "at"
            and words.low(first + 1) in ("least", "most"))
            else first
        )
        stop = _measure(words, than, end)
        if stop > than and (
            stop >= end or words.low(stop) in ("a", "per", "and", "in", "for", "over", "on", "each")
        ):
            while stop < end and words.low(stop) in (
                "a",
                "per",
                "week",
                "day",
                "year",
                "month",
                "hour",
                "each",
            ):
                stop += 1
            measured = _text(words, first, stop)
            if words.tag(start) == "CD" and measured:
                return _compound(words, start, at), _text(words, start, stop)
            return _compound(words, start, at), measured if extent is None else f"{extent} {measured}"
    first, amount = _amount(words, first, end)
    last = first
    while last < end and (
        (words.low(last) == "on"
        and words.low(last - 1) in _ON_NOUNS)
        or words.low(last)
        not in (
            "in",
            "by",
            "from",
            "to",
            "on",
            "against",
            "over",
            "at",
            "with",
            "within",
            "until",
            "held",
            "living",
            "for",
        )
    ):
        if words.tag(last) == "VBN" and last > first and words.low(last + 1) in ("by", "in", "since", "on"):
            break
        last += 1
    extent = amount or extent or _amount_after(words, last, end)
    if words.low(last) == "against" and last < end:
        nxt = last + 1
        while nxt < end and words.low(nxt) not in ("in", "by", "from", "to", "on"):
            nxt += 1
        last = nxt
    while first < last and words.low(first) in ("the", "a", "an", "its", "their", "both", "expanding"):
        first += 1
    if verbal:
        first = _after_owner(words, first, last)
    return ((first, last) if last > first else None), extent


def _after_owner(words: Words, first: int, last: int) -> int:
    """Leave out whose it is ("Israel's campaign", "IDF campaign") from a theme."""
    for k in range(first, last - 1):
        if words[k].group is not None and words.low(k + 1) not in ("of", "in"):
            return k + 2 if words.tag(k + 1) == "POS" else k + 1
        if not words.tag(k).startswith(("JJ", "VBG", "DT")):
            break
    return first


def _compound(words: Words, start: int, at: int) -> tuple[int, int] | None:
    first = at
    extents = load_heads().extents
    while (
        first > start
        and words.tag(first - 1).startswith("NN")
        and words[first - 1].group is None
        and words.low(first - 1) not in extents
    ):
        if (
            words.low(first - 1) in ("%", "percent", "day", "week", "month", "year", "hour")
            or words.low(first - 2) == "-"
        ):
            break
        first -= 1
    if first == at:
        while (
            first > start
            and words.tag(first - 1).startswith("JJ")
            and words[first - 1].group is None
            and words.low(first - 1) not in extents
            and words.low(first - 1) not in ("new", "potential", "possible", "further", "proposed", "israeli")
        ):
            if words.low(first - 2) == "-" or any(c.isdigit() for c in words.low(first - 1)):
                break
            first -= 1
    return (
        (first, at + 1)
        if first < at and words.low(at) in ("aid", "activities")
        else ((first, at) if first < at else None)
    )


def _extent_before(words: Words, start: int, at: int) -> str | None:
    heads = load_heads()
    found: list[str] = []
    k = start
    while k < at:
        low = words.low(k)
        measure = _measure(words, k, at)
        if measure > k:
            found.append(_text(words, k, measure) or "")
            k = measure
            continue
        if low in heads.extents or low in heads.quantifiers:
            found.append(words[k].text)
        k += 1
    return " ".join(found) or None


def _measure(words: Words, k: int, last: int) -> int:
    """End of a measure that starts at ``k``: "42-day", "4 percent", "15%", "40", "three-year"."""
    if words.tag(k) != "CD" and not re.match(r"^[$€£]?\d", words.low(k)):
        return k
    j = k + 1
    if words.low(j) == "-" and j + 1 < last + 1:
        return j + 2
    if words.low(j) in ("%", "percent", "per", "million", "billion", "percentage"):
        j += 1
        if words.low(j) in ("cent", "points"):
            j += 1
        return j
    if words.low(j) in ("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"):
        return j + 1
    if words.low(k).endswith(("-day", "-week", "-month", "-year", "-hour", "%")):
        return j
    return j


def _amount(words: Words, first: int, end: int) -> tuple[int, str | None]:
    """Skip a quantity at the start of a theme: the new start and the extent."""
    heads = load_heads()
    k = first
    if words.low(k) in ("a", "the", "an"):
        k += 1
    j = k
    while (
        j < end
        and words.tag(j).startswith(("JJ", "VBN"))
        and words[j].group is None
        and words.low(j) not in heads.amounts
    ):
        j += 1
    if words.low(j) in heads.amounts and words.low(j + 1) == "of":
        return j + 2, _text(words, k, j + 1)
    if words.low(k) in heads.quantifiers:
        stop = k + 1
        if words.tag(stop) == "CD":
            stop += 1
        extent = _text(words, k, stop)
        if words.low(stop) == "of":
            stop += 1
        if words.low(stop) in ("the", "its", "their"):
            stop += 1
        return stop, extent
    if words.low(k) == "at" and words.low(k + 1) in ("least", "most"):
        measure = _measure(words, k + 2, end)
        return measure, _text(words, k, measure)
    if words.low(k) in ("less", "more", "fewer") and words.low(k + 1) == "than":
        measure = _measure(words, k + 2, end)
        return measure, _text(words, k, measure)
    if words.low(k) in ("up", "about", "around", "some", "roughly", "nearly"):
        skip = k + (2 if words.low(k + 1) == "to" else 1)
        measure = _measure(words, skip, end)
        if measure > skip:
            return measure, _text(words, k, measure)
    measure = _measure(words, k, end)
    if measure > k:
        return measure + (1 if words.low(measure) == "of" else 0), _text(words, k, measure)
    return first, None


def _amount_after(words: Words, first: int, end: int) -> str | None:
    """The measure in "by 4 percent", "of 3%", "to 35 hours", "for 14 days" after the head or theme."""
    for k in range(first, end):
        if words.low(k) in ("by", "of", "to", "at", "for") and k + 1 < end:
            start = k + 1
            while words.low(start) in (
                "at",
                "least",
                "most",
                "about",
                "up",
                "to",
                "around",
                "a",
                "the",
                "nearly",
                "only",
            ):
                start += 1
            measure = _measure(words, start, end)
            if measure > start:
                if measure < end and words.tag(measure) == "NNS":
                    measure += 1
                while measure < end and words.low(measure) in (
                    "days",
                    "weeks",
                    "months",
                    "years",
                    "hours",
                    "percent",
                    "a",
                    "week",
                    "year",
                    "month",
                    "per",
                    "below",
                    "above",
                ):
                    measure += 1
                first_word = k + 1
                return _text(words, first_word, measure)
    return None


def _party(mention: Mention) -> str | None:
    return mention.party or mention.canonical


def _mentions(words: Words, k: int) -> tuple[Mention, ...]:
    group = words[k].group
    return group.speakers if group is not None else ()


def _giver(words: Words, start: int, at: int, end: int) -> str | None:
    """Who gives: the possessor or demonym before the head, or the "by" phrase after."""
    for k in range(max(start, 0), end):
        for mention in _mentions(words, k):
            if mention.kind is Kind.PLACE:
                continue
            if words.low(k - 1) == "by" and k > at:
                return _party(mention)
            if k < at and (mention.modifier or mention.possessive):
                return _party(mention)
            if at < start <= k and not words[k].punct and words.tag(k + 1).startswith("NN") and k + 1 < end:
                return _party(mention)
    return None


def _getter(words: Words, after: int, end: int) -> str | None:
    for k in range(after, end):
        if words.low(k - 1) in ("against", "to", "for"):
            for mention in _mentions(words, k):
                if mention.kind is not Kind.PLACE and "located" not in mention.flags:
                    return _party(mention)
                if words.low(k - 1) == "against":
                    return _party(mention)
    return None


def _place(words: Words, after: int, end: int) -> str | None:
    for k in range(after, end):
        if words.low(k - 1) in ("in", "into", "from", "to", "inside", "across", "near", "at"):
            for mention in _mentions(words, k):
                if mention.kind in (Kind.PLACE, Kind.STATE):
                    return mention.canonical or mention.text
    return None

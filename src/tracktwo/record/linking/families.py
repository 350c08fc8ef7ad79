"""Terms to families and issues: which words make a term one about fighting, release, aid or money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.extents import NO_LISTED, extent_of
from tracktwo.record.linking.names import names_in, sort_of
from tracktwo.record.linking.wordlists import pattern, phrases, table
from tracktwo.record.linking.words import bare, head_phrase, slug, tidy
from tracktwo.vocabulary import Term

_QUALIFIER = re.compile(r"\b(?:on|of|for|from|in)\s+((?:[\w’'-]+\s*){1,3})", re.IGNORECASE)
_UNLISTED = re.compile(r"\b(?:in|into|from|to)\s+((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)")
_HELD_BY = re.compile(r"\b(?:held|detained|imprisoned|kept|taken)\s+by\s+(?:the\s+)?(.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term belongs: its family, the issue's theme, place and giver, all null where not named."""

    family: str
    theme: str | None
    place: str | None
    giver: str | None

    @property
    def key(self) -> str:
        """The issue's key, from the family and the parts that tell its issues apart."""
        row = family(self.family)
        if self.family == "other" or (row["parts"] == ["theme"] and self.family != "release"):
            return slug(self.theme or self.family)
        parts = [getattr(self, part) for part in row["parts"]]
        return slug(" ".join([self.family, *(part for part in parts if part)]))

    @property
    def name(self) -> str:
        """The issue's name: the family's wording with what is known filled in."""
        made = str(family(self.family)["name"])
        for part in ("theme", "place", "giver"):
            value = getattr(self, part)
            if value:
                made = made.replace("{" + part + "}", value)
        made = re.sub(r"\s*\b(?:in|of|from|to|by)\s+\{\w+\}", "", made)
        return tidy(re.sub(r"\{\w+\}", self.family, made))


_OTHER: dict[str, Any] = {"key": "other", "name": "{theme}", "parts": ["theme"], "top": [], "noun": False}


@cache
def family(key: str) -> dict[str, Any]:
    """Return one family's row of the data file; ``other`` has no lists."""
    return next((row for row in table("families")["family"] if row["key"] == key), _OTHER)


def locate(term: Term) -> Place:
    """Return the issue a term belongs to.

    The first family of the data file that fits wins: by a head that is enough alone, or by a head of the
    family together with one of its themes. A term that fits none keeps its theme as an issue of its own.
    """
    # How much, to whom and where it stands do not tell what it is about; the same words come again.
    return _located(replace(term, extent=None, getter=None, start=0, end=0))


@lru_cache(maxsize=8192)
def _located(term: Term) -> Place:
    head = term.head.lower()
    about = " | ".join(part for part in (term.theme, term.text) if part)
    for row in table("families")["family"]:
        if _is(head, tuple(row["always"])) or _is(tidy(about).lower(), tuple(row["always"]), whole=True):
            return _placed(row, term, about)
        if _is(head, tuple(row["heads"])) and _themes(row).search(about):
            return _placed(row, term, about)
    for row in table("families")["family"]:
        if head and _themes(row).fullmatch(head):
            return _placed(row, term, about)
    return Place("other", _unnamed(term), None, None)


def _unnamed(term: Term) -> str:
    """Return what a term of no family is about, without the names in it."""
    words = bare(term.theme or term.text or term.head)
    if term.giver and len(words) > len(term.giver):
        words = re.sub(rf"\b{re.escape(term.giver)}\b", "", words).strip()
    for found in reversed(names_in(words)):
        rest = bare(words[: found.start] + " " + words[found.end :])
        words = rest if len(rest) > 3 else words
    return head_phrase(words)


def is_matter(place: Place, term: Term) -> bool:
    """Whether a term is a commitment about something that can be told apart; families tell for themselves.

    A word that any sentence may be about ("the year", "this", "crisis") names no issue, and a head without a
    theme or an extent does so only if it is a matter by itself ("concessions").
    """
    if place.family != "other":
        return True
    name = place.theme or ""
    if not name or name.startswith(("'", "’")) or name in phrases("no_matters"):
        return False
    if all(word in phrases("no_matters") for word in name.split()):
        return False
    taken_over = name.lower() not in term.text.lower()  # the matter of an earlier term
    return (
        bool(term.theme or term.extent)
        or taken_over
        or pattern(phrases("matters")).search(term.head) is not None
    )


def topic_of(text: str | None) -> Place | None:
    """Return the issue that words name as a topic ("humanitarian aid was discussed"), or None."""
    if not text or _all_topics().search(text) is None:
        return None
    for row in table("families")["family"]:
        topics = tuple(row.get("topic", ()))
        match = pattern(topics).search(text or "") if topics else None
        if match is not None:
            made = Term(
                match.group().lower(), match.group().lower(), None, None, None, None, text or "", 0, 0
            )
            return _placed(row, made, text or "")
    return None


@cache
def _all_topics() -> re.Pattern[str]:
    """One pattern for the topics of all families, to pass by the many words that name none."""
    return pattern(tuple(word for row in table("families")["family"] for word in row.get("topic", ())))


@lru_cache(maxsize=4096)
def bargained_over(text: str) -> Place | None:
    """Return what a report calls its bargaining by ("a pay offer", "wage talks"), where that is one thing."""
    found = [
        _placed(row, made, match.group())
        for match in _bargain().finditer(text)
        for row in table("families")["family"]
        if row["key"] == "money"
        for made in [Term("", match.group(1).lower(), None, None, None, None, match.group(), 0, 0)]
    ]
    return found[0] if len({place.key for place in found}) == 1 else None


@cache
def _bargain() -> re.Pattern[str]:
    topics = "|".join(re.escape(word) for word in family("money")["bargained"])
    deals = "|".join(re.escape(word) for word in phrases("bargains"))
    return re.compile(rf"\b({topics})s?[ -](?:{deals})s?\b", re.IGNORECASE)


def is_measure(head: str) -> bool:
    """Whether a head asks for more or less of something, whatever it is ("cut", "rise")."""
    return any(_is(head.lower(), tuple(family(key)["heads"])) for key in ("targets", "money"))


def matter_of(words: str) -> Place | None:
    """Return the issue of a plenary family that words of a text are about ("a levy on aviation"), or None."""
    for row in table("families")["family"]:
        if row.get("plenary") and _themes(row).search(words):
            return _placed(row, Term("", words, None, None, None, None, words, 0, 0), words)
    return None


def people_of(place: Place) -> str | None:
    """Return the people an issue is about and who are at no table ("hostages"), or None."""
    words = tuple(family(place.family).get("people", ()))
    return place.theme if words and place.theme and pattern(words).search(place.theme) else None


def holder(term: Term) -> str | None:
    """Return who is said to hold what a term is about ("hostages held by X"), canonical, or None."""
    match = _HELD_BY.search(term.text)
    known = names_in(match.group(1)) if match else ()
    return known[0].party or known[0].name if known and known[0].start == 0 else None


def _is(head: str, words: tuple[str, ...], *, whole: bool = False) -> bool:
    if not words or not head:
        return False
    found = pattern(words).search(head)
    return found is not None and (not whole or found.end() - found.start() == len(head))


def _themes(row: dict[str, Any]) -> re.Pattern[str]:
    return pattern(tuple(row["themes"]))


def _placed(row: dict[str, Any], term: Term, about: str) -> Place:
    parts = row["parts"]
    return Place(
        row["key"],
        _theme(row, term, about) if "theme" in parts else None,
        _where(term) if "place" in parts else None,
        (term.giver or holder(term) or _of_whom(term)) if "giver" in parts else None,
    )


def _of_whom(term: Term) -> str | None:
    """Return the side that "of" or an adjective names: "a withdrawal of X", "an X withdrawal"."""
    for found in names_in(term.text):
        if found.sort is Sort.DEMONYM or (found.before == "of" and found.sort is not Sort.PLACE):
            return found.party or found.name
    return None


def _where(term: Term) -> str | None:
    """Return the place of a term: as read, else the last place its words name."""
    if term.place:
        found = [f for f in names_in(term.place) if f.sort in (Sort.PLACE, Sort.STATE)]
        return (found[0].name if found else None) or bare(term.place)
    for found_name in reversed(names_in(term.text)):
        if found_name.sort in (Sort.PLACE, Sort.STATE) and found_name.before in (
            "in",
            "into",
            "to",
            "from",
            "on",
        ):
            return found_name.name
    unlisted = _UNLISTED.findall(term.text)
    return str(unlisted[-1]) if unlisted and sort_of(unlisted[-1]) is None else None


def _theme(row: dict[str, Any], term: Term, about: str) -> str:
    """Return the name of what a term is about: the listed name, qualified where the list asks for it."""
    names = table("families")["names"]
    match = _themes(row).search(about) or pattern((*row["always"], *row["heads"])).search(
        f"{term.head} | {about}"
    )
    if match is None:
        return bare(term.theme or term.head).lower()
    longer = [
        m.group() for m in _themes(row).finditer(term.text) if match.group().lower() in m.group().lower()
    ]
    word = max([match.group(), *longer], key=len).lower()
    listed = _listed_name(word)
    name = str(names[listed]) if listed else word
    qualified = table("families")["qualified"]
    if pattern(tuple(qualified["themes"])).search(word):
        qualifier = _qualified_by(_themes(row), about, row)
        if qualifier and qualifier not in phrases("matter_ends"):
            return f"{name} on {qualifier}" if name in qualified["on"] else f"{name} ({qualifier})"
    return name


@lru_cache(maxsize=8192)
def _listed_name(word: str) -> str | None:
    """Return the longest listed name of a theme that a word is, in any ending."""
    names = sorted(table("families")["names"], key=len, reverse=True)
    return next((name for name in names if pattern((name,)).fullmatch(word)), None)


def _qualified_by(themes: re.Pattern[str], about: str, row: dict[str, Any]) -> str | None:
    """Return what tells one issue of a theme from another: "tariffs on steel", "steel tariffs"."""
    for match in themes.finditer(about):
        after = _QUALIFIER.match(about[match.end() :].lstrip())
        found = _qualifier(after.group(1)) if after else None
        if found:
            return found
    for match in themes.finditer(about):
        before = about[: match.start()].rstrip(" ").rsplit(" ", 1)[-1].lower()
        plain = (
            before.isalpha() and before not in phrases("determiners") and not _is(before, tuple(row["heads"]))
        )
        if plain and before not in phrases("indefinite") and _is_thing(before):
            return before
    return None


def _is_thing(word: str) -> bool:
    """Whether a word before a theme is a thing ("steel"), not one of the listed words for how much."""
    extent = extent_of(word)
    return extent is not None and extent.value == NO_LISTED


def _qualifier(words: str) -> str | None:
    """Return the words up to the next small word or number ("steel" of "steel by 15%")."""
    kept: list[str] = []
    for word in words.lower().split():
        if (
            word in ("by", "to", "over", "from", "in", "at", "the", "and", "for", "of", "on", "if")
            or word[0].isdigit()
        ):
            if word == "the" and not kept:
                continue
            break
        kept.append(word.strip(".,;:"))
    return " ".join(kept) or None

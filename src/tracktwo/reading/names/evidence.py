"""Evidence: what the words around a capitalised run say about it: somebody who acts, or a party to talks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from tracktwo.reading.acts import load_nouns
from tracktwo.reading.names.words import load_words

_WORD = re.compile(r"\s*([A-Za-z]+(?:n't)?)")
_ASIDE = re.compile(r",\s+(?:[^,;.]|,(?=\d)){2,80},(?=\s)")
_BRACKET = re.compile(r"\s\([^()]{2,12}\)(?=[,\s])")
_BEGINS = re.compile(
    r"(?:^|[,;:—–(“\"]\s*|\b(?:and|but|while|that|after|because|said|whether|if|although|though|when|since|as|"
    r"which|whom|whereas|[A-Z][a-z]+day|yesterday|today|until|before|unless|then|nor|or|once|neither|both|"
    r"what|how|why|including|such as|namely|notably))\s*(?:[Tt]he\s+)?$"
)
_SOURCE = re.compile(r"(?:[Aa]ccording to|[,”\"]\s+(?:said|says|warned|added))\s+(?:the\s+)?$")
_AGENT = re.compile(
    r"\b([a-z]+)\s+by\s+(?:the\s+)?"
    r"(?:[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?){0,5}$"
)
# What may follow somebody who did or said something; a noun would make the name say whose it is.
_ENDS = re.compile(
    r"\s*$|\s*[,.;:)”\"]|\s+(?:on|in|at|to|for|as|during|after|before|and|or|nor|but|who|which|that|when|while|with|"
    r"from|over|last|this|since|under|against|earlier|until|because|yesterday|today|[A-Z]\w+day)\b"
)
_LEADING = frozenset({"led", "headed", "represented", "chaired", "signed", "backed"})
_ADDRESSED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|urg(?:ed|es|ing)|told|warn(?:ed|s))\s+(?:the\s+)?$"
)
_GOVERNED = re.compile(
    r"\b(?:governments?|delegations?|kingdom|republic|capital|people|premier|president|king|queen|parliament|"
    r"ambassador|city|province)\s+(?:of|from|in)\s+$|"
    r"\b(?:talks|treaty|border|war|peace|agreement|dispute|truce|deal)\s+(?:between|with)\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:[\w'’]+\s+){1,4}and\s+$")
_OWNS = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:government|minister|president|premier|parliament|army|capital|ambassador|"
    r"envoy|delegation|king|queen|navy|cabinet|troops|forces)\b"
)
_OFFERS = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:proposal|offer|demand|refusal|rejection|negotiators?|chief|leader)\b"
)
# "Minister of Agriculture and Environment, Norway, said": the last field of an office acts in no sentence.
_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Mm]inistry|[Dd]epartment)\s+(?:of|for)\s+[^.;:]{0,60}\band\s+$"
)
# A kind of somebody before a name, with up to two words that qualify it: "the northern rebel group ".
_KIND = re.compile(r"(?:(?:[A-Z]?[a-z]+(?:['’]s?|-[a-z]+)?|[A-Z]{2,})\s+){0,2}?[A-Z]?[a-z-]+\s+$")
_JOINED = re.compile(r"\s+(?:and|or|nor)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?(?=\s+[a-z])")


class Evidence(StrEnum):
    """``acts``: the subject of an act; ``party``: named as a state or a side of talks."""

    ACTS = "acts"
    PARTY = "party"


def evidence_for(sentence: str, start: int, end: int) -> list[Evidence]:
    """What the words around ``sentence[start:end]`` say of it; each sign once."""
    before, after = sentence[:start], sentence[end : end + 160]
    if _PORTFOLIO.search(before):
        return []
    plural = sentence[end - 1] == "s" and before[-4:].lower() == "the "
    found = []
    acts = (
        (_BEGINS.search(_without_kind(before)) and _acts(after, plural, _opened(before)))
        or _SOURCE.search(before)
        or _OFFERS.match(after)
    )
    if acts or _ADDRESSED.search(before) or (_ENDS.match(after) and _is_agent(before)):
        found.append(Evidence.ACTS)
    if _OWNS.match(after) or _GOVERNED.search(before) or _BETWEEN.search(before):
        found.append(Evidence.PARTY)
    return found


def _opened(before: str) -> bool:
    """Whether what ends here opens an aside that a comma will close: "several, including "."""
    return before.endswith((", ", ", the ", "including ", "including the ", "such as ", "such as the "))


def _is_agent(before: str) -> bool:
    """Whether the words before a name tell that something was done or said "by" it."""
    found = _AGENT.search(before)
    if found is None:
        return False
    word = found.group(1)
    return word in _LEADING or word in _forms()["passive"] or word in load_nouns().nouns


def _without_kind(before: str) -> str:
    """The words before a name without what says its kind ("The shipping company Norline": "The ")."""
    words = load_words()
    last = before.rstrip().rpartition(" ")[2].lower()
    if last not in words.kinds_before | words.kinds_alone:
        return before
    kind = _KIND.search(before)
    return before[: kind.start()] if kind else before


def _acts(after: str, plural: bool, apposed: bool) -> bool:
    """Whether an act follows, perhaps after an aside ("Elbonia, a neighbour, has rejected")."""
    bracket = _BRACKET.match(after)
    if bracket:
        after = after[bracket.end() :]
    aside = _ASIDE.match(after)
    if aside:
        after = after[aside.end() :]
    elif after[:2] == ", " and apposed:
        after = after[1:]
    joined = _JOINED.match(after)
    if joined:
        after = after[joined.end() :]
    at, helped, be = 0, False, False
    for _ in range(5):
        match = _WORD.match(after, at)
        if match is None:
            return False
        word = match.group(1).lower()
        if word in load_words().before_verbs or (word.endswith("ly") and len(word) > 4):
            helped = helped or word in load_words().helping_verbs
            be = word in ("is", "was")
            at = match.end()
            continue
        kind = "ing" if be else "base" if helped or plural else "finite"
        return _followed(_forms()[kind].get(word, ()), after[match.end() : match.end() + 60].lower())
    return False


def _followed(needed: Iterable[str], rest: str) -> bool:
    """Whether one of the words that a verb needs comes soon ("called": "for"); "" needs nothing."""
    return any(not more or re.match(rf"\s+(?:\w+\s+){{0,3}}?{re.escape(more)}\b", rest) for more in needed)


@cache
def _forms() -> dict[str, dict[str, list[str]]]:
    """Forms of act verbs: ``finite`` without a helping verb, ``base`` with one, ``ing``; each with the word
    that must follow somewhere ("called": "for").
    """
    from tracktwo.reading.acts import load_verbs

    every: dict[str, list[str]] = {}
    for form, frames in load_verbs().frames.items():
        for frame in frames:
            if frame.words[0] != "be" and not {"~", "..."} & set(frame.words):
                every.setdefault(form, []).append(frame.words[1] if len(frame.words) > 1 else "")
    lemmas = load_verbs().lemmas
    finite = {
        form: more for form, more in every.items() if form != lemmas.get(form) and not form.endswith("ing")
    }
    base = {form: more for form, more in every.items() if not form.endswith("ing")}
    ing = {form: more for form, more in every.items() if form.endswith("ing")}
    passive = {
        form: more
        for form, more in every.items()
        if "" in more and form != lemmas.get(form) and not form.endswith(("ing", "s"))
    }
    return {"finite": finite, "base": base, "ing": ing, "all": every, "passive": passive}

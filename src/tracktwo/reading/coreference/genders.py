"""Genders: whether a person is a "he" or a "she", where title, office or given name leave no doubt."""

from __future__ import annotations

import re
from functools import cache

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.datafiles import data_of

_OF_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_BEHIND = re.compile(r",| (?:of|for|in|at|from|with|to|on)\b")


def told_by_titles(text: str) -> dict[str, str]:
    """Surnames that a report writes with "Mr", "Mrs" or the like, in small letters; None of those with both.

    Parameters
    ----------
    text : str
        The stored text.

    Returns
    -------
    dict
        From a surname to "he" or "she".

    Examples
    --------
    >>> told_by_titles("Mr Lund met Ms Keller, Mr Berg and Mrs Berg.")
    {'lund': 'he', 'keller': 'she'}
    """
    found: dict[str, str] = {}
    both = set[str]()
    for title, name in _titled().findall(text):
        gender = _genders("titles")[title.lower()]
        surname = name.split()[-1].lower()
        if found.setdefault(surname, gender) != gender:
            both.add(surname)
    return {surname: gender for surname, gender in found.items() if surname not in both}


def cannot_be(pronoun: str, actor: ActorRef, titled: dict[str, str]) -> bool:
    """Whether a pronoun is of the other gender than somebody; unknown genders fit both.

    Parameters
    ----------
    pronoun : str
        In lower case.
    actor : ActorRef
        A person, by name or by office ("a spokeswoman").
    titled : dict
        What :func:`told_by_titles` found in the report.
    """
    wanted, known = _OF_PRONOUNS.get(pronoun), gender_of(actor, titled)
    return wanted is not None and known is not None and wanted != known


def gender_of(actor: ActorRef, titled: dict[str, str]) -> str | None:
    """``he``, ``she``, or None where nothing says."""
    words = (actor.name or "").split()
    given = _genders("given").get(words[0].lower()) if len(words) > 1 else None
    if given is None and words:
        given = titled.get(words[-1].lower()) or _genders("titles").get(words[0].lower())
    return given or _by_office(actor.role if actor.name else actor.text)


def _by_office(office: str | None) -> str | None:
    """By the head of the words: "spokeswoman for the king" is a spokeswoman."""
    words = _BEHIND.split(office.lower())[0].split() if office else []
    return _genders("titles").get(words[-1]) if words else None


@cache
def _genders(kind: str) -> dict[str, str]:
    lists = data_of("tracktwo.reading.coreference", "genders.toml")[kind]
    return {
        word.lower(): gender
        for gender, words in lists.items()
        for word in (words.split() if isinstance(words, str) else words)
    }


@cache
def _titled() -> re.Pattern[str]:
    """A title and the one to three names after it."""
    titles = "|".join(sorted(title.capitalize() for title in _genders("titles")))
    name = r"[A-Z][\w'’-]+"
    return re.compile(rf"\b({titles})\.? ({name}(?: {name}){{0,2}})")

"""What was proposed, named again by its own noun: "a common fund for fisheries", then "the fund"."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.mentions import is_pronoun
from tracktwo.record.linking.wordlists import phrases
from tracktwo.record.linking.words import bare, tidy
from tracktwo.vocabulary import Act

_MAKING = frozenset({Act.PROPOSE, Act.OFFER, Act.DEMAND})
_VERBS = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "should",
        "would",
        "could",
        "must",
        "may",
        "will",
    }
)
_CLAUSES = frozenset({"that", "to", "how", "what", "when", "where", "whether", "not"})


def thing_again(words: str, here: Iterable[Draft]) -> tuple[Draft, str] | None:
    """Return the one proposal of the same report that is of what the words name, and the reason, or None.

    Parameters
    ----------
    words : str
        As written ("the fund", "this common fund").
    here : iterable of Draft
        The proposals that the report has told of before.

    Notes
    -----
    The words point back, end in the same noun, and say nothing more of it than the proposal did. Where two
    proposals are of such a thing, which of them is meant is not known.
    """
    if is_pronoun(words) or tidy(words).split(" ")[0].lower() not in phrases("pointing"):
        return None
    name, tail = _parts(words)
    if not name:
        return None
    found = {id(draft): (draft, made) for draft in here for made in _made(draft) if _is(made, name, tail)}
    if len(found) != 1:
        return None
    draft, made = next(iter(found.values()))
    return draft, f"“{bare(words)}” is what was proposed: “{tidy(made)}”"


def _made(draft: Draft) -> Iterable[str]:
    return (claim.object for claim in draft.claims if claim.act in _MAKING and claim.object)


def _is(made: str, name: list[str], tail: str) -> bool:
    first = tidy(made).split(" ")[0].lower()
    if first in _CLAUSES or (first.endswith("ing") and first not in phrases("creating")):
        return False  # "raising the levy" is no levy
    thing, rest = _parts(made)
    if rest.split(" ")[0] in _VERBS:
        return False  # "(that) the levy be raised"
    return bool(thing) and thing[-1] == name[-1] and set(name) <= set(thing) and tail in made.lower()


def _parts(text: str) -> tuple[list[str], str]:
    """The words of the noun phrase a text begins with, in small letters, and what follows it."""
    words = bare(text).lower().split(" ")
    if words[0] in phrases("creating"):
        words = bare(" ".join(words[1:])).split(" ")
    ends = (at for at, word in enumerate(words) if word.strip(",;:()") in phrases("matter_ends"))
    end = next(ends, len(words))
    return [word.strip(",;:()“”\"'") for word in words[:end]], " ".join(words[end:])

"""Words that point back to a proposal: "the initiative", "this broader proposal", "it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracktwo.reading.coreference.past import heads_of
from tracktwo.reading.names.lexicon import Sort
from tracktwo.record.linking.described import described
from tracktwo.record.linking.drafts import OUTLINE, Draft, noun_of
from tracktwo.record.linking.names import names_in
from tracktwo.record.linking.wordlists import mentions, phrases
from tracktwo.record.linking.words import bare, has_words, surname, tidy
from tracktwo.vocabulary import Stage

# A noun that comes later than this many words is not what the words point at.
_HEAD = 5
# An adjective is known by so many letters of the name it is made of.
_ROOT = 4
# Proposals of earlier reports that words are still compared with, newest first.
MEMORY = 200
_POSSESSOR = re.compile(r"^(?:[Tt]he\s+)?(?:[A-Z][\w-]+\s)*([A-Z][\w-]+)[’']s?\s")
_OWNER = re.compile(r"([\w-]+)(?:[’']s|s[’'])\s")


def is_pronoun(words: str | None) -> bool:
    """Whether the text is a bare pronoun."""
    return bool(words) and tidy(words or "").lower() in phrases("pronouns")


def is_effort(words: str | None) -> bool:
    """Whether the text names a strand of talks rather than a package ("the first effort")."""
    return bool(words) and noun_of(words) is None and mentions(words, "efforts")


def is_talks(words: str | None) -> bool:
    """Whether the text names the talks themselves ("the negotiations")."""
    return bool(words) and noun_of(words) is None and mentions(words, "talks")


def points_back(words: str | None) -> bool:
    """Whether the text can point back to a proposal already mentioned."""
    if not words:
        return False
    if is_pronoun(words):
        return True
    if OUTLINE.match(words):
        return False
    noun = noun_of(words)
    if noun is None or len(words[: words.lower().find(noun)].split()) > _HEAD:
        return False
    first = tidy(words).split(" ")[0]
    if first.lower() in phrases("indefinite"):
        return False
    named = "’" in first or "'" in first or (first[:1].isupper() and len(words.split()) < _HEAD)
    return named or first.lower() in phrases("pointing")


def antecedent(
    words: str, focus: Draft | None, here: Sequence[Draft], elsewhere: Sequence[Draft]
) -> tuple[Draft, str] | None:
    """Return the proposal that words point back to, and the reason, or None.

    Parameters
    ----------
    words : str
        As written ("the initiative").
    focus : Draft or None
        The proposal mentioned last in the same report.
    here, elsewhere : sequence of Draft
        Those of the same report, and those of reports read before, each in order of mention.

    Notes
    -----
    In this order: the name of who proposed it; the same words used before; a noun of its own kind; the
    nearest one mentioned before; the only one reported so far. A name that fits nobody's proposal joins
    nothing.
    """
    if is_pronoun(words):
        return (focus, f"“{words}” follows next on it") if focus else None
    noun = noun_of(words)
    if noun is None:
        return None
    known = [*reversed(here), *reversed(elsewhere[-MEMORY:])]
    named = _named(words, known)
    if named is not None:
        return named or None
    owner = _owner(words, noun)
    if owner is not None:
        return _owned(words, owner, known)
    by_matter = described(words, known)
    if by_matter is not None:
        return by_matter
    same = next((d for d in known if bare(words).lower() in d.called), None)
    if same is not None and (focus is None or same is focus or len(bare(words).split()) > 1):
        return same, f"the same words, “{bare(words)}”, are used for it"
    if noun in phrases("own_kind"):
        kind = [d for d in known if d.noun == noun or any(noun_of(a) == noun for a in d.aliases)]
        if kind:
            return kind[0], f"the nearest {noun} mentioned before “{words}”"
    if focus is not None:
        return focus, f"the nearest proposal mentioned before “{words}”"
    real = [d for d in elsewhere if d.stage is not Stage.OUTLINED]
    settled = noun in phrases("agreements")
    if len(real) == 1 and (not settled or _may_be_agreed(real[0])):
        return real[0], f"the only proposal reported so far that “{words}” can mean"
    return None


def _may_be_agreed(draft: Draft) -> bool:
    """Whether "the agreement" of a later report can be this: one of that kind, told with terms, or agreed."""
    return (
        draft.noun in phrases("agreements")
        or bool(draft.terms)
        or draft.stage not in (Stage.SUGGESTED, Stage.TABLED)
    )


def _owner(words: str, noun: str) -> str | None:
    """Return the common noun that owns what is meant ("the mediator's proposal"), in lower case."""
    before = words[: words.lower().find(noun)]
    found = _OWNER.search(before)
    return found[1].lower() if found and found[1].islower() else None


def _owned(words: str, owner: str, known: Sequence[Draft]) -> tuple[Draft, str] | None:
    """Match by the office or kind of the proposer; somebody else's proposal is not what is meant."""
    for draft in known:
        maker = draft.claims[0]
        offices = f"{maker.role or ''} {maker.actor_text or ''}".lower().split()
        names = {word for name in (draft.by, draft.party) if name for word in name.lower().split()}
        kinds = {word for name in (draft.by, draft.party) if name for word in heads_of(name)}
        if owner in kinds or owner in set(offices) - names:
            return draft, f"“{words}” names the {owner}, who proposed it"
    return None


def _named(words: str, known: Sequence[Draft]) -> tuple[Draft, str] | tuple[()] | None:
    """Match by a proposer's name: draft and reason, () if the name fits nobody, None without a name."""
    for draft in known:
        if draft.by and (has_words(words, draft.by) or has_words(words, surname(draft.by))):
            return draft, f"“{words}” names {draft.by}, who proposed it"
    for draft in known:
        if draft.by and _adjective(words, draft.by):
            return draft, f"“{words}” names {draft.by}, who proposed it"
    owners = [
        f for f in names_in(words) if f.sort in (Sort.DEMONYM, Sort.STATE, Sort.GROUP, Sort.ORGANISATION)
    ]
    owners = [f for f in owners if f.before not in ("in", "for", "on", "to", "with", "of")]
    for found in owners:
        for draft in known:
            if found.party is not None and found.party in (draft.by, draft.party):
                return draft, f"“{words}” names {found.party}, who proposed it"
    return () if owners or _somebodys(words) else None


def _somebodys(words: str) -> bool:
    """Whether a name that no list has owns what is meant: "Norline's compromise", not "Monday's offer"."""
    found = _POSSESSOR.search(words)
    return found is not None and found[1].lower() not in phrases("not_places")


def _adjective(words: str, name: str) -> bool:
    """Whether an adjective made of a name of one word stands in the words ("the Norlandic proposal")."""
    root = name[:-1] if name[-1:] in "aeiou" else name
    if " " in name or len(root) < _ROOT:
        return False
    return (
        re.search(rf"(?<!\w){re.escape(root)}[aeiou]?(?:n|an|ian|ic|ish|ese|i|er)(?!\w)", words) is not None
    )

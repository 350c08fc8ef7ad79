"""A proposal named by what it is about: "the release plan", "the 60-day ceasefire", "the rent freeze"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracktwo.record.linking.drafts import Draft, noun_of
from tracktwo.record.linking.wordlists import phrases
from tracktwo.record.linking.words import bare, stems, tidy
from tracktwo.vocabulary import Claim

# Words about a matter that name no proposal need so many of them ("the land tax").
_ENOUGH = 2
_LONGEST = 6
# What holds more words than these holds some of any mention's by chance.
_SHORT = 14
# A noun with a capital belongs to the name of something agreed long ago ("the Lima Accords").
_NAME = re.compile(r"\b(?:Accords?|Agreements?|Roadmap|Framework|Plan|Initiative|Protocol|Package|Mandate)\b")
_TAIL = re.compile(r"\s(?:of|on|in|for|to|by|from|with|at)\s")
_OWNED = re.compile(r"^[\w-]+(?:[’']s|s[’'])\s", re.IGNORECASE)


def described(words: str, known: Iterable[Draft]) -> tuple[Draft, str] | None:
    """Return the one proposal whose own words hold all that the words say of it, and the reason, or None.

    Parameters
    ----------
    words : str
        As written ("the night shift plan").
    known : iterable of Draft
        Proposals told of so far, of this and of earlier reports.

    Notes
    -----
    What the words say is compared by stems ("the rent freeze" is "freezing rents for two years"); nouns such
    as "plan" and adjectives such as "new" say nothing. Where two proposals hold the words, which of them is
    meant is not known.
    """
    first = tidy(words).split(" ")[0].lower()
    if tidy(words).lower() in phrases("pronouns") or len(words.split()) > _LONGEST:
        return None
    if first not in phrases("pointing") and not _OWNED.match(words):
        return None
    said, noun = matter_of(words), noun_of(words)
    if not said or _NAME.search(words):
        return None
    if noun is None and (len(said) < _ENOUGH or _TAIL.search(words)):
        return None
    found = [draft for draft in known if len(draft.matter) <= _SHORT and said <= draft.matter]
    if len(found) != 1:
        return None
    return found[0], f"“{bare(words)}” says what is in it: {', '.join(sorted(said))}"


def named_again(mine: Iterable[Draft], claim: Claim) -> tuple[Draft, str] | None:
    """Return the proposal that "X's proposal for Y" names: the one of X's that shares words with Y."""
    said = matter_of(claim.object or "") if claim.method.endswith(":nominal-act") else frozenset()
    found = [draft for draft in mine if said & draft.matter]
    if len(found) != 1:
        return None
    return found[
        0
    ], f"{claim.actor}’s proposal, with the same words: {', '.join(sorted(said & found[0].matter))}"


def told_in_title(mine: Iterable[Draft], claim: Claim) -> tuple[Draft, str] | None:
    """Return the proposal of the same author that the report's title told of, where this says what it is.

    A title is a line without a full stop; it and the text share words of the matter.
    """
    said = matter_of(claim.object or "")
    found = [
        draft
        for draft in mine
        if draft.report == claim.report
        and not draft.claims[0].quote.rstrip().endswith((".", "!", "?", "”", '"'))
        and claim.quote.rstrip().endswith((".", "!", "?", "”", '"'))
        and draft.claims[0].start < claim.start
        and len(draft.claims) == 1
        and said & (draft.matter - stems(" ".join(phrases("proposal_nouns"))))
    ]
    return (found[0], "the report's title tells of it in short") if len(found) == 1 else None


def matter_of(words: str) -> frozenset[str]:
    """Return the stems of what words say, without what any proposal is called."""
    return stems(bare(words)) - stems(" ".join((*phrases("proposal_nouns"), *phrases("says_nothing"))))

"""voice_of: who is speaking about whom."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import Draft
from tracktwo.vocabulary import Act, Voice

OWN = frozenset(
    {
        Act.PROPOSE,
        Act.SUPPORT,
        Act.OPPOSE,
        Act.ACCEPT,
        Act.REJECT,
        Act.WITHDRAW,
        Act.DEMAND,
        Act.OFFER,
        Act.CONDITION,
        Act.RULE_OUT,
        Act.PREFER,
        Act.CONCEDE,
        Act.PLEDGE,
        Act.URGE,
        Act.CRITICISE,
        Act.THREATEN,
        Act.WARN,
        Act.STATE,
        Act.EXPECT,
        Act.VOTE_FOR,
        Act.VOTE_AGAINST,
        Act.AGREE,
    }
)
# Verbs by which a reporter tells what somebody works for, rather than what they say.
_TOLD = frozenset(
    {
        "push",
        "pushing",
        "press",
        "pressing",
        "pushed",
        "pressed",
        "lobbying",
        "seek",
        "sought",
        "seeking",
        "pressure",
    }
)


def voice_of(draft: Draft, about: str | None) -> Voice:
    """Whose word a draft is.

    Parameters
    ----------
    draft : Draft
        With its attribution.
    about : str or None
        The party that what is said is about, if it is named ("Peru's demands have not shifted": Peru).

    Returns
    -------
    Voice
        ``own`` for what an actor says or takes a stand on; ``other_side`` where the source belongs to
        another party than the one it speaks about; ``third_party`` for unnamed others and where it is not
        told whose side somebody is on; else ``reporter``.
    """
    actor = draft.actor
    if draft.attribution:
        source = draft.attribution[0]
        mine = actor.party or actor.name if actor else None
        if source.party is None and source.unnamed:
            return Voice.THIRD_PARTY
        if mine is None or mine in (source.party, source.name) or (actor and actor.name == source.name):
            return Voice.OWN
        if actor is None or actor.party is None or source.party is None:
            return Voice.THIRD_PARTY  # whose side either is on is not told
        return Voice.OTHER_SIDE
    if actor is None or actor.kind == "thing" or draft.act not in OWN or draft.word in _TOLD:
        return Voice.REPORTER
    if actor.unnamed and not actor.party and actor.kind != "collective":
        return Voice.THIRD_PARTY if draft.act in (Act.STATE, Act.EXPECT) else Voice.OWN
    if actor.kind == "collective":
        return Voice.REPORTER
    if (
        draft.act in (Act.STATE, Act.EXPECT)
        and about is not None
        and about != (actor.party or actor.name)
        and actor.party
    ):
        return Voice.OTHER_SIDE
    if draft.rule in ("stance-must-not", "required-approval"):
        return Voice.REPORTER
    return Voice.OWN

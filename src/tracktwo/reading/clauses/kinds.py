"""Kinds of acts the clause rules tell apart."""

from __future__ import annotations

from tracktwo.vocabulary import Act

SPEECH = frozenset({Act.STATE, Act.EXPECT})


# What unnamed people without a party describe or call something is the reporter's colour, not a claim.
EVALUATIVE = frozenset({"describe", "comment", "observe"})


AGAINST = frozenset({Act.OPPOSE, Act.REJECT, Act.CRITICISE, Act.VOTE_AGAINST, Act.RULE_OUT})


FOR = frozenset({Act.SUPPORT, Act.ACCEPT, Act.AGREE, Act.VOTE_FOR, Act.PREFER})


# Deeds away from the table: their verbs are everyday words in a report of talks.
DEEDS = frozenset({Act.USE_FORCE, Act.SANCTION, Act.IMPLEMENT, Act.MANDATE})

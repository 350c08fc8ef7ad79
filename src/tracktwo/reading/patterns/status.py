"""Where talks stand, told without an actor's verb: open issues, required approval, topics, red lines,
durations.
"""

from __future__ import annotations

from tracktwo.reading.clauses.draft import Draft
from tracktwo.reading.clauses.words import Words
from tracktwo.reading.coreference import Context
from tracktwo.reading.patterns.approval import approval
from tracktwo.reading.patterns.deadlines import time_set
from tracktwo.reading.patterns.issues import issues_remain, obstacle
from tracktwo.reading.patterns.lines import said_if, said_red_lines, stance
from tracktwo.reading.patterns.schedule import deadline, expected_duration, scheduled, talks_indicate, topic
from tracktwo.reading.patterns.verdicts import verdicts


def status(words: Words, context: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts of all status patterns of one sentence."""
    return (
        issues_remain(words)
        + obstacle(words)
        + approval(words, context)
        + topic(words, context, drafts)
        + stance(words)
        + said_red_lines(words, drafts)
        + said_if(words, drafts)
        + verdicts(words, drafts)
        + expected_duration(words, context)
        + talks_indicate(words)
        + scheduled(words)
        + deadline(words)
        + time_set(words, context)
    )

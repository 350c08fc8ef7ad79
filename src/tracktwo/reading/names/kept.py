"""Kept: who was found in the sentences read last, for the passes over the same reports that follow."""

from __future__ import annotations

from tracktwo.reading.names.mention import Mention
from tracktwo.reading.names.recognise import named_in
from tracktwo.reading.names.roster import Roster
from tracktwo.reading.names.tokens import tokenise

_MOST = 1 << 19  # characters of sentences; with who is named in them about ten MiB


class _Kept(dict[str, tuple[Mention, ...]]):
    """What was found with one roster, sentence by sentence, as long as there is room.

    ``unlearned`` is what the pass before found with the gazetteer alone: it holds for every sentence where
    no learned name stands, which most are, and moves here when it is asked for again.
    """

    __slots__ = ("room", "roster", "unlearned")

    def __init__(self, roster: Roster, unlearned: dict[str, tuple[Mention, ...]]) -> None:
        super().__init__()
        self.roster = roster
        self.unlearned = unlearned
        self.room = _MOST - sum(map(len, unlearned))

    def __missing__(self, text: str) -> tuple[Mention, ...]:
        found = self.found(text)
        if self.room >= len(text):
            self.room -= len(text)
            self[text] = found
        return found

    def found(self, text: str) -> tuple[Mention, ...]:
        """What is found in a sentence that is not kept."""
        tokens = tokenise(text)
        found = self.unlearned.pop(text, None)
        self.room += len(text) if found is not None else 0
        guarded = self.roster.guarded.keys()
        if found is None or self.roster.lexicon.any_in(tokens) or not guarded.isdisjoint(tokens.lower):
            found = named_in(tokens, self.roster)
        return found


_latest: list[_Kept] = []  # one at most: a roster that nobody reads with any more is not held here


def recognised(text: str, roster: Roster) -> tuple[Mention, ...]:
    """What :func:`~tracktwo.reading.names.recognise` finds, kept for the passes that follow."""
    return _kept_with(roster)[text]


def recognised_last(text: str, roster: Roster) -> tuple[Mention, ...]:
    """The same, for the pass that nothing follows: what was kept is let go."""
    kept = _kept_with(roster)
    found = kept.pop(text, None)
    return kept.found(text) if found is None else found


def _kept_with(roster: Roster) -> _Kept:
    kept = _latest[0] if _latest else None
    if kept is None or kept.roster is not roster:
        kept = _Kept(roster, _unlearned(kept, roster))
        _latest[:] = (kept,)
    return kept


def _unlearned(before: _Kept | None, roster: Roster) -> dict[str, tuple[Mention, ...]]:
    """What was found with the gazetteer of a roster, by one that had learned nothing."""
    if before is None or len(before.roster.lexicon):
        return {}
    alike = before.roster.gazetteer is roster.gazetteer and before.roster.words is roster.words
    return before if alike else {}

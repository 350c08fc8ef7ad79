"""mask: names and lists of actors become single words, with the way back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracktwo.reading.masking.drafts import Draft, Drafting
from tracktwo.reading.masking.masked import ActorGroup, Masked, Piece
from tracktwo.reading.masking.relations import BEHALF, JOINED, OPPOSED, SUPPORTED, load_relations
from tracktwo.reading.masking.words import word_for
from tracktwo.reading.names.mention import Mention

# An apostrophe-s whose apostrophe was lost ("Japan s proposal").
_LOST = re.compile(r" s\b")
# The number of a note after a word or a stop, as encyclopaedias put it.
_NOTE = re.compile(r"(?<=[\w.,;:)”\"'’\]])\[(?:\d{1,3}|[a-z]|citation needed)\]")
# "All states except Norway supported it": Norway did not.
_EXCEPTED = re.compile(
    r"\b(?:except(?:\s+for)?|other\s+than|apart\s+from|excluding|with\s+the\s+exception\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:to|by|from|with|of|for|between|against|in|on|as)\s+$", re.IGNORECASE)


class _Builder:
    """Masked text and pieces as they grow."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.out: list[str] = []
        self.length = 0
        self.at = 0

    def keep_to(self, end: int) -> None:
        """Copy the sentence up to ``end``, without the numbers of notes ("was signed.[2]")."""
        if "[" in self.text:
            for note in _NOTE.finditer(self.text, self.at, end):
                self._put(self.text[self.at : note.start()], note.start(), kept=True)
                self._put("", note.end(), kept=False)
        self._put(self.text[self.at : end], end, kept=True)

    def replace_to(self, end: int, word: str) -> None:
        """Put ``word`` (empty: nothing) in place of the sentence up to ``end``."""
        self._put(word, end, kept=word == self.text[self.at : end])

    def _put(self, word: str, end: int, *, kept: bool) -> None:
        if end <= self.at:
            return
        self.pieces.append(Piece(self.length, self.length + len(word), self.at, end, kept))
        self.out.append(word)
        self.length += len(word)
        self.at = end


def mask(sentence_text: str, mentions: Sequence[Mention]) -> Masked:
    """Replace multi-word names, and lists of actors with their relations, by single words.

    Parameters
    ----------
    sentence_text : str
        One sentence.
    mentions : sequence of Mention
        As ``recognise`` gives them for this sentence: in order, not overlapping.

    Returns
    -------
    Masked
        The masked text, its pieces and the actors behind every word that stands for some.
    """
    relations = load_relations()
    builder = _Builder(sentence_text)
    groups: list[ActorGroup] = []
    for draft in Drafting(sentence_text, mentions, relations).drafts():
        word = word_for(draft, sentence_text, relations)
        start, end = draft.start, draft.end
        if _plain(draft) and word == draft.speakers[0].text:
            # Words that stay keep their article as well.
            start = draft.speakers[0].start
        builder.keep_to(start)
        masked_start = builder.length
        builder.replace_to(end, word)
        if draft.speakers and draft.speakers[-1].possessive and _LOST.match(sentence_text, end):
            builder.replace_to(end + 2, "'s")
        group = _group(draft, start, masked_start, masked_start + len(word))
        excepted = _EXCEPTED.search(sentence_text, max(0, draft.start - 30), draft.start)
        owner = bool(draft.speakers) and (draft.speakers[-1].possessive or draft.speakers[-1].modifier)
        groups.append(replace(group, speakers=()) if excepted and not owner else group)
        if draft.closed > end and not _PREPOSITION.search(sentence_text, max(0, start - 9), start):
            builder.replace_to(draft.closed, "")
    builder.keep_to(len(sentence_text))
    return Masked(sentence_text, "".join(builder.out), tuple(builder.pieces), tuple(groups))


def _plain(draft: Draft) -> bool:
    """Whether a group is one mention with nothing tied or apposed to it."""
    if draft.ties or draft.collective is not None or len(draft.speakers) != 1:
        return False
    return draft.speakers[0].appositive is None and draft.pronoun is None


def _group(draft: Draft, start: int, masked_start: int, masked_end: int) -> ActorGroup:
    alone = draft.collective is not None and not draft.speakers
    return ActorGroup(
        start,
        draft.end,
        masked_start,
        masked_end,
        (draft.collective,) if alone and draft.collective is not None else tuple(draft.speakers),
        tuple(draft.ties.get(BEHALF, ())),
        tuple(draft.ties.get(SUPPORTED, ())),
        tuple(draft.ties.get(OPPOSED, ())),
        tuple(draft.ties.get(JOINED, ())),
        None if alone else draft.collective,
        draft.others,
        draft.pronoun,
    )

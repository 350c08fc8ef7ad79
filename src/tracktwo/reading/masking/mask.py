"""mask: names and lists of actors become single words, with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from tracktwo.reading.masking.masked import ActorGroup, Masked, Piece
from tracktwo.reading.names.mention import Kind, Mention


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
    pieces: list[Piece] = []
    groups: list[ActorGroup] = []
    out: list[str] = []
    at = length = 0

    def put(text: str, start: int, end: int, kept: bool) -> None:
        nonlocal length
        if start < end:
            pieces.append(Piece(length, length + len(text), start, end, kept))
            out.append(text)
            length += len(text)

    for mention in mentions:
        put(sentence_text[at : mention.start], at, mention.start, True)
        word = _word(mention)
        before = length
        put(word, mention.start, mention.end, word == mention.text)
        groups.append(ActorGroup(mention.start, mention.end, before, length, speakers=(mention,)))
        at = mention.end
    put(sentence_text[at:], at, len(sentence_text), True)
    return Masked(sentence_text, "".join(out), tuple(pieces), tuple(groups))


def _word(mention: Mention) -> str:
    if " " not in mention.text and mention.text.isalpha():
        return mention.text
    last = mention.text.split()[-1]
    if mention.kind in (Kind.BODY, Kind.UNNAMED, Kind.ROLE, Kind.GENERIC, Kind.COLLECTIVE):
        return last
    return last.title() if last.isalpha() else "Canada"

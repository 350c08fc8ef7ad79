"""Where the words of claims stand in a stretch of text, as pieces to be shown."""

from __future__ import annotations

from collections.abc import Iterable

from tracktwo.vocabulary import Claim

# (words, what they are: "act", "actor" or "" for neither)
Piece = tuple[str, str]


def pieces(text: str, start: int, claims: Iterable[Claim]) -> tuple[Piece, ...]:
    """Return ``text`` in pieces, with the acts and actors of ``claims`` told apart.

    Parameters
    ----------
    text : str
    start : int
        Where it begins in the stored text, in code points.
    claims : iterable of Claim
        Words of theirs outside the text are left out; where words overlap, acts come first.
    """
    kinds = [""] * len(text)
    held = tuple(claims)
    for kind, spans in (
        ("actor", [(c.actor_start, c.actor_end) for c in held]),
        ("act", [(c.predicate_start, c.predicate_end) for c in held]),
    ):
        for first, last in spans:
            if first is not None and last is not None:
                for at in range(max(first - start, 0), min(last - start, len(text))):
                    kinds[at] = kind
    found: list[Piece] = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or kinds[at] != kinds[begin]:
            found.append((text[begin:at], kinds[begin]))
            begin = at
    return tuple(found)

"""Masked: a sentence with names replaced by single words, and the way back to the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracktwo.reading.names.mention import Mention


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """The actors behind one masked word, and how they stand to one another.

    ``speakers`` act ("A, B and C said"); ``on_behalf_of`` are spoken for; ``supported_by``, ``opposed_by``
    and ``joined_by`` stand in the same phrase ("The EU, supported by NORWAY and opposed by X,").
    ``collective`` is the set named with examples ("a number of countries, including A and B": speakers A
    and B, ``others_unnamed``). ``pronoun`` is the word a fronted relation belongs to ("Supported by A, he
    proposed"). ``start`` to ``end`` are offsets in the sentence, ``masked_start`` to ``masked_end`` in the
    masked text.
    """

    start: int
    end: int
    masked_start: int
    masked_end: int
    speakers: tuple[Mention, ...] = ()
    on_behalf_of: tuple[Mention, ...] = ()
    supported_by: tuple[Mention, ...] = ()
    opposed_by: tuple[Mention, ...] = ()
    joined_by: tuple[Mention, ...] = ()
    collective: Mention | None = None
    others_unnamed: bool = False
    pronoun: str | None = None

    @property
    def collective_text(self) -> str | None:
        """The words of the set, or None."""
        return self.collective.text if self.collective else None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everybody in the group, in text order."""
        own = (self.collective,) if self.collective else ()
        everybody = (
            own + self.speakers + self.on_behalf_of + self.supported_by + self.opposed_by + self.joined_by
        )
        return tuple(sorted(everybody, key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of masked text and the stretch of the sentence it stands for.

    ``kept`` pieces are equal letter by letter; the others were replaced (or dropped: empty in the mask).
    """

    masked_start: int
    masked_end: int
    start: int
    end: int
    kept: bool


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked sentence.

    ``pieces`` cover both texts in order; ``groups`` hold every mention, masked or not, in text order.
    """

    original: str
    text: str
    pieces: tuple[Piece, ...]
    groups: tuple[ActorGroup, ...]
    _piece_starts: list[int] = field(init=False, repr=False, compare=False)
    _group_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_piece_starts", [piece.masked_start for piece in self.pieces])
        object.__setattr__(self, "_group_starts", [group.masked_start for group in self.groups])

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the sentence of ``text[start:end]``.

        A stretch that touches a replaced word gives the whole of what was replaced. Dropped words at
        either edge are left out, dropped words inside are within the stretch.

        Parameters
        ----------
        start, end : int
            Code points in the masked text, ``0 <= start <= end <= len(text)``.

        Returns
        -------
        tuple of int
            Code points in the original sentence, half open.

        Raises
        ------
        ValueError
            If the offsets lie outside the masked text or are in the wrong order.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"offsets {start}:{end} outside masked text of length {len(self.text)}")
        if not self.pieces:
            return (start, end)
        left = self._piece(start)
        first = left.start + (start - left.masked_start) if left.kept else left.start
        if start == end:
            return (first, first)
        right = self._piece(end - 1)
        last = right.start + (end - right.masked_start) if right.kept else right.end
        return (first, last)

    def located(self, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, ActorGroup | None]]:
        """What :meth:`to_original` and :meth:`group_at` say of words from left to right, in one walk.

        Parameters
        ----------
        stretches : iterable of tuple of int
            Not empty, in order, within the masked text.
        """
        pieces = [piece for piece in self.pieces if piece.masked_end > piece.masked_start]
        ahead = [*(group.masked_start for group in self.groups), len(self.text)]
        left = past = 0
        for start, end in stretches:
            while left + 1 < len(pieces) and pieces[left + 1].masked_start <= start:
                left += 1
            while ahead[past] <= start and past < len(self.groups):
                past += 1
            group = self.groups[past - 1] if past and start < self.groups[past - 1].masked_end else None
            piece = right = pieces[left]
            if end > piece.masked_end:
                right = self._piece(end - 1)
            first = piece.start + (start - piece.masked_start) if piece.kept else piece.start
            last = right.start + (end - right.masked_start) if right.kept else right.end
            yield first, last, group

    def to_masked(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the masked text that cover ``original[start:end]``; empty where all was dropped.

        Raises
        ------
        ValueError
            If the offsets lie outside the sentence or are in the wrong order.
        """
        if not 0 <= start <= end <= len(self.original):
            raise ValueError(f"offsets {start}:{end} outside sentence of length {len(self.original)}")
        first = last = None
        for piece in self.pieces:
            if piece.end <= start or piece.start >= end:
                continue
            low = piece.masked_start + max(0, start - piece.start) if piece.kept else piece.masked_start
            high = piece.masked_start + min(piece.end, end) - piece.start if piece.kept else piece.masked_end
            first = low if first is None else first
            last = high
        if first is None or last is None:
            at = next((p.masked_start for p in self.pieces if p.end > start), len(self.text))
            return (at, at)
        return (first, last)

    def group_at(self, offset: int) -> ActorGroup | None:
        """The group whose masked word covers this offset of the masked text, or None."""
        at = bisect_right(self._group_starts, offset) - 1
        if at >= 0 and offset < self.groups[at].masked_end:
            return self.groups[at]
        return None

    def _piece(self, offset: int) -> Piece:
        """The non-empty piece of the masked text that holds an offset (the last one at the very end)."""
        at = bisect_right(self._piece_starts, offset) - 1
        while at > 0 and self.pieces[at].masked_start == self.pieces[at].masked_end:
            at -= 1
        return self.pieces[max(at, 0)]

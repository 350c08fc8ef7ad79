"""Words: a parsed masked sentence as plain lists, each word with its place in the stored text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from tracktwo.reading.clauses.draft import Span
from tracktwo.reading.masking import ActorGroup, Masked
from tracktwo.reading.names import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Word(NamedTuple):
    """One word of the masked sentence; ``start`` and ``end`` count in the stored text."""

    i: int
    text: str
    low: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    group: ActorGroup | None = None

    @property
    def punct(self) -> bool:
        """Whether it is a mark, not a word."""
        return _is_mark(self.text)


@lru_cache(maxsize=8192)
def _is_mark(text: str) -> bool:
    return not any(sign.isalnum() for sign in text)


class _Sparse(dict[int, str]):
    """Words by their place; any other place holds an empty one."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of words; ``start`` and ``end`` are the sentence's own offsets in the stored text.

    ``armed`` says whether its report tells of fighting, where "cleared the town" is no figure of speech.
    ``plenary`` says whether it is one of a standing meeting, where "delegates" are nobody in particular.
    ``low`` and ``tag`` give the lower-case word and the tag at a place, empty outside the sentence. The rules
    ask them a hundred times a word, so they are look-ups and no functions of ours. ``lows`` are all
    lower-case words: most rules wait for one that is not there.
    """

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...] = field(default=())
    armed: bool = False
    plenary: bool = False
    low: Callable[[int], str] = field(init=False, repr=False, compare=False)
    tag: Callable[[int], str] = field(init=False, repr=False, compare=False)
    lows: Set[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        low = _Sparse(enumerate([word.low for word in self.words]))
        tag = _Sparse(enumerate([word.tag for word in self.words]))
        object.__setattr__(self, "low", low.__getitem__)
        object.__setattr__(self, "tag", tag.__getitem__)
        object.__setattr__(self, "lows", frozenset(low.values()))

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, at: int) -> Word:
        return self.words[at]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def child(self, at: int, *deps: str) -> int | None:
        """The first dependent of ``at`` with one of the relations, or None."""
        return next((c for c in self.children[at] if self.words[c].dep in deps), None)

    def places(self, wanted: Set[str], first: int = 0) -> Sequence[int]:
        """Where lower-case words of a set stand, from word ``first`` on."""
        if wanted.isdisjoint(self.lows):  # so asked, long lists of wanted words are not walked through
            return ()
        return [word.i for word in self.words[first:] if word.low in wanted]

    def speakers(self, at: int) -> tuple[Mention, ...]:
        """The names the word at ``at`` stands for as speakers, empty where it is no name."""
        group = self.words[at].group if 0 <= at < len(self.words) else None
        return group.speakers if group is not None else ()

    def span(self, first: int, last: int) -> Span | None:
        """Stored-text span of words ``first`` to ``last`` (half open) without marks at its edges."""
        first, last = max(first, 0), min(last, len(self.words))
        while first < last and self.words[first].punct and self.words[first].text not in OPENING:
            first += 1
        while last > first and self._loose(last - 1):
            last -= 1
        if first >= last:
            return None
        return (self.words[first].start, self.words[last - 1].end)

    def _loose(self, at: int) -> bool:
        """Whether a word ends nothing: a mark, or an "and" whose second half another act took."""
        word = self.words[at]
        return (word.punct and word.text not in CLOSING) or (word.tag == "CC" and word.low in _JOINS)

    def at_offset(self, offset: int) -> int:
        """The index of the first word that ends after ``offset`` (len(self) if none)."""
        return bisect_right(self.words, offset, key=_end)


OPENING = frozenset("“\"'‘($€£[")
_JOINS = ("and", "or", "but")
CLOSING = frozenset('”"’)%]')


_end = attrgetter("end")
_word = partial(tuple.__new__, Word)  # a tenth of reading was spent in the constructor
_MOST_SPELLINGS = 1 << 15


class _Spellings(dict[int, str]):
    """What a vocabulary's numbers stand for, without asking it again."""

    def __init__(self, strings: Any) -> None:
        self.strings = strings

    def __missing__(self, number: int) -> str:
        if len(self) > _MOST_SPELLINGS:
            self.clear()
        found: str = self.strings[number]
        self[number] = found
        return found


@lru_cache(maxsize=1)  # two would keep a vocabulary that was let go
def _spellings(strings: Any) -> _Spellings:
    return _Spellings(strings)


_HALF = 1 << 63  # spaCy gives the step to a head as an unsigned number


def words_of(
    doc: Doc,
    masked: Masked,
    text: str,
    start: int,
    end: int,
    *,
    armed: bool = False,
    plenary: bool = False,
) -> Words:
    """Build the words of one sentence.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        The parse of ``masked.text``.
    masked : Masked
        The masked sentence.
    text : str
        The stored text.
    start, end : int
        Where the sentence stands in it.
    armed : bool
        Whether the report tells of fighting.
    plenary : bool
        Whether it is one of a standing meeting.

    Returns
    -------
    Words
        Blanks are left out; heads are renumbered.
    """
    # One look at all words' attributes: a look at each word's would cost as much as reading the sentence.
    rows = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "SPACY"]).tolist()
    spelt = _spellings(doc.vocab.strings)
    texts = [spelt[row[0]] for row in rows]
    kept = [i for i, shown in enumerate(texts) if not shown.isspace()]
    number = {i: at for at, i in enumerate(kept)}
    places, place = [], 0
    for shown, row in zip(texts, rows, strict=True):
        places.append((place, place + len(shown)))
        place += len(shown) + row[4]
    words = []
    children: list[list[int]] = [[] for _ in kept]
    for at, (i, (first, last, group)) in enumerate(
        zip(kept, masked.located([places[i] for i in kept]), strict=True)
    ):
        shown, (_, tag, dep, step, _) = texts[i], rows[i]
        head = number.get(i + (step if step < _HALF else step - 2 * _HALF), at)
        low = shown.lower().replace("’", "'")
        words.append(
            _word((at, shown, low, spelt[tag], spelt[dep], head, start + first, start + last, group))
        )
        if head != at:
            children[head].append(at)
    return Words(text, start, end, tuple(words), tuple(map(tuple, children)), armed, plenary)

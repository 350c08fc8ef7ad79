"""Past: who was named in the sentences before, found by name and by the words of names.

A report may be a book. What is far back is asked for by name only, so that no question takes longer for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracktwo.reading.clauses.draft import ActorRef

_DESCRIBED = frozenset({"organisation", "group", "state"})
_COMPANIES = frozenset({"organisation", "group"})
_LINKS = frozenset({"of", "the", "and", "for"})
# In a name that ends in one of these the word before it, too, says what it is ("Riverside Hospital Trust").
_RUN_BY = frozenset(
    {"trust", "authority", "company", "group", "services", "ltd", "limited", "plc", "inc", "corporation"}
)


@dataclass(slots=True)
class Past:
    """Names by the first places they stood at; ``companies`` are the names of organisations and groups.

    ``places`` holds one or two actors a name, the first and the next one elsewhere.
    """

    places: dict[str, tuple[ActorRef, ...]] = field(default_factory=dict)
    by_word: dict[str, dict[str, None]] = field(default_factory=dict)
    companies: set[str | None] = field(default_factory=set)

    def add(self, actor: ActorRef) -> None:
        """Remember one more actor, in the order of the text."""
        if actor.kind in _COMPANIES:
            self.companies.add(actor.name)
        if not actor.name or actor.kind not in _DESCRIBED:
            return
        known = self.places.get(actor.name)
        if known is None:
            self.places[actor.name] = (actor,)
            for word in heads_of(actor.name):
                self.by_word.setdefault(word, {})[actor.name] = None
        elif len(known) == 1 and known[0].start != actor.start:
            self.places[actor.name] = (*known, actor)

    def elsewhere(self, name: str, start: int) -> ActorRef | None:
        """The first actor of a name that does not stand at ``start``."""
        return next((actor for actor in self.places.get(name, ()) if actor.start != start), None)


def heads_of(name: str) -> tuple[str, ...]:
    """The words of a name that say what it is: "union" of "Harbour Union", "bank" of "Bank of Toren".

    Examples
    --------
    >>> heads_of("University Staff Association"), heads_of("Alliance of the Coast")
    (('association',), ('alliance',))
    """
    words = name.lower().split()
    if len(words) < 2:
        return ()
    ends = [k for k, word in enumerate(words) if word in _LINKS and k]
    head = ends[0] - 1 if ends else len(words) - 1
    run = words[head] in _RUN_BY and head > 1
    return (words[head], words[head - 1]) if run else (words[head],)


def is_described(actor: ActorRef, start: int) -> bool:
    """Whether a description that stands at ``start`` could mean somebody of this kind."""
    return bool(actor.name) and actor.kind in _DESCRIBED and actor.start != start


def is_company(actor: ActorRef) -> bool:
    """Whether it is an organisation or a group."""
    return actor.kind in _COMPANIES

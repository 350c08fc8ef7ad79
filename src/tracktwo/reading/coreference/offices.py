"""Offices: "the foreign secretary" is who the report names in that office, where it names one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.antecedent import as_antecedent
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.datafiles import data_of
from tracktwo.reading.names import Kind, Mention


@cache
def office_words(kind: str) -> frozenset[str]:
    """One list of offices.toml."""
    return frozenset(data_of("tracktwo.reading.coreference", "offices.toml")[kind])


def holders_of(sentences: Iterable[Sequence[Mention]]) -> dict[str, ActorRef | None]:
    """The holder of each office as written and of its last word ("secretary"); None where there are several.

    An office told bare beside somebody named in it is somebody else's: "The Prime Minister met Prime Minister
    Lund".

    Parameters
    ----------
    sentences : iterable of sequence of Mention
        All names of a report, sentence by sentence; persons with an office count.
    """
    found: dict[str, ActorRef | None] = {}
    others: set[str] = set()
    for mentions in sentences:
        bare = {m.role.lower() for m in mentions if m.kind is Kind.ROLE and m.role and not m.party}
        for mention in mentions:
            if mention.kind is not Kind.PERSON or not mention.role or not mention.canonical:
                continue
            person = ActorRef(
                mention.canonical, mention.text, -1, -1, mention.role, mention.party, kind=Kind.PERSON.value
            )
            if mention.role.lower() in bare:
                others.add(" ".join(_in_full(mention.role.lower().split())))
            keys = {key for office in _offices(mention.role) for key in _called(office)}
            if mention.party:
                keys |= {_of(mention.party, key) for key in (*keys, *_leading(keys))}
            for key in keys:
                known = found.setdefault(key, person)
                if known is not None and known.name != person.name:
                    found[key] = None
    return found | dict.fromkeys(others, None)


def _offices(role: str) -> tuple[str, ...]:
    """Both offices of "Deputy Prime Minister and Minister for Health", and the two as written."""
    first, joined, second = role.partition(" and ")
    two = joined and any(f" {word} " in second for word in ("of", "for"))
    return (role, first, second) if two else (role,)


def _of(party: str, office: str) -> str:
    """How an office told with whose it is is kept: "the Peruvian minister"."""
    return f"{office} / {party.lower()}"


def _leading(offices: set[str]) -> tuple[str, ...]:
    """Who leads a state or an organisation is called its leader."""
    return ("leader",) if offices & office_words("leading") else ()


def _called(role: str) -> set[str]:
    """All that an office is called for short: "defence minister" is "minister" as well."""
    words = " ".join(_in_full(role.lower().split())).split()
    if office_words("other") & set(words):
        return {" ".join(words)}
    # A member of the committee is "the member", and never "the committee".
    head = _head(words) or words
    starts = range(len(head))
    return {" ".join(words[k:]) for k in starts} | {" ".join(head[k:]) for k in starts}


def _for_short(words: list[str], context: Context) -> ActorRef | None:
    """Who was named in an office for short: the secretary of state is "Secretary Lee", never "Defence
    Secretary Lee".
    """
    head = _head(words) or words
    if office_words("other") & set(words) or " ".join(words) in context.holders:
        return None
    for key in (" ".join(head[k:]) for k in range(len(head))):
        holder = context.holders.get(key)
        if holder is not None:
            return holder if (holder.role or "").lower() == key else None
    return None


def _in_full(words: list[str]) -> list[str]:
    """Ranks in full: "maj. gen." is a major general."""
    ranks = data_of("tracktwo.reading.coreference", "offices.toml")["ranks"]
    return [ranks.get(word.rstrip("."), word) for word in words]


def _head(words: list[str]) -> list[str]:
    """The words before "of" or "for": the secretary of state is "the secretary"."""
    ends = [k for k, word in enumerate(words) if word in ("of", "for")]
    return words[: ends[0]] if ends else []


def in_office(actor: ActorRef, context: Context) -> ActorRef:
    """``actor`` as the person who holds its office, flagged; unchanged where nobody or several do."""
    if actor.kind != "role" or actor.name is not None:
        return actor
    words = " ".join(_in_full(actor.text.lower().removeprefix("the ").split())).split()
    holder = context.holders.get(" ".join(words)) or _for_short(words, context)
    if holder is None and words[:-1] and set(words[:-1]) <= office_words("shading"):
        holder = context.holders.get(words[-1])
    if holder is None and actor.party and actor.role:
        holder = context.holders.get(_of(actor.party, actor.role.lower()))
    if holder is None or (actor.party and holder.party and actor.party != holder.party):
        return actor
    return as_antecedent(holder, actor)

"""Actors: the people and bodies behind a word or phrase of a sentence."""

from __future__ import annotations

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.masking import ActorGroup
from tracktwo.reading.names import Kind, Mention
from tracktwo.vocabulary import Flag


def actor_of(
    mention: Mention, offset: int, relation: str = "speaker", *, others: bool = False
) -> ActorRef | None:
    """The actor a mention names, or None for a place; ``offset`` is where the sentence starts."""
    if mention.kind is Kind.PLACE:
        return None
    unnamed = mention.unnamed or mention.kind is Kind.UNNAMED
    flags: tuple[Flag, ...] = ()
    if "party-inferred" in mention.flags:
        flags = (Flag("party-inferred"),)
    if mention.kind is Kind.COLLECTIVE:
        flags += (Flag("collective"),)
    person = mention.kind is Kind.PERSON
    start, end = (mention.name_start, mention.name_end) if person else (mention.start, mention.end)
    if end <= start:
        start, end = mention.start, mention.end
    name = None if unnamed else mention.canonical
    if mention.kind is Kind.BODY and name == "Forces" and mention.party:
        name = mention.party  # what its forces do, the state or the armed group does
    return ActorRef(
        name,
        mention.text[start - mention.start : end - mention.start],
        offset + start,
        offset + end,
        mention.role,
        mention.party,
        unnamed or (name is None and mention.kind is not Kind.GENERIC),
        others,
        mention.kind is Kind.GENERIC,
        mention.kind.value,
        relation,
        flags,
    )


def state_from(mention: Mention) -> Mention:
    """A state named after "from" ("support came from Kenya") as somebody who acts; others unchanged."""
    from dataclasses import replace

    stands = (
        mention.kind is Kind.PLACE and mention.canonical is not None and mention.party == mention.canonical
    )
    return replace(mention, kind=Kind.STATE) if stands else mention


def with_states(group: ActorGroup) -> ActorGroup:
    """The group with states that stand behind "of" as those who act ("the governments of Peru and Chile")."""
    from dataclasses import replace

    return replace(group, speakers=tuple(state_from(mention) for mention in group.speakers))


def with_governments(group: ActorGroup) -> ActorGroup:
    """The group with capitals as the governments they stand for ("Lima rejected the text")."""
    from dataclasses import replace

    def acting(mention: Mention) -> Mention:
        stands = mention.kind is Kind.PLACE and mention.acts and mention.party is not None
        return replace(mention, kind=Kind.STATE, canonical=mention.party) if stands else mention

    if not any(m.kind is Kind.PLACE for m in group.speakers):
        return group
    return replace(group, speakers=tuple(acting(m) for m in group.speakers))


def actors_of(group: ActorGroup, offset: int) -> tuple[ActorRef, ...]:
    """Everybody a group makes an actor of its act, with the relation each stands in."""
    found: list[ActorRef | None] = [
        actor_of(mention, offset, others=group.others_unnamed) for mention in group.speakers
    ]
    for relation, mentions in (
        ("behalf", group.on_behalf_of),
        ("supporter", group.supported_by),
        ("opposer", group.opposed_by),
        ("joined", group.joined_by),
    ):
        found.extend(actor_of(mention, offset, relation) for mention in mentions)
    actors = [actor for actor in found if actor]
    if group.collective is not None:
        whole = actor_of(group.collective, offset, others=True)
        if whole:
            actors.append(whole)
            actors = [_named_after(a, whole) if a is not whole else a for a in actors]
    return tuple(actors)


def _named_after(actor: ActorRef, collective: ActorRef) -> ActorRef:
    """An example of a described set shares the set's role and party where it has none of its own."""
    from dataclasses import replace

    if actor.relation != "speaker":
        return actor
    flags = (*actor.flags, Flag("such-as", f"named as an example of {collective.text!r}"))
    party = actor.party or collective.party
    if party and not actor.party:
        flags = (*flags, Flag("party-inferred"))
    return replace(actor, party=party, flags=flags, others_unnamed=True)

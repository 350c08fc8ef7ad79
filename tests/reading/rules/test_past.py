"""What was named long before is found by name, and nothing else of it is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference import by_head_noun
from tracktwo.reading.coreference.context import Context
from tracktwo.reading.coreference.past import heads_of

NAMES = ("Coastal Alliance", "Port Alliance", "Alliance of the North", "Halden", "Norland", "Alliance")
KINDS = ("organisation", "group", "state", "person")
ACTORS = st.builds(
    lambda name, kind, start: ActorRef(name, name, start, start + len(name), kind=kind),
    st.sampled_from(NAMES),
    st.sampled_from(KINDS),
    st.integers(0, 3),
)


def plainly(noun: str, start: int, named: list[ActorRef], introduced: set[str]) -> ActorRef | None:
    """All that was named, looked through from the beginning."""
    found: dict[str, ActorRef] = {}
    for actor in named:
        fits = noun in heads_of(actor.name or "") or actor.name in introduced
        if actor.kind != "person" and actor.start != start and fits:
            found.setdefault(actor.name or "", actor)
    return next(iter(found.values())) if len(found) == 1 else None


@given(
    st.lists(st.lists(ACTORS, max_size=3), min_size=1, max_size=6),
    st.sampled_from(["alliance", "north", "port", "the"]),
    st.integers(0, 3),
    st.sets(st.sampled_from(NAMES), max_size=2),
)
def test_a_description_means_whom_it_meant_when_all_was_looked_through(
    sentences: list[list[ActorRef]], noun: str, start: int, introduced: set[str]
) -> None:
    context = Context()
    if introduced:
        context.introduced[noun] = introduced
    for named in sentences:
        context.next_sentence(0)
        for actor in named:
            context.note((actor,))
    everybody = [actor for named in sentences for actor in named]
    if noun in context.name_words or introduced:
        assert by_head_noun(noun, start, context) == plainly(noun, start, everybody, introduced)


def test_a_long_report_is_remembered_by_its_names() -> None:
    context = Context()
    for n in range(1_000):
        context.next_sentence(0)
        context.states[context.sentence] = {"Norland"}
        context.note((ActorRef("Coastal Alliance", "Coastal Alliance", n, n + 16, kind="organisation"),))
    assert len(context.seen) < 100
    assert len(context.states) < 3
    found = by_head_noun("alliance", 999, context)
    assert found is not None
    assert found.start == 0

"""Generated pictures: consistent where linking would be, with texts as odd as reports can be."""

from __future__ import annotations

from hypothesis import strategies as st

from tracktwo.vocabulary import (
    Affected,
    AgendaItem,
    Assessment,
    Body,
    Deadline,
    Duration,
    Event,
    Issue,
    Leverage,
    Meeting,
    Member,
    Modality,
    OrderBasis,
    PackageTerm,
    Party,
    Picture,
    Proposal,
    Ratification,
    RedLine,
    Role,
    Stage,
    ThirdParty,
    Track,
)

ODD_WORDS = [
    "no", "yes", "on", "null", "~", "true", "40", "1e3", "0x1f", ".5", "unknown", "unresolved", "- a", "a: b",
    "a #b", "#c", "*x", "&y", "!t", "%d", "@e", "`f", "[g]", "{h}", '"i"', "'j'", "k,", "?", "|", ">", "---",
    "l\nm", " n ", "o\t", "", "é", "“q”", "2024-01-01", "=", "<<", "a" * 130, "\x00", "\x85", "\u2028",
    "\ufeff",
]  # fmt: skip
texts = st.one_of(st.sampled_from(ODD_WORDS), st.text(max_size=12))
keys = st.one_of(
    st.sampled_from(["a", "b", "c-d", "small-deal", "no", "40", "x y", "on"]),
    st.text(min_size=1, max_size=6),
)
claims = st.lists(st.text(alphabet="0123456789abcdef", min_size=16, max_size=16), max_size=6).map(tuple)
dates = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
maybe = st.one_of(st.none(), texts)


def few(of: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(of, max_size=most).map(tuple)


roles = st.builds(Role, role=texts, claims=claims, as_of=dates)
people = st.builds(Member, key=keys, name=texts, roles=few(roles, 2), claims=claims, bodies=few(keys, 2))
issues = st.builds(
    Issue,
    key=keys,
    name=texts,
    family=texts,
    theme=maybe,
    options=few(texts, 4),
    ordered=st.booleans(),
    order_basis=st.dictionaries(texts, st.sampled_from(OrderBasis), max_size=3),
    status=texts,
    arena=maybe,
    claims=claims,
)
terms = st.builds(
    PackageTerm,
    option=texts,
    texts=few(texts, 2),
    giver=maybe,
    getter=maybe,
    giver_basis=maybe,
    claims=claims,
)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """Return a picture whose references mostly point somewhere."""
    parties = draw(
        few(st.builds(Party, key=keys, name=texts, members=few(people), claims=claims, reason=texts))
    )
    bodies = draw(
        few(
            st.builds(
                Body,
                key=keys,
                name=texts,
                party=maybe,
                size=st.one_of(st.none(), st.integers(0, 500)),
                members=st.one_of(st.none(), few(keys)),
                same_as=st.lists(
                    st.tuples(keys, st.sampled_from(["yes", "no", "unsure", "so"])), max_size=2
                ).map(tuple),
                claims=claims,
            )
        )
    )
    thirds = few(st.builds(ThirdParty, key=keys, name=texts, roles=few(roles), members=few(people, 2)))
    known_issues = draw(few(issues))
    tracks = draw(
        few(
            st.builds(
                Track,
                key=keys,
                name=texts,
                venue=maybe,
                convenor=maybe,
                mode=st.sampled_from(["direct", "indirect", "not reported"]),
                parallel_to=few(keys),
                parties=few(keys),
                proposals=few(keys),
                persons=few(texts),
                claims=claims,
            )
        )
    )
    issue_keys = st.sampled_from([issue.key for issue in known_issues] or ["a"])
    proposals = few(
        st.builds(
            Proposal,
            key=keys,
            name=texts,
            by=maybe,
            to=maybe,
            stage=st.sampled_from(Stage),
            track=st.one_of(st.none(), keys),
            date=dates,
            terms=st.dictionaries(st.one_of(issue_keys, keys), terms, max_size=3),
            open=st.booleans(),
            exchange=st.booleans(),
            opens=few(st.one_of(keys, texts)),
            aliases=few(texts),
            claims=claims,
        )
    )
    items = st.builds(
        AgendaItem, about=texts, outcome=texts, claims=claims, proposal=st.one_of(st.none(), keys)
    )
    meetings = st.builds(
        Meeting,
        body=st.one_of(st.none(), keys),
        date=dates,
        event_text=maybe,
        items=few(items),
        participants=few(texts),
        venue=maybe,
        modality=st.sampled_from(Modality),
        track=st.one_of(st.none(), keys),
        claims=claims,
    )
    events = st.builds(
        Event,
        key=keys,
        text=texts,
        date=dates,
        event_text=maybe,
        agent=maybe,
        assessments=few(
            st.builds(Assessment, by=maybe, text=texts, modality=st.sampled_from(Modality), claims=claims)
        ),
        claims=claims,
        target=maybe,
        place=maybe,
        kind=texts,
        planned=st.booleans(),
    )
    party_words = st.sampled_from(
        [word for party in parties for word in (party.key, party.name)] or ["nobody"]
    )
    body_words = st.sampled_from([word for body in bodies for word in (body.key, body.name)] or ["cabinet"])
    ratification = st.builds(
        Ratification,
        party=party_words,
        body=body_words,
        rule=st.sampled_from(
            ["unknown", "leader", "majority", "two-thirds", "60%", "61 of 120", "by acclaim", ""]
        ),
        scope=few(texts),
        members_known=st.booleans(),
        claims=claims,
    )
    days = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))
    return Picture(
        key=draw(keys),
        title=draw(texts),
        reports=draw(few(texts)),
        parties=parties,
        bodies=bodies,
        third_parties=draw(thirds),
        affected=draw(few(st.builds(Affected, key=keys, name=texts, reason=texts, claims=claims))),
        tracks=tracks,
        meetings=draw(few(meetings)),
        issues=known_issues,
        proposals=draw(proposals),
        red_lines=draw(few(st.builds(RedLine, actor=texts, text=texts, issues=few(keys), claims=claims))),
        ratification=draw(few(ratification)),
        leverage=draw(
            few(st.builds(Leverage, by=texts, on=maybe, on_basis=texts, if_=texts, then=texts, claims=claims))
        ),
        events=draw(few(events)),
        durations=draw(
            few(
                st.builds(
                    Duration, about=texts, text=texts, at_least_days=days, at_most_days=days, claims=claims
                )
            )
        ),
        deadlines=draw(few(st.builds(Deadline, about=texts, text=texts, date=dates, claims=claims))),
        assumptions=draw(few(texts)),
    )

# ruff: noqa: E501 - the table reads better wide
"""The two founding reports: what must be read out of them, sentence by sentence, and what must never be.

Facts, names and offsets only; the texts stay where they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tracktwo import reading, reports
from tracktwo.vocabulary import Act, Basis, Claim, CoverageKind, Modality, Reading, Report, Voice

R1, R2 = "000_6aaac664698154f3", "004_934ff0b2c4c95f8f"
A, M, V = Act, Modality, Voice


class Want(NamedTuple):
    """One expected claim: sentence start, act, actor, words at the start of the object, and what else is sure."""

    report: str
    start: int
    act: Act
    actor: str | None
    object: str | None = None
    modality: Modality = M.ASSERTED
    actor_text: str | None = None
    party: str | None = None
    toward: str | None = None
    flags: tuple[str, ...] = ()
    heads: tuple[tuple[str, str | None], ...] = ()
    unnamed: bool = False
    others: bool = False
    voice: Voice | None = None


WANTED = (
    Want(R1, 0, A.STATE, None, "two parallel", actor_text="Israeli officials", party="Israel", unnamed=True, voice=V.OWN),
    Want(R1, 0, A.MEET, "Israel", toward="Hamas", flags=("actor-inferred",)),
    Want(R1, 156, A.USE_FORCE, "Israel", toward="Hamas", flags=("mutual",)),
    Want(R1, 156, A.USE_FORCE, "Hamas", toward="Israel", flags=("mutual", "anaphor")),
    Want(R1, 232, A.MEET, "Egypt", "potential", heads=(("ceasefire", None), ("release", None))),
    Want(R1, 232, A.MEET, None, "potential", actor_text="Israeli intelligence agencies", party="Israel", unnamed=True),
    Want(R1, 232, A.STATE, None, "a sticking", flags=("ambiguous",)),
    Want(R1, 421, A.MEDIATE, "General Intelligence Service", "The first", party="Egypt"),
    Want(R1, 421, A.MEET, "Hassan Rashad", "a meeting in Cairo", party="Egypt", toward="Ronen Bar"),
    Want(R1, 421, A.MEET, "Ronen Bar", "a meeting in Cairo", party="Israel", toward="Hassan Rashad"),
    Want(R1, 421, A.PROPOSE, None, "The first", flags=("agent-not-stated",)),
    Want(R1, 611, A.PROPOSE, "Egypt", "a “small”", flags=("exchange", "quoted-adjective"), heads=(("release", "limited number"), ("ceasefire", "brief"))),
    Want(R1, 752, A.PROPOSE, None, "more extensive", M.INTENDED, actor_text="This deal", flags=("about-proposal",)),
    Want(R1, 752, A.PROPOSE, None, "a broader", M.POSSIBLE, flags=("about-proposal",), heads=(("ceasefire", "broader"), ("release", "all"))),
    Want(R1, 921, A.SUPPORT, "Yoav Gallant", "the Egyptian", party="Israel", flags=("anaphor",), voice=V.OWN),
    Want(R1, 921, A.OPPOSE, "Itamar Ben Gvir", "the proposal", party="Israel", others=True, flags=("such-as", "party-inferred")),
    Want(R1, 921, A.OPPOSE, "Betzalel Smotrich", "the proposal", party="Israel", others=True, flags=("such-as", "party-inferred")),
    Want(R1, 921, A.OPPOSE, None, "the proposal", actor_text="more hardline ministers", unnamed=True, others=True),
    Want(R1, 1106, A.PROPOSE, "David Barnea", "A second", party="Israel"),
    Want(R1, 1190, A.PROPOSE, None, "both the war", M.INTENDED, actor_text="This broader proposal", flags=("about-proposal",), heads=(("end", None), ("end", None))),
    Want(R1, 1190, A.USE_FORCE, "Israel Defense Forces", party="Israel", toward="Hezbollah", flags=("presupposed",)),
    Want(R1, 1325, A.PROPOSE, None, "the release", M.CONDITIONAL, actor_text="it", flags=("about-proposal", "exchange", "anaphor"), heads=(("release", "all"),)),
    Want(R1, 1395, A.DISCUSS, "Security cabinet", "This proposal", party="Israel"),
    Want(R1, 1485, A.USE_FORCE, None, toward="Yahya Sinwar", flags=("presupposed", "agent-not-stated")),
    Want(R1, 1485, A.STATE, None, "Hamas", M.NEGATED, actor_text="Israeli officials", party="Israel", unnamed=True, voice=V.OTHER_SIDE),
    Want(R1, 1485, A.EXPECT, None, "new leadership", M.POSSIBLE, actor_text="some", unnamed=True),
    Want(R1, 1705, A.URGE, "United States", "progress"),
    Want(R1, 1705, A.MEET, "Antony Blinken", "Israel and other", M.PLANNED, party="United States"),
    Want(R1, 1872, A.EXPECT, None, "the death", M.POSSIBLE, actor_text="American officials", party="United States", unnamed=True),
    Want(R1, 1872, A.URGE, "Antony Blinken", "a ceasefire", M.PLANNED, toward="Benjamin Netanyahu"),
    Want(R1, 1872, A.MEET, "Antony Blinken", None, M.PLANNED, toward="Benjamin Netanyahu"),
    Want(R1, 2106, A.DISCUSS, "Security cabinet", "other pressing"),
    Want(R1, 2106, A.DISCUSS, "Security cabinet", "a possible retaliatory", flags=("open-list",)),
    Want(R1, 2106, A.USE_FORCE, None, "a ballistic", flags=("presupposed", "agent-not-stated")),
    Want(R1, 2289, A.VOTE, "Security cabinet", "the timing", M.NEGATED, flags=("anaphor",)),
    Want(R1, 2289, A.EXPECT, None, "a significant response", M.POSSIBLE),
    Want(R1, 2409, A.DISCUSS, "Security cabinet", "humanitarian aid", flags=("actor-inferred",)),
    Want(R1, 2409, A.WARN, None, "potential disruptions", M.CONDITIONAL, actor_text="U.S. officials", party="United States", unnamed=True, voice=V.OWN),
    Want(R2, 17, A.PLEDGE, "Israel", "to continue", voice=V.OWN),
    Want(R2, 17, A.MEET, "Israel", "pivotal", toward="Hamas", flags=("anaphor",)),
    Want(R2, 17, A.USE_FORCE, "Israel", "its military", flags=("presupposed", "anaphor")),
    Want(R2, 195, A.STATE, "Benjamin Netanyahu", "the strategic", voice=V.OWN),
    Want(R2, 195, A.URGE, None, "peace", unnamed=True, flags=("collective",)),
    *(Want(R2, 431, A.MEET, name, "Qatar", party="Israel") for name in ("David Barnea", "Ronen Bar", "Nitzan Alon")),
    *(Want(R2, 431, A.AGREE, name, "a potential deal", M.INTENDED, flags=("purpose",)) for name in ("David Barnea", "Ronen Bar", "Nitzan Alon")),
    Want(R2, 623, A.PROPOSE, None, "a 42-day", M.INTENDED, actor_text="The negotiations", flags=("about-proposal", "exchange"), heads=(("ceasefire", "42-day"), ("release", "40"))),
    Want(R2, 738, A.STATE, None, "the release of Palestinian", heads=(("release", None), ("concession", None))),
    Want(R2, 738, A.RATIFY, "Cabinet", "Israeli concessions", M.REQUIRED, party="Israel", flags=("ambiguous",)),
    Want(R2, 1076, A.RULE_OUT, "Israel", "any peace agreement"),
    Want(R2, 1211, A.EXPECT, "Osama Hamdan", "reaching", M.POSSIBLE, party="Hamas", heads=(("ceasefire", "permanent"),), voice=V.OWN),
    Want(R2, 1211, A.PROPOSE, "Osama Hamdan", "steps", party="Hamas", flags=("open-list",), heads=(("withdrawal", "partial"), ("cessation", "complete")), voice=V.OWN),
    Want(R2, 1407, A.EXPECT, None, "at least two weeks", actor_text="These talks", flags=("duration",)),
    Want(R2, 1407, A.PROPOSE, None, "setting a groundwork", M.INTENDED, flags=("about-proposal",)),
    Want(R2, 1668, A.URGE, "international community", "an immediate", flags=("collective",), heads=(("ceasefire", "immediate"),)),
    Want(R2, 1668, A.USE_FORCE, "Military", None, party="Israel"),
)  # fmt: skip


@pytest.fixture(scope="module")
def both(shared_data: Path) -> dict[str, tuple[Report, Reading]]:
    loaded = [reports.load(shared_data / "seeds" / f"{key}.txt") for key in (R1, R2)]
    return {r.key: (r, found) for r, found in zip(loaded, reading.read_all(loaded), strict=True)}


def fits(claim: Claim, want: Want) -> bool:
    codes = {flag.code for flag in claim.flags}
    heads = tuple((term.head, term.extent) for term in claim.terms)
    return (
        (claim.report, claim.start, claim.act, claim.actor, claim.modality)
        == (want.report, want.start, want.act, want.actor, want.modality)
        and (want.object is None or (claim.object or "").startswith(want.object))
        and (want.actor_text is None or claim.actor_text == want.actor_text)
        and (want.party is None or claim.party == want.party)
        and (want.toward is None or claim.toward == want.toward)
        and set(want.flags) <= codes
        and (not want.heads or heads == want.heads)
        and (claim.unnamed or not want.unnamed)
        and claim.others_unnamed == want.others
        and (want.voice is None or claim.voice is want.voice)
    )


@pytest.mark.parametrize(
    "want", WANTED, ids=lambda w: f"{w.report[:3]}-{w.start}-{w.act}-{w.actor or w.actor_text or w.object}"
)
def test_expected_claim_is_read_once(both: dict[str, tuple[Report, Reading]], want: Want) -> None:
    claims = both[want.report][1].claims
    near = [c for c in claims if c.start == want.start]
    assert sum(fits(c, want) for c in near) == 1, "\n".join(map(str, near))


def every(both: dict[str, tuple[Report, Reading]]) -> list[Claim]:
    return [claim for _, found in both.values() for claim in found.claims]


def test_words_equal_the_stored_text(both: dict[str, tuple[Report, Reading]]) -> None:
    for report, found in both.values():
        for c in found.claims:
            assert c.quote == report.text[c.start : c.end]
            assert c.predicate == report.text[c.predicate_start : c.predicate_end]
            if c.object_start is not None:
                assert c.object == report.text[c.object_start : c.object_end]
            for term in c.terms:
                assert term.text == report.text[term.start : term.end]


def test_every_sentence_is_accounted_for(both: dict[str, tuple[Report, Reading]]) -> None:
    for report, found in both.values():
        assert [(row.start, row.end) for row in found.coverage] == [(s.start, s.end) for s in report.segments]
    nothing = {row.start for row in both[R2][1].coverage if row.kind is CoverageKind.NOTHING}
    assert nothing == {906, 1799, 2010}
    assert not [row for row in both[R1][1].coverage if row.kind is CoverageKind.NOTHING]


def test_stances_are_three_named_and_one_open_set(both: dict[str, tuple[Report, Reading]]) -> None:
    stances = (A.SUPPORT, A.OPPOSE, A.ACCEPT, A.REJECT, A.PREFER, A.WITHDRAW, A.VOTE_FOR, A.VOTE_AGAINST)
    found = {(c.actor or c.actor_text, c.act, c.start) for c in every(both) if c.act in stances}
    assert found == {
        ("Yoav Gallant", A.SUPPORT, 921),
        ("Itamar Ben Gvir", A.OPPOSE, 921),
        ("Betzalel Smotrich", A.OPPOSE, 921),
        ("more hardline ministers", A.OPPOSE, 921),
    }


def test_proposers_are_those_reported(both: dict[str, tuple[Report, Reading]]) -> None:
    assert {c.actor for c in every(both) if c.act is A.PROPOSE} == {
        None,
        "Egypt",
        "David Barnea",
        "Osama Hamdan",
    }


def test_agents_that_are_not_stated_stay_so(both: dict[str, tuple[Report, Reading]]) -> None:
    force = {(c.actor, c.toward) for c in every(both) if c.act is A.USE_FORCE}
    assert ("Israel", "Yahya Sinwar") not in force
    assert not {actor for actor, _ in force} & {"Iran", "Hezbollah"}


def test_only_one_vote_and_one_approval_and_neither_done(both: dict[str, tuple[Report, Reading]]) -> None:
    votes = [c for c in every(both) if c.act in (A.VOTE, A.RATIFY)]
    assert [(c.act, c.modality) for c in votes] == [(A.VOTE, M.NEGATED), (A.RATIFY, M.REQUIRED)]


def test_mediators_are_not_venues(both: dict[str, tuple[Report, Reading]]) -> None:
    assert {c.actor for c in every(both) if c.act is A.MEDIATE} == {"General Intelligence Service"}


def test_dates_stay_unresolved_without_a_report_date(both: dict[str, tuple[Report, Reading]]) -> None:
    sunday = next(c for c in every(both) if c.start == 1395)
    assert (sunday.event_text, sunday.event_from, sunday.event_to) == ("on Sunday", None, None)
    assert sunday.event_basis is not Basis.EXPLICIT
    assert all(c.event_from is None for c in both[R1][1].claims)
    assert all(c.event_text is None for c in both[R1][1].claims if c.start in (421, 611, 1106))


def test_no_deadline_is_read_from_an_expected_duration(both: dict[str, tuple[Report, Reading]]) -> None:
    assert not [c for c in every(both) if any(flag.code == "deadline" for flag in c.flags)]


def test_conditions_are_kept(both: dict[str, tuple[Report, Reading]]) -> None:
    warning = next(c for c in every(both) if c.act is A.WARN)
    assert warning.condition is not None
    assert warning.condition.startswith("if more aid")
    assert warning.toward is None


def test_the_red_line_names_no_term(both: dict[str, tuple[Report, Reading]]) -> None:
    assert [c.terms for c in every(both) if c.act is A.RULE_OUT] == [()]

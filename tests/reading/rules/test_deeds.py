"""Deeds, pledges, ellipsis and events: what is read, and what is only a figure of speech."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.reading.conftest import Read, report_of
from tracktwo import reading
from tracktwo.vocabulary import Modality

READ = [
    ("Peru captured two towns.", "use_force", "Peru", "asserted"),
    ("Two soldiers were killed near the bridge.", "use_force", None, "asserted"),
    ("The report lists 97 civilians killed in the first week.", "use_force", None, "asserted"),
    ("An attack on an aid convoy killed ten people.", "use_force", None, "asserted"),
    ("The paper describes the destruction of towns by Kenya.", "use_force", "Kenya", "asserted"),
    ("Violations of the ceasefire by Norway were counted.", "violate", "Norway", "asserted"),
    ("Norway remains committed to the treaty.", "pledge", "Norway", "asserted"),
    ("Norway will provide $40 million to the camps.", "pledge", "Norway", "planned"),
    ("Peru is prepared to release the funds.", "offer", "Peru", "asserted"),
    ("Peru stands with Kenya.", "support", "Peru", "asserted"),
    ("Peru could not accept the deadline.", "reject", "Peru", "asserted"),
    ("Peru walked out of the talks.", "withdraw", "Peru", "asserted"),
    ("Peru agreed to share its records.", "agree", "Peru", "asserted"),
    ("Peru agreed to the proposal.", "accept", "Peru", "asserted"),
    ("Kenya would rather wait than sign.", "prefer", "Kenya", "asserted"),
    ("Kenya will not sign unless the debt is cancelled.", "agree", "Kenya", "negated"),
    ("Chile accepted the plan on condition that Peru pays half.", "accept", "Chile", "conditional"),
    ("The rejection of the accord by Kenya came late.", "reject", "Kenya", "asserted"),
    ("The plan was backed by Chile but rejected by Kenya.", "reject", "Kenya", "asserted"),
    ("Peru neither supported nor opposed the motion.", "support", "Peru", "negated"),
    ("The talks collapsed on Friday.", "happen", None, "asserted"),
    ("Talks on the fish stocks resumed in Lima.", "resume", None, "asserted"),
    ("Ten soldiers died in the raid.", "happen", None, "asserted"),
    ("Kenya backed the text; Norway did not.", "support", "Norway", "negated"),
    ("Chile rejected the offer. So did Peru.", "reject", "Peru", "asserted"),
    ("Kenya accepted the text. Norway did too.", "accept", "Norway", "asserted"),
    ("Norway voted for the resolution, Kenya against.", "vote_against", "Kenya", "asserted"),
]
NOT_READ = [
    ("Kenya attacked the problem with energy.", "use_force"),
    ("Kenya struck a cautious tone.", "use_force"),
    ("Norway would target emissions.", "use_force"),
    ("Important steps have been taken by Norway.", "use_force"),
    ("Peru used the meeting to press for more.", "use_force"),
    ("The attack on the proposal was harsh.", "use_force"),
    ("Norway has been providing $40 million a year.", "pledge"),
    ("Peru is ready to sign the deal.", "offer"),
    ("Peru stands on the coast.", "support"),
    ("Kenya met with disaster.", "meet"),
    ("Norway will lead a delegation to Lima.", "mediate"),
    ("Kenya considered it useful.", "discuss"),
    ("Kenya addressed several crises.", "discuss"),
    ("The shop collapsed on Friday.", "happen"),
]


@pytest.mark.parametrize(("text", "act", "actor", "modality"), READ)
def test_what_is_done_is_read(claims: Read, text: str, act: str, actor: str | None, modality: str) -> None:
    found = [(c.act.value, c.actor, c.modality.value) for c in claims(text)]
    assert (act, actor, modality) in found


@pytest.mark.parametrize(("text", "act"), NOT_READ)
def test_what_is_only_like_it_is_not(claims: Read, text: str, act: str) -> None:
    assert act not in [c.act.value for c in claims(text)]


def test_victims_do_nothing(claims: Read) -> None:
    assert all(c.actor_text is None for c in claims("The doctor buried 97 civilians killed in the raid."))


def test_an_ellipsis_after_two_stances_is_unsure(claims: Read) -> None:
    found = claims("Norway supported the ban and opposed the tax. Kenya did not.")
    assert "Kenya" not in [c.actor for c in found]


def test_a_condition_inside_what_is_proposed_is_none_of_the_proposing(claims: Read) -> None:
    proposed, supported = claims("Peru, supported by Chile, proposed a pause until the figures are in.")
    assert (proposed.act.value, proposed.actor, proposed.modality.value) == ("propose", "Peru", "asserted")
    assert (supported.act.value, supported.actor, supported.modality.value) == (
        "support",
        "Chile",
        "asserted",
    )
    assert supported.condition is None
    (own,) = claims("Chile supported a pause if Peru pays half.")
    assert (own.modality, own.condition) == (Modality.CONDITIONAL, "if Peru pays half")


def test_a_day_to_come_is_part_of_what_was_proposed_not_when() -> None:
    told = report_of(
        "Norway proposed a review of the quota in 2030.", "Peru proposed a pause on 2 March 2025."
    )
    review, pause = reading.read(replace(told, date=dt.date(2025, 3, 2))).claims
    assert (review.event_text, review.event_from) == (None, None)
    assert pause.event_from == "2025-03-02"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway was accused of the raid by Egypt.",
        "The militia was blamed for the attack by Kenya.",
        "The group was held responsible for the bombing by Western officials.",
    ],
)
def test_who_accuses_has_not_done_it(sentence: str, claims: Read) -> None:
    assert not [claim for claim in claims(sentence) if claim.act == "use_force"]


def test_who_stands_after_by_has_done_it_where_nobody_is_accused(claims: Read) -> None:
    (criticised, raid) = claims("Norway condemned the raid by Egypt.")
    assert (criticised.actor, raid.actor, raid.act) == ("Norway", "Egypt", "use_force")


def test_a_deed_somebody_denies_is_told_as_denied(claims: Read) -> None:
    said, deed = claims("Soldiers denied the shelling of the town by the army.")
    assert (said.act, said.actor_text) == ("state", "Soldiers")
    assert (deed.act, deed.modality) == ("use_force", Modality.DENIED)


def test_who_only_tells_of_talks_was_not_at_them(claims: Read) -> None:
    met = [c for c in claims("Egypt said Norway had rejected it in talks with Kenya.") if c.act == "meet"]
    assert [claim.actor for claim in met] == ["Norway"]

"""Rows of bulletins and stances are scored as one would by hand."""

from __future__ import annotations

from dataclasses import replace

from scored import FIRST, SECOND, TEXT, claim, prop, report, span

import annotations as gold
import bulletins
import stances
from measures import Counts, words
from tracktwo.reading import Proposition
from tracktwo.vocabulary import Modality
from tracktwo.vocabulary.claims import Act


def row(actor: str, predicate: str, message: str, **more: bool) -> bulletins.Row:
    return bulletins.Row(actor, predicate, words(message), **more)


def test_three_measures_of_the_same_rows() -> None:
    expected = [
        row("Norland", "proposed", "a fund for all"),
        row("Elbonia", "said", "it will wait in Port Sel"),
    ]
    given = [
        row("Norland", "proposed", "for all a fund"),
        row("Elbonia", "said", "it will wait"),
        row("Elbonia", "noted", "it will wait in Port Sel"),
    ]
    counts, missed, extra = bulletins.compare(expected, given)
    assert counts["exact"] == Counts(1, 2, 1)
    assert counts["overlap"] == Counts(1, 2, 1)  # three of six words
    assert counts["actor_predicate"] == Counts(2, 1, 0)
    assert missed == [expected[1]]
    assert extra == given[1:]
    nearer = [replace(expected[1], bag=words("it will wait in Port"))]
    assert bulletins.compare(expected[1:], nearer)[0]["overlap"] == Counts(1, 0, 0)  # five of six


def test_denied_predicates_are_others() -> None:
    counts, _, _ = bulletins.compare([row("Norland", "not support", "it")], [row("Norland", "support", "it")])
    assert counts["actor_predicate"] == Counts(0, 1, 1)


def test_optional_rows_and_servants_of_the_meeting_count_neither_way() -> None:
    expected = [row("Norland", "objected", "", optional=True), row("Norland", "said", "no")]
    silent, _, _ = bulletins.compare(expected, [row("Norland", "said", "no")])
    given = [
        row("Norland", "objected", "to it"),
        row("Norland", "said", "no"),
        row("Secretariat", "said", "yes"),
    ]
    spoken, _, _ = bulletins.compare(expected, given)
    assert silent["exact"] == spoken["exact"] == Counts(1, 0, 0)


def test_message_joins_spans_and_drops_asides() -> None:
    assert bulletins.message_of(SECOND.props[0], TEXT) == "On fees the fund"
    text = "Norland said, on Monday, yes."
    dropped = gold.Prop("Norland", (0, 7), "said", (8, 12), ((8, 28),), Act.STATE, drop=((12, 24),))
    assert bulletins.message_of(dropped, text).split() == ["said", "yes"]


def test_rows_go_to_the_sentence_of_their_number() -> None:
    rows = [Proposition("r", 1, "Norland", "Proposed", "a fund"), Proposition("r", 2, "EU", "said", "x")]
    odd = [Proposition("r", 0, "EU", "said", "x"), Proposition("r", 9, "EU", "said", "x")]
    assert bulletins.given_rows(FIRST, report(), [*rows, *odd]) == [row("Norland", "proposed", "a fund")]
    assert [one.actor for one in bulletins.given_rows(SECOND, report(), rows)] == ["EU"]


def test_a_sentence_is_scored_by_rows_acts_and_confidence() -> None:
    claims = [
        claim("Norland", Act.PROPOSE, "proposed", "a fund", confidence=0.9),
        claim("Elbonia", Act.OPPOSE, "backed", "a fund", confidence=0.6),
        claim("Elbonia", Act.MEET, "backed", None),
    ]
    rows = [Proposition("r", 1, "Norland", "proposed", "a fund")]
    result = bulletins.score(FIRST, report(), claims, rows)
    assert result.rows["exact"] == Counts(1, 0, 1)
    assert result.acts == {Act.PROPOSE: Counts(1), Act.SUPPORT: Counts(fn=1), Act.OPPOSE: Counts(fp=1)}
    assert result.wrong_sign == 1
    assert [(c.confidence, right) for c, right in result.judged] == [(0.9, True), (0.6, False)]


def test_other_right_acts_count_as_the_first() -> None:
    wanted = replace(FIRST, props=(prop("Norland", "proposed", "a fund", Act.DEMAND, also=(Act.PROPOSE,)),))
    result = bulletins.score(wanted, report(), [claim("Norland", Act.PROPOSE, "proposed", "a fund")], [])
    assert result.acts == {Act.DEMAND: Counts(1)}


def test_signs_turn_round_with_denial() -> None:
    assert stances.sign((Act.SUPPORT,), Modality.ASSERTED) == 1
    assert stances.sign((Act.SUPPORT,), Modality.NEGATED) == -1
    assert stances.sign((Act.AGREE, Act.REJECT), Modality.ASSERTED) == -1
    assert stances.sign((Act.STATE,), Modality.ASSERTED) == 0


def test_wrong_sign_is_held_against_the_same_predicate() -> None:
    text = "Norland supported the fund and opposed the levy."
    sided = [
        ("Norland", False, span("supported", text), [span("the fund", text)], 1),
        ("Norland", False, span("opposed", text), [span("the levy", text)], -1),
    ]
    right = claim("Norland", Act.OPPOSE, "opposed", "the levy", text)
    wrong = claim("Norland", Act.OPPOSE, "supported", "the fund", text)
    denied = replace(wrong, act=Act.SUPPORT, modality=Modality.NEGATED)
    assert stances.wrong_signs(sided, [right]) == 0
    assert stances.wrong_signs(sided, [wrong, denied, right]) == 2
    assert stances.wrong_signs(sided, [replace(wrong, actor="Elbonia")]) == 0

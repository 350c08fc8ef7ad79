"""Only what stands in the text word for word becomes a claim."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.lm.conftest import report_of
from tracktwo import reading
from tracktwo.reading import lm
from tracktwo.reading.lm.asking import Answer
from tracktwo.reading.lm.grounding import QUOTED, Dropped
from tracktwo.reading.lm.passages import LENGTH, passages
from tracktwo.reading.lm.server import Server
from tracktwo.record.checking import check_claim
from tracktwo.vocabulary import Act, Modality, Report, Segment, SegmentKind, Voice

SERVER = Server.named("stub:1b")
REJECTS = {"act": "reject", "actor": "Norway", "predicate": "rejected", "object": "the draft"}
TALKS = report_of(
    "# Talks",
    "Norway rejected the draft.",
    "Kenya and Chile supported it, but Norway rejected the draft again.",
    "Peru’s envoy\nsaid “no” to the fees – twice.",
)


LONG = TALKS.text[TALKS.text.index("rejected") : TALKS.text.index("\nsaid")]


def read(report: Report, *answers: Answer) -> lm.ModelReading:
    (done,) = lm.read_all([report], SERVER, ask=lambda passage: [a for a in answers if passage])
    return done


def one(claim: str, at: tuple[int, int] | None = None, **attributes: Any) -> Answer:
    return Answer(claim, at, attributes)


def dropped(*answers: Answer) -> dict[Dropped, int]:
    done = read(TALKS, *answers)
    assert done.claims == ()
    return dict(done.dropped)


def test_a_grounded_answer_is_a_claim_like_those_of_the_rules() -> None:
    (claim,) = read(TALKS, one("Norway rejected the draft again", **REJECTS)).claims
    assert (claim.actor, claim.party, claim.act) == ("Norway", "Norway", Act.REJECT)
    assert (claim.modality, claim.voice) == (Modality.ASSERTED, Voice.OWN)
    assert claim.quote == "Kenya and Chile supported it, but Norway rejected the draft again."
    assert claim.method == "llm/1:ollama/stub:1b"
    assert "unmeasured" in {flag.code for flag in claim.flags}
    # No invented number: nobody has counted how often this model is right.
    assert claim.confidence is None
    assert claim.waits


def test_what_both_readers_read_alike_has_one_id() -> None:
    report = report_of("Norway rejected the draft.")
    (claim,) = read(report, one("Norway rejected the draft", **REJECTS)).claims
    assert claim.id in {rule.id for rule in reading.read(report).claims}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (one("Sweden rejected the draft", **REJECTS), Dropped.NOT_THERE),
        (one("orway rejected the draf", **REJECTS), Dropped.NOT_THERE),
        (one("", **REJECTS), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **{**REJECTS, "actor": "Sweden"}), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **{**REJECTS, "predicate": "refused"}), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **{**REJECTS, "object": "the budget"}), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **REJECTS, condition="if paid"), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **REJECTS, source="an aide", cue="said"), Dropped.NOT_THERE),
        (one("Norway rejected the draft again", **REJECTS, toward="Mars"), Dropped.NOT_THERE),
        (one("Norway rejected the draft", **REJECTS), Dropped.TWICE),
        (one("Norway rejected the draft", (1, 3), **REJECTS), Dropped.TWICE),
        (one("Norway rejected the draft again", **{**REJECTS, "act": "refuse"}), Dropped.UNKNOWN_ACT),
        (one("Norway rejected the draft again", **{**REJECTS, "act": None}), Dropped.UNKNOWN_ACT),
        (one("Norway rejected the draft again", **{**REJECTS, "act": ["reject"]}), Dropped.UNKNOWN_ACT),
        (one("Norway rejected the draft again", **REJECTS, modality="sure"), Dropped.UNKNOWN_MODALITY),
        (one("Norway rejected the draft again", act="reject", actor="Norway"), Dropped.NO_PREDICATE),
        (one(LONG, **REJECTS), Dropped.TOO_LONG),
    ],
)  # fmt: skip
def test_every_other_answer_is_dropped_with_its_reason(answer: Answer, reason: Dropped) -> None:
    assert dropped(answer) == {reason: 1}


def test_of_words_that_stand_twice_the_place_langextract_found_is_taken() -> None:
    passage = next(passages(TALKS))
    words = "Norway rejected the draft"
    second = TALKS.text.index(words, TALKS.text.index(words) + 1) - passage.start
    for at in (0, second):
        (claim,) = read(TALKS, one(words, (at, at + len(words)), **REJECTS)).claims
        assert claim.actor_start == passage.start + at


def test_a_wrong_place_given_for_words_that_stand_once_is_put_right() -> None:
    words = "Norway rejected the draft again"
    (claim,) = read(TALKS, one(words, (0, 9), **REJECTS)).claims
    assert claim.predicate_start == TALKS.text.index("rejected", TALKS.text.index("Kenya"))


def test_line_breaks_and_quotation_marks_may_be_written_otherwise() -> None:
    words = {"act": "reject", "actor": "Peru's envoy", "predicate": 'said "no"', "object": "the fees"}
    answer = one('Peru\'s envoy said "no" to the fees - twice', **words)
    (claim,) = read(TALKS, answer).claims
    assert claim.predicate == "said “no”"
    assert claim.quote == "Peru’s envoy\nsaid “no” to the fees – twice."


def test_joined_actors_give_a_claim_each_and_unknown_ones_none_of_their_own() -> None:
    both = read(
        TALKS,
        one("Kenya and Chile supported it", act="support", actor="Kenya and Chile", predicate="supported"),
    )
    assert [claim.actor for claim in both.claims] == ["Kenya", "Chile"]
    report = report_of("The Wharf Gazette supported it.", "the shunters opposed it.", "This was agreed.")
    made = read(
        report,
        one(
            "The Wharf Gazette supported it", act="support", actor="The Wharf Gazette", predicate="supported"
        ),
        one("the shunters opposed it", act="oppose", actor="the shunters", predicate="opposed"),
        one("This was agreed", act="agree", predicate="was agreed", object="This"),
    ).claims
    assert [(claim.actor, claim.unnamed) for claim in made][1:] == [(None, True), (None, False)]
    assert made[0].actor in ("Wharf Gazette", "The Wharf Gazette")


def test_a_pronoun_stands_for_whom_the_answer_names() -> None:
    report = report_of("Chile left the hall.", "It had rejected the draft.")
    answer = {**REJECTS, "actor": "It", "predicate": "had rejected", "actor_named": "Chile"}
    (claim,) = read(report, one("It had rejected the draft", **answer)).claims
    assert (claim.actor, claim.actor_text, claim.party) == ("Chile", "It", "Chile")
    assert ("Chile",) in [flag.readings for flag in claim.flags if flag.code == "anaphor"]
    assert read(report, one("It had rejected the draft", **{**answer, "actor_named": "Peru"})).claims == ()


def test_an_actor_of_the_sentence_before_is_flagged_and_the_quote_holds_the_object() -> None:
    report = report_of("Norway was clear.", "Rejected was the draft.")
    answer = one("Norway was clear. Rejected was the draft", **{**REJECTS, "predicate": "Rejected"})
    (claim,) = read(report, answer).claims
    assert "actor-inferred" in {flag.code for flag in claim.flags}
    assert claim.quote == "Rejected was the draft."


def test_attribution_condition_time_and_terms_are_read_from_the_same_words() -> None:
    pledge = "Chile would release all hostages on 3 May 2024 if the siege ends"
    report = report_of(f"Officials in Kenya said {pledge}.")
    (claim,) = read(
        report,
        one(
            pledge,
            act="pledge",
            actor="Chile",
            predicate="would release",
            object="all hostages",
            modality="conditional",
            condition="if the siege ends",
            source="Officials in Kenya",
            cue="said",
        ),
    ).claims
    assert (claim.modality, claim.condition) == (Modality.CONDITIONAL, "if the siege ends")
    assert (claim.event_text, claim.event_from) == ("on 3 May 2024", "2024-05-03")
    assert [(source.text, source.cue) for source in claim.attribution] == [("Officials in Kenya", "said")]
    assert claim.voice is not Voice.OWN


def test_claims_come_in_the_order_of_the_text_whatever_the_models() -> None:
    answers = [
        one("Kenya and Chile supported it", act="support", actor="Chile", predicate="supported"),
        one("Norway rejected the draft again", **REJECTS),
        one("Norway rejected the draft", (0, 25), **REJECTS),
    ]
    forward, back = read(TALKS, *answers), read(TALKS, *answers[::-1])
    assert forward == back
    places = [(claim.start, claim.predicate_start) for claim in forward.claims]
    assert places == sorted(places)


def test_passages_hold_whole_sentences_and_nothing_else() -> None:
    sentences = [f"Norway supported plan {number} of the many plans." for number in range(80)]
    report = report_of("# A heading", *sentences[:40], "# Another", *sentences[40:], "x" * 5000)
    cut = list(passages(report))
    assert all(part.end - part.start <= LENGTH for part in cut)
    assert [s for part in cut for s in part.sentences] == [
        s for s in report.segments if report.text[s.start] == "N"
    ]
    assert not any("#" in report.text[part.start : part.end] for part in cut)


WORDS = st.sampled_from(
    [
        "Norway",
        "rejected",
        "the draft",
        "Norway rejected the draft again",
        "Kenya and Chile",
        "supported it",
        "it",
        "said “no”",
        "Peru’s envoy",
        "",
        "zzz",
        "reject",
        "support",
        "state",
        "asserted",
        "negated",
        "?!",
        "\u202e",
        "📜",
    ]
)
ATTRIBUTES = st.dictionaries(st.sampled_from(["act", "modality", *QUOTED]), WORDS)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(WORDS, ATTRIBUTES), max_size=4))
def test_whatever_a_model_says_every_word_of_a_claim_stands_in_the_text(
    said: list[tuple[str, dict[str, str]]],
) -> None:
    answers = [Answer(text, None, attributes) for text, attributes in said]
    done = read(TALKS, *answers)
    assert sum(done.dropped.values()) <= len(answers)
    for claim in done.claims:
        check_claim(claim, TALKS.text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200), st.data())
def test_no_text_and_no_answer_makes_it_raise(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    segments = tuple(
        Segment(start, end, SegmentKind.SENTENCE)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if start < end
    )
    report = Report("any", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), segments)
    piece = st.builds(lambda a, b: text[min(a, b) : max(a, b)], *[st.integers(0, len(text))] * 2)
    answer = st.builds(
        lambda claim, predicate, actor: Answer(
            claim, None, {"act": "reject", "predicate": predicate, "actor": actor, "object": actor}
        ),
        piece, piece, piece,
    )  # fmt: skip
    said = data.draw(st.lists(answer, max_size=4))
    (done,) = lm.read_all([report], SERVER, ask=lambda _: said)
    for claim in done.claims:
        check_claim(claim, text)

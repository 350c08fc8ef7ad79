"""Whom "he" and "she" mean: by gender, past quotations, never the speaker of the words they stand in."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.reading.clauses.draft import ActorRef
from tracktwo.reading.coreference.genders import cannot_be, gender_of, told_by_titles


def who(claims: Read, pronoun: str, *sentences: str) -> set[str | None]:
    """Whom claims of the last sentence give for a pronoun."""
    return {
        claim.actor
        for claim in claims(*sentences)
        if claim.quote == sentences[-1] and (claim.actor_text or "").lower() == pronoun
    }


@pytest.mark.parametrize(
    ("pronoun", "sentences", "meant"),
    [
        ("she", ("President Omar Lode met Queen Astrid.", "She praised the accord."), "Astrid"),
        ("he", ("Queen Astrid met President Omar Lode.", "He praised the accord."), "Omar Lode"),
        (
            "he",
            ("Premier Tomas Vik presented the plan.", "Petra Vana criticised the plan.", "He rejected that."),
            "Tomas Vik",
        ),
        (
            "he",
            (
                "Premier Tomas Vik presented the plan.",
                "Petra Vana criticised the plan.",
                "She warned the cabinet.",
                "She called for a vote.",
                "He rejected the call.",
            ),
            "Tomas Vik",
        ),
        (
            "she",
            ("Anna Thorne and Peter Lund met the police.", "She announced a review."),
            "Anna Thorne",
        ),
        ("he", ("Mrs Vik met Mr Lode.", "He promised aid."), "Lode"),
    ],
)
def test_gender_tells_two_persons_apart(
    claims: Read, pronoun: str, sentences: tuple[str, ...], meant: str
) -> None:
    assert who(claims, pronoun, *sentences) == {meant}


@pytest.mark.parametrize(
    ("pronoun", "sentences"),
    [
        ("she", ("Premier Tomas Vik criticised the plan.", "She rejected the offer.")),
        ("he", ("Petra Vana criticised Ruth Berg.", "He rejected the offer.")),
        ("she", ("Omar Lode met Petra Vana and Ruth Berg.", "She rejected the offer.")),
        ("he", ("A spokeswoman confirmed the talks.", "He rejected the offer.")),
    ],
)
def test_nobody_is_better_than_the_wrong_one(claims: Read, pronoun: str, sentences: tuple[str, ...]) -> None:
    assert who(claims, pronoun, *sentences) <= {None}


def test_after_a_quotation_it_is_who_spoke(claims: Read) -> None:
    read = claims(
        "The Foreign Secretary, Robert Alden, said:",
        '"I condemn the attack.',
        "My thoughts are with the families.",
        'Our staff will help them."',
        "He urged both sides to stop.",
    )
    assert ("Robert Alden", "urge") in {(claim.actor, claim.act.value) for claim in read}


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        (("Peter Hale criticised Justin Lund.",), "Justin Lund"),
        (("Peter Hale criticised Justin Lund.", "Hale met Paul Berg and Simon Kant."), None),
    ],
)
def test_a_speaker_is_no_he_of_his_own_words(
    claims: Read, before: tuple[str, ...], meant: str | None
) -> None:
    assert who(claims, "he", *before, '"He rejected every offer," Hale said.') == {meant}


def test_another_speaker_may_tell_of_who_was_named(claims: Read) -> None:
    words = '"He rejected every offer," Simon Kant said.'
    assert who(claims, "he", "Peter Hale resigned on Monday.", words) == {"Peter Hale"}


@pytest.mark.parametrize(
    ("name", "text", "role", "gender"),
    [
        ("Petra Vana", "Vana", None, "she"),
        ("Omar Lode", "Lode", "President", "he"),
        ("Kim Doe", "Doe", None, None),
        ("Kim Doe", "Doe", "spokeswoman for the king", "she"),
        ("King Tomas", "King Tomas", None, "he"),
        ("Berg", "Berg", None, "she"),
        (None, "a spokesman for Queen Astrid", None, "he"),
        (None, "the minister", None, None),
    ],
)
def test_gender_of(name: str | None, text: str, role: str | None, gender: str | None) -> None:
    assert gender_of(ActorRef(name, text, 0, 1, role), {"berg": "she"}) == gender


def test_titles_of_both_genders_tell_nothing() -> None:
    assert told_by_titles("Mr Lund met Ms Anna Keller, Mr Berg and Mrs Berg.") == {
        "lund": "he",
        "keller": "she",
    }


def test_other_pronouns_fit_everybody() -> None:
    keller = ActorRef("Anna Keller", "Keller", 0, 6, kind="person")
    assert [cannot_be(word, keller, {}) for word in ("he", "his", "she", "they", "it")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "before",
    [
        "After leaving office, Viktor Berg joined the club.",
        "In 1998 Viktor Berg joined the club.",
        "Viktor Berg, the former mayor, joined the club.",
    ],
)
@pytest.mark.parametrize("between", [(), ("The party backed the plan.",), ("The war went on.",)])
def test_it_goes_on_with_whom_the_text_is_about(claims: Read, before: str, between: tuple[str, ...]) -> None:
    assert who(claims, "he", before, *between, "He rejected the offer.") == {"Viktor Berg"}


@pytest.mark.parametrize("other", ["The gunman fled.", "The old driver waited.", "The judge refused."])
def test_a_person_without_a_name_comes_between(claims: Read, other: str) -> None:
    found = who(claims, "he", "Viktor Berg rejected the plan.", other, "He attacked the guards.")
    assert found <= {None}


@pytest.mark.parametrize(
    ("before", "sentence", "meant"),
    [
        ("The Varnish Front attacked Lima.", "Its fighters seized two ferries.", "Varnish Front"),
        ("Peru attacked the port.", "Its troops seized two ferries.", "Peru"),
        ("Peru attacked the port.", "Its soldiers seized two ferries.", None),
        ("General Omar Lode rejected the truce.", "His fighters seized two ferries.", None),
    ],
)
def test_whose_fighters(claims: Read, before: str, sentence: str, meant: str | None) -> None:
    read = claims(before, sentence)
    assert {c.actor for c in read if c.predicate == "seized"} == {meant}


@pytest.mark.parametrize(
    ("sentences", "nouns"),
    [
        (("Robert Alden spoke.", "His call for restraint was welcomed."), {("Robert Alden", "call")}),
        (("Peru spoke.", "The rebels rejected its appeal for calm."), {("Peru", "appeal")}),
        (("Robert Alden spoke.", "He renewed his call for restraint."), set()),
        (("Robert Alden met Paul Berg and Jon Vik.", "Our call for calm was welcomed."), set()),
        (("Robert Alden spoke.", "Her call for restraint was welcomed."), set()),
    ],
)
def test_whose_call(claims: Read, sentences: tuple[str, ...], nouns: set[tuple[str, str]]) -> None:
    read = claims(*sentences)
    told = [(c.actor, c.predicate) for c in read if c.actor and c.predicate in ("call", "appeal")]
    assert sorted(told) == sorted(nouns)


VOTE = "Foreign Minister Paul Vik criticised the vote."


@pytest.mark.parametrize(
    ("sentences", "meant"),
    [
        ((VOTE, "After meeting Omar Lode, he rejected the offer."), "Paul Vik"),
        ((VOTE, "In a letter to Omar Lode, he rejected the offer."), "Paul Vik"),
        ((VOTE, "Flanked by Omar Lode, he rejected the offer."), "Paul Vik"),
        ((VOTE, "According to Omar Lode, he rejected the offer."), "Omar Lode"),
        ((VOTE, "When Omar Lode resigned, he rejected the offer."), "Omar Lode"),
        (("Police arrested Paul Vik on Monday.", "He rejected the charges."), "Paul Vik"),
        (("Fighters loyal to Omar Lode attacked Lima.", "He rejected the charges."), "Omar Lode"),
        ((VOTE, "The deal collapsed.", "He rejected the charges."), "Paul Vik"),
        (
            ("The council met.", "Its negotiator, Per Strand, defended it.", "He rejected the charges."),
            "Per Strand",
        ),
    ],
)
def test_subjects_and_who_stands_beside_them(claims: Read, sentences: tuple[str, ...], meant: str) -> None:
    assert who(claims, "he", *sentences) == {meant}


@pytest.mark.parametrize(
    "sentences",
    [
        (VOTE, "Police arrested Omar Lode.", "He rejected the charges."),
        ("The rebels killed Omar Lode and Paul Vik.", "He rejected the offer."),
    ],
)
def test_two_who_fit_leave_it_open(claims: Read, sentences: tuple[str, ...]) -> None:
    assert who(claims, "he", *sentences) <= {None}


def test_they_after_two_and_one_are_left_open(claims: Read) -> None:
    sentences = ("Peru and Chile signed a treaty.", "Norway criticised it.", "They rejected the criticism.")
    assert who(claims, "they", *sentences) <= {None}

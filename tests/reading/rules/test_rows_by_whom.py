"""Rows of bulletins: who is meant, who is not, and by which word."""

from __future__ import annotations

import pytest

from tests.reading.conftest import report_of
from tracktwo import reading

Rows = set[tuple[str, str, str]]


def rows(*sentences: str) -> Rows:
    report = report_of(*sentences)
    return {(p.actor, p.predicate, p.message) for p in reading.propositions(reading.read(report), report)}


def by(actors: tuple[str, ...], predicate: str, message: str) -> Rows:
    return {(actor, predicate, message) for actor in actors}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Peru proposed, and members agreed to, a longer pause in June.",
            by(("Peru",), "proposed", "a longer pause in June"),
        ),
        (
            "Peru proposed, and Chile agreed, to meet again in June.",
            by(("Peru",), "proposed", "to meet again in June")
            | by(("Chile",), "agreed", "to meet again in June"),
        ),
        (
            "Peru responded that, after reading both drafts, it was content.",
            by(("Peru",), "responded", "that, after reading both drafts, it was content"),
        ),
    ],
)
def test_what_follows_an_aside_is_governed(sentence: str, expected: Rows) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Peru said fees must be considered and called for a shorter list.",
            by(("Peru",), "said", "fees must be considered") | by(("Peru",), "called", "for a shorter list"),
        ),
        (
            "Noting Chile had voted on all items, Peru closed the first part of the day.",
            by(("Peru",), "noting", "Chile had voted on all items") | by(("Chile",), "voted", "on all items"),
        ),
        (
            "Peru said it was in the process of counting votes and requested time to finish.",
            by(("Peru",), "said", "it was in the process of counting votes")
            | by(("Peru",), "requested", "time to finish"),
        ),
        (
            "Peru noted the old and proposed text on fees.",
            by(("Peru",), "noted", "the old and proposed text on fees"),
        ),
        (
            "Peru supported the text, noting the issue is complex.",
            by(("Peru",), "supported", "the text") | by(("Peru",), "noting", "the issue is complex"),
        ),
        (
            "However, doubts persisted and Peru announced that the port would close.",
            by(("Peru",), "announced", "that the port would close"),
        ),
        (
            "Peru stated its willingness to talk about fees and, supported by Chile, opposed moving out.",
            by(("Peru",), "stated", "its willingness to talk about fees")
            | by(("Peru", "Chile"), "opposed", "moving out"),
        ),
        (
            "Peru called for a new levy and, with Chile and Mali and others, supported reference to fees.",
            by(("Peru",), "called", "for a new levy")
            | by(("Peru", "Chile", "Mali"), "supported", "reference to fees"),
        ),
        (
            "Many noted the delay before Lima, with Chile, for Mali, requesting talks.",
            by(("Chile", "Mali"), "requesting", "talks"),
        ),
    ],
)
def test_who_goes_on_speaking(sentence: str, expected: Rows) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Peru observed that the terms of the deal are unclear.",
            by(("Peru",), "observed", "that the terms of the deal are unclear"),
        ),
        ("Peru observed the truce.", set()),
        (
            "Peru supported a proposal by Chile that referred to fees.",
            by(("Peru",), "supported", "a proposal by Chile that referred to fees")
            | by(("Chile",), "proposal", "that referred to fees"),
        ),
        (
            "Peru acknowledged the cost but, stressing the delay, disagreed with Chile.",
            by(("Peru",), "acknowledged", "the cost")
            | by(("Peru",), "stressing", "the delay")
            | by(("Peru",), "disagreed", "with Chile"),
        ),
        (
            "Peru noted that ships have not brought what they promised and, with relief, called for fees.",
            by(("Peru",), "noted", "that ships have not brought what they promised")
            | by(("Peru",), "called", "for fees"),
        ),
    ],
)
def test_a_word_that_reports_nothing_gives_no_row(sentence: str, expected: Rows) -> None:
    assert rows(sentence) == expected


def test_supporters_say_all_that_the_speaker_says_and_opposers_note_nothing() -> None:
    message = "that Mali speak if asked to do so"
    assert rows(f"Peru, supported by Chile and opposed by Kenya, proposed {message}, noting the delay.") == (
        by(("Peru", "Chile"), "proposed", message)
        | by(("Kenya",), "not proposed", message)
        | by(("Peru", "Chile"), "noting", "the delay")
    )
    assert rows("Peru, supported by Chile, proposed deciding on fees this year.") == by(
        ("Peru", "Chile"), "proposed", "deciding on fees this year"
    )


def test_a_state_in_brackets_is_no_name_of_its_own_however_often_it_is_written() -> None:
    sentences = (
        "Co-Chair Okko Brandt (New Zealand) presented text on fees.",
        "Okko Brandt (New Zealand) reported agreement on fees.",
        "Co-Chair Mia Tuvan (New Zealand) highlighted progress and costs.",
    )
    assert rows(*sentences) == {
        ("Okko Brandt", "presented", "text on fees"),
        ("Okko Brandt", "reported", "agreement on fees"),
        ("Mia Tuvan", "highlighted", "progress and costs"),
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The PHILLIPINES", "Philippines"),
        ("LICHTENSTEIN", "Liechtenstein"),
        ("St. Vincent and Grenadines", "Saint Vincent and the Grenadines"),
        ("The WORLD RESEARCH INSTITUTE", "World Research Institute"),
        ("The INDIGENOUS PEOPLES' ORGANIZATIONS (IPOs)", "Indigenous Peoples Organizations"),
        ("A representative of the sixth HARBOUR FORUM FOR WATER", "Harbour Forum for Water"),
    ],
)
def test_names_as_they_are_written(written: str, name: str) -> None:
    assert rows(f"{written} opposed the levy on fuel.") == {(name, "opposed", "the levy on fuel")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Peru stressed, inter alia, that fees are high.",
            by(("Peru",), "stressed", "that fees are high"),
        ),
        (
            "Peru noted, however, that fees are high.",
            by(("Peru",), "noted", "that fees are high"),
        ),
        (
            "Peru said the levy would add costs by not clarifying how ships pay.",
            by(("Peru",), "said", "the levy would add costs by not clarifying how ships pay"),
        ),
        (
            "Peru urged using the time well, and with Chile, stressed the cost of delay.",
            by(("Peru",), "urged", "using the time well")
            | by(("Peru", "Chile"), "stressed", "the cost of delay"),
        ),
        (
            "Peru proposed that Chile, Kenya and Mali form a small group to agree on fees.",
            by(("Peru",), "proposed", "that Chile, Kenya and Mali form a small group to agree on fees"),
        ),
        (
            "Peru, opposed by Kenya, called for establishing a spin-off group on fees.",
            by(("Peru",), "called", "for establishing a spin-off group on fees")
            | by(("Kenya",), "not called", "for establishing a spin-off group on fees"),
        ),
        (
            "To bridge the gap, Peru proposed a levy.",
            by(("Peru",), "proposed", "a levy"),
        ),
        ("Chair Okko Brandt suspended the session.", set()),
        (
            "Chair Okko Brandt said he would draft conclusions on fees.",
            by(("Okko Brandt",), "said", "he would draft conclusions on fees"),
        ),
        (
            "Chair Sa'ida Tuvan presented a draft on fees.",
            by(("Sa'ida Tuvan",), "presented", "a draft on fees"),
        ),
        (
            "Chair Okko d'Averne presented a draft on fees.",
            by(("Okko d'Averne",), "presented", "a draft on fees"),
        ),
        ("The lead authors presented a draft on fees.", set()),
        (
            "Peru presented its 2005 report and proposed 2006 budget.",
            by(("Peru",), "presented", "its 2005 report and proposed 2006 budget"),
        ),
        (
            "Peru praised laws that help miners and identified several gaps.",
            by(("Peru",), "praised", "laws that help miners") | by(("Peru",), "identified", "several gaps"),
        ),
        (
            "Peru said that Chile had little time when it requested figures.",
            by(("Peru",), "said", "that Chile had little time when it requested figures"),
        ),
        ("Peru justified the levy.", by(("Peru",), "justified", "the levy")),
    ],
)
def test_what_is_no_part_of_a_row(sentence: str, expected: Rows) -> None:
    assert rows(sentence) == expected

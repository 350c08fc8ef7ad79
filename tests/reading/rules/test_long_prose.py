"""Whole passages of releases and accounts: people without a name, unknown names, what is set between."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read
from tracktwo.reading.plenary import sits_in_plenary

# Text, act, actor (None where nobody is named) and the words of the actor.
READ = [
    # People at large are some people where no meeting is reported on.
    ("Participants pledged 40 million euros for the wells.", "pledge", None, "Participants"),
    ("Delegates from nine valleys gathered in the cathedral.", "meet", None, "Delegates"),
    ("The two countries held talks on the dam.", "meet", None, "two countries"),
    # What an office underlines is said by it.
    ("The minister underlined the importance of open ports.", "state", None, "The minister"),
    # Names that no list knows, in reports that tell of no fighting.
    ("The Apostolic Nuncio brought the two sides together.", "mediate", "Apostolic Nuncio", None),
    ("In March the Tanners' Bank of Orly rejected the offer.", "reject", None, None),
    # Bodies told by a common noun, and what "it" then means.
    ("The movement rejected the offer.", "reject", None, "The movement"),
    ("The consortium rejected the offer. It demanded a new survey.", "demand", None, "It"),
    ("The executive voted in favour of the merger.", "vote_for", None, "The executive"),
    # Who a relative clause and an aside belong to.
    ("Families of the victims, who had waited for years, demanded an inquiry.", "demand", None, "Families"),
    (
        "The fishers' union, whose members had struck in May, rejected the offer.",
        "reject",
        "fishers' union",
        None,
    ),
    (
        "The government of Ada Moreno, which lost the vote, rejected the offer.",
        "reject",
        None,
        "The government",
    ),
    ("Ada Moreno herself supported the ban.", "support", "Ada Moreno", None),
    ("Ada Moreno met the dockers' committee twice.", "meet", "Ada Moreno", None),
    ("Ada Moreno met her French counterparts to review the quota.", "meet", "Ada Moreno", None),
    # Payments, cases, railways and depots.
    ("Norway suspended disbursements in June.", "suspend", "Norway", None),
    ("Peru reopened the railway.", "resume", "Peru", None),
    ("Peru dropped its case against Chile.", "withdraw", "Peru", None),
    ("Drivers walked out of two depots.", "suspend", None, "Drivers"),
    ("Norway financed the second phase of the canal.", "support", "Norway", None),
    ("Norway released 4 million euros for the wells.", "pledge", "Norway", None),
    ("Kenya cancelled the debt.", "implement", "Kenya", None),
    ("General Tomas Berg had the leaders of the strike arrested.", "sanction", "Tomas Berg", None),
    ("The Andean states agreed in principle to cut the quota.", "agree", None, None),
    ("Norway closed two ports after talks on fees broke down.", "happen", None, None),
]
NOT_READ = [
    ("Ada Moreno, who visited the camps, paid tribute to the crews.", "state", "crews"),
    ("The surgeons had counted nine sailors killed in the raid.", "use_force", "The surgeons"),
    ("Her group voted on Tuesday.", "vote", "Her group"),
    ("The government of Ada Moreno rejected the offer.", "reject", "Ada Moreno"),
    ("Norway walked off the stage.", "suspend", "Norway"),
    ("Peru dropped its price.", "withdraw", "Peru"),
    ("Lake Turo supports a rich fishery.", "support", "Lake Turo"),
    ("Norway met the demands of the strikers.", "meet", "Norway"),
]


@pytest.mark.parametrize(("text", "act", "actor", "words"), READ)
def test_who_does_what(claims: Read, text: str, act: str, actor: str | None, words: str | None) -> None:
    found = [c for c in claims(*text.split(". ")) if c.act.value == act]
    assert found
    if actor is not None:
        assert actor in [c.actor for c in found]
    if words is not None:
        assert words in [c.actor_text for c in found]
        assert all(c.actor is None and c.unnamed for c in found)


@pytest.mark.parametrize(("text", "act", "words"), NOT_READ)
def test_who_does_not(claims: Read, text: str, act: str, words: str) -> None:
    assert words not in [c.actor_text for c in claims(text) if c.act.value == act]


def test_delegates_of_a_plenary_are_nobody(claims: Read) -> None:
    bulletin = (
        "In plenary, delegates heard the Co-Chairs.",
        "The contact group met at noon.",
        "Parties asked the secretariat for figures.",
        "Delegates welcomed the draft.",
    )
    assert sits_in_plenary(" ".join(bulletin))
    assert not [c for c in claims(*bulletin) if c.act.value == "support"]
    assert [c for c in claims(bulletin[-1]) if c.act.value == "support"]

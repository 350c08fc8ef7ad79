"""What makes a case, what goes to the rest, and what is too little to be an issue or a proposal."""

from __future__ import annotations

from tests.record.linking.made import Text, linked, pictures
from tracktwo.vocabulary import Act, Modality, Stage, Voice


def talks(key: str = "talks", date: str = "2025-04-01") -> Text:
    """Two companies that negotiate, one with an offer."""
    text = Text(key, date).sentence("Orlo Mills and the Weavers Guild held talks on pay in Tarnby.")
    for one, other in (("Orlo Mills", "Weavers Guild"), ("Weavers Guild", "Orlo Mills")):
        text.claim(Act.MEET, "talks", "talks on pay in Tarnby", actor=one, party=one, toward=other)
    text.sentence("Orlo Mills offered a pay rise of 3 percent.")
    rise = text.term("rise", "a pay rise of 3 percent", theme="pay", extent="3 percent")
    text.claim(
        Act.OFFER, "offered", "a pay rise of 3 percent", actor="Orlo Mills", party="Orlo Mills", terms=(rise,)
    )
    return text


def fire(key: str, town: str) -> Text:
    """A report of no negotiation."""
    text = Text(key, "2025-04-02").sentence(f"The mayor of {town} said the fire was out.")
    text.claim(
        Act.STATE, "said", "the fire was out", actor_text=f"The mayor of {town}", by=None, unnamed=True
    )
    return text


def test_reports_of_no_negotiation_are_one_last_picture() -> None:
    made = pictures(talks(), fire("fire-1", "Vall"), fire("fire-2", "Ostby"), fire("fire-3", "Nord"))
    assert [sorted(p.reports) for p in made] == [["talks"], ["fire-1", "fire-2", "fire-3"]]
    assert made[-1].title == "Reports that tell of no negotiation"
    assert made[-1].parties == ()


def test_every_report_is_in_exactly_one_picture() -> None:
    silent = Text("silent", "2025-04-03").sentence("Nothing is known.")
    for texts in (
        [talks(), silent],
        [talks(), fire("fire", "Vall"), silent],
        [fire("a", "Vall"), fire("b", "Nord")],
    ):
        made = pictures(*texts)
        assert sorted(key for p in made for key in p.reports) == sorted(t.key for t in texts)


def test_words_any_sentence_may_be_about_are_no_issue() -> None:
    text = talks()
    text.sentence("Orlo Mills proposed to end the crisis and to cut this.")
    crisis = text.term("end", "end the crisis", theme="crisis")
    this = text.term("cut", "cut this", theme="this")
    text.claim(
        Act.PROPOSE, "proposed", "to end the crisis and to cut this",
        actor="Orlo Mills", party="Orlo Mills", terms=(crisis, this),
    )  # fmt: skip
    assert {issue.name for issue in linked(text).issues} == {"wages"}


def test_an_issue_is_called_by_its_head_phrase() -> None:
    text = talks()
    text.sentence("The Weavers Guild proposed to widen loom lanes in the hall that the mill built.")
    lanes = text.term(
        "widen", "widen loom lanes in the hall", theme="loom lanes in the hall that the mill built"
    )
    text.claim(
        Act.PROPOSE, "proposed", "to widen loom lanes in the hall that the mill built",
        actor="Weavers Guild", party="Weavers Guild", terms=(lanes,),
    )  # fmt: skip
    assert "loom lanes" in {issue.name for issue in linked(text).issues}


def test_a_proposal_nobody_made_with_no_terms_is_none() -> None:
    text = talks()
    text.sentence("A plan was proposed.")
    text.claim(Act.PROPOSE, "was proposed", "A plan", flags=("agent-not-stated",))
    assert [p.by for p in linked(text).proposals] == ["Orlo Mills"]


def test_several_terms_demanded_at_once_are_a_package_and_one_is_none() -> None:
    text = talks()
    text.sentence("The Weavers Guild demanded a pay rise of 9 percent and an end to night shifts.")
    terms = (
        text.term("rise", "a pay rise of 9 percent", theme="pay", extent="9 percent"),
        text.term("end", "an end to night shifts", theme="night shifts"),
    )
    words = "a pay rise of 9 percent and an end to night shifts"
    text.claim(Act.DEMAND, "demanded", words, actor="Weavers Guild", party="Weavers Guild", terms=terms)
    made = {p.by: p for p in linked(text).proposals}
    assert {t.option for t in made["Weavers Guild"].terms.values()} == {"9 percent", "end"}
    assert {(s.issue, s.option) for s in linked(text).stances if s.act is Act.DEMAND} >= {
        ("wages", "9 percent")
    }
    alone = talks()
    alone.sentence("The Weavers Guild demanded a pay rise of 9 percent.")
    rise = alone.term("rise", "a pay rise of 9 percent", theme="pay", extent="9 percent")
    alone.claim(
        Act.DEMAND, "demanded", "a pay rise of 9 percent",
        actor="Weavers Guild", party="Weavers Guild", terms=(rise,),
    )  # fmt: skip
    assert [p.by for p in linked(alone).proposals] == ["Orlo Mills"]


def test_a_side_takes_back_its_own_proposal_only() -> None:
    text = talks()
    text.sentence("Orlo Mills had withdrawn its offer of 3 percent.")
    text.claim(
        Act.WITHDRAW, "had withdrawn", "its offer of 3 percent", actor="Orlo Mills", party="Orlo Mills"
    )
    assert [p.stage for p in linked(text).proposals] == [Stage.WITHDRAWN]
    other = talks()
    other.sentence("The Weavers Guild had withdrawn its offer.")
    other.claim(Act.WITHDRAW, "had withdrawn", "its offer", actor="Weavers Guild", party="Weavers Guild")
    assert Stage.WITHDRAWN not in {p.stage for p in linked(other).proposals}


def test_urging_members_to_reject_an_offer_stands_against_it() -> None:
    text = talks()
    text.sentence("Mara Lund urged the members to reject the offer.")
    text.claim(Act.URGE, "urged", "to reject the offer", actor="Mara Lund", party="Weavers Guild")
    (stance,) = [s for s in linked(text).stances if s.actor == "Mara Lund"]
    assert (stance.act, stance.proposal) == (Act.OPPOSE, linked(text).proposals[0].key)


def test_agreed_needs_both_sides_in_words_that_are_theirs() -> None:
    for modality, voice, stage in (
        (Modality.ASSERTED, Voice.REPORTER, Stage.AGREED),
        (Modality.POSSIBLE, Voice.REPORTER, None),
        (Modality.ASSERTED, Voice.THIRD_PARTY, None),
    ):
        text = talks()
        text.sentence("Orlo Mills and the Weavers Guild agreed on a contract of two years.")
        term = text.term("contract", "a contract of two years", extent="two years")
        for side in ("Orlo Mills", "Weavers Guild"):
            text.claim(
                Act.AGREE, "agreed", "a contract of two years",
                actor=side, party=side, terms=(term,), modality=modality, voice=voice,
            )  # fmt: skip
        stages = {p.stage for p in linked(text).proposals}
        assert (Stage.AGREED in stages) == (stage is Stage.AGREED)


def settled(*sides: str) -> Text:
    """A later report: some agreed, and what somebody beside the talks said of it."""
    text = Text("settled", "2025-05-01").sentence(f"{' and '.join(sides)} agreed on a price.")
    for side in sides:
        text.claim(Act.AGREE, "agreed on", "a price", actor=side, party=side)
    text.sentence("Patients First welcomed the accord.")
    text.claim(Act.SUPPORT, "welcomed", "the accord", actor="Patients First", party="Patients First")
    return text


def test_what_both_agreed_is_told_with_their_talks() -> None:
    made = pictures(talks(), settled("Orlo Mills", "Weavers Guild"))
    assert [sorted(p.reports) for p in made] == [["settled", "talks"]]
    assert {p.name for p in made[0].parties} == {"Orlo Mills", "Weavers Guild"}


def test_one_party_alone_joins_no_talks() -> None:
    made = pictures(talks(), settled("Orlo Mills"))
    assert [sorted(p.reports) for p in made] == [["talks"], ["settled"]]

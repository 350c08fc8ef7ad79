"""Names in single sentences: what is found, of which kind, under which name."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracktwo.reading.names import Kind, Mention, recognise


def found(sentence: str) -> list[tuple[str, str, str | None]]:
    return [(m.text, m.kind.value, m.canonical) for m in recognise(sentence)]


def only(sentence: str) -> Mention:
    mentions = recognise(sentence)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("sentence", "text", "canonical"),
    [
        ("The US agreed.", "US", "United States"),
        ("The U.S. agreed.", "U.S.", "United States"),
        ("SAUDI ARABIA objected.", "SAUDI ARABIA", "Saudi Arabia"),
        ("The PHILIPPINES objected.", "PHILIPPINES", "Philippines"),
        ("TRINIDAD and TOBAGO spoke.", "TRINIDAD and TOBAGO", "Trinidad and Tobago"),
        ("The Republic of Korea spoke.", "Republic of Korea", "South Korea"),
        ("Côte d’Ivoire spoke.", "Côte d’Ivoire", "Côte d'Ivoire"),
        ("Guinea-Bissau spoke.", "Guinea-Bissau", "Guinea-Bissau"),
    ],
)
def test_states_under_their_canonical_names(sentence: str, text: str, canonical: str) -> None:
    assert found(sentence) == [(text, "state", canonical)]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("EU", "European Union"),
        ("European Union", "European Union"),
        ("AOSIS", "Alliance of Small Island States"),
        ("Alliance of Small Island States", "Alliance of Small Island States"),
        ("LDCs", "Least Developed Countries"),
        ("least developed countries", "Least Developed Countries"),
        ("G-77", "Group of 77"),
        ("Group of 77", "Group of 77"),
        ("AFRICAN GROUP", "African Group"),
    ],
)
def test_negotiating_groups_under_their_canonical_names(written: str, canonical: str) -> None:
    assert found(f"The {written} objected.") == [(written, "group", canonical)]


def test_group_of_77_and_china_are_two_actors() -> None:
    expected = [("G-77", "group", "Group of 77"), ("CHINA", "state", "China")]
    assert found("The G-77/CHINA objected.") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "They told us to wait.",
        "We must polish the text, turkey or no turkey.",
        "It may march on.",
        "In the afternoon the text was closed.",
        "The Kyoto Protocol entered into force.",
        "See document FCCC/SBSTA/2002/2.",
        "The most vulnerable suffered.",
        "Risk management of forests matters.",
    ],
)
def test_words_that_look_like_names_are_none(sentence: str) -> None:
    assert recognise(sentence) == ()


def test_a_person_with_party_and_office_is_one_mention() -> None:
    mention = only("Norwegian Trade Minister Kari Lund resigned.")
    assert mention.text == "Norwegian Trade Minister Kari Lund"
    assert mention.kind is Kind.PERSON
    assert (mention.canonical, mention.role, mention.party) == ("Kari Lund", "Trade Minister", "Norway")
    assert mention.text[mention.name_start - mention.start :] == "Kari Lund"


@pytest.mark.parametrize(
    ("sentence", "name", "role", "party", "organisation"),
    [
        ("OPEC Secretary General Omar Faris spoke.", "Omar Faris", "OPEC Secretary General", "OPEC", "OPEC"),
        ("MI6 Director Anna Gray spoke.", "Anna Gray", "MI6 Director", "United Kingdom", "MI6"),
        ("NATO Maj Gen Peter Holm spoke.", "Peter Holm", "NATO Maj Gen", "NATO", "NATO"),
        ("FARC leader Luis Mora spoke.", "Luis Mora", "FARC leader", "FARC", "FARC"),
        ("U.S. Secretary of State Ann Poe spoke.", "Ann Poe", "Secretary of State", "United States", None),
        ("Union president Clara Stein spoke.", "Clara Stein", "Union president", None, None),
        ("Chair Okonkwo spoke.", "Okonkwo", "Chair", None, None),
        ("Mr Okonkwo spoke.", "Okonkwo", None, None, None),
        ("Gen. Pavel Novak spoke.", "Pavel Novak", "Gen.", None, None),
        ("Former Prime Minister Jan Kowal spoke.", "Jan Kowal", "Prime Minister", None, None),
    ],
)
def test_offices_stay_with_their_holders(
    sentence: str, name: str, role: str | None, party: str | None, organisation: str | None
) -> None:
    mention = only(sentence)
    assert mention.kind is Kind.PERSON
    assert (mention.canonical, mention.role, mention.party, mention.organisation) == (
        name,
        role,
        party,
        organisation,
    )


def test_apposition_gives_each_office_to_the_right_person() -> None:
    sentence = "A meeting between Peru’s new trade envoy, Hugo Paz, and OPEC Director Omar Faris was short."
    mentions = recognise(sentence)
    assert [(m.canonical, m.role, m.party) for m in mentions] == [
        ("Hugo Paz", "trade envoy", "Peru"),
        ("Omar Faris", "OPEC Director", "OPEC"),
    ]
    assert mentions[0].text == "Peru’s new trade envoy, Hugo Paz"


def test_an_office_after_the_name_is_apposed() -> None:
    sentence = "Clara Stein, who chairs the bargaining committee, rejected the offer."
    mention = only(sentence)
    assert mention.appositive is not None
    assert sentence[slice(*mention.appositive)] == "who chairs the bargaining committee"
    assert mention.role == "chairs the bargaining committee"


def test_a_relative_clause_with_an_act_in_it_is_not_dropped() -> None:
    mention = only("Clara Stein, who rejected the offer, left.")
    assert mention.appositive is None


def test_minister_and_state_between_commas() -> None:
    sentence = "Marek Wolny, Minister of Environment, Poland, called for a roadmap."
    mention = only(sentence)
    assert (mention.role, mention.party) == ("Minister of Environment", "Poland")
    assert mention.appositive is not None
    assert sentence[slice(*mention.appositive)] == "Minister of Environment, Poland"


def test_a_list_after_a_person_is_not_taken_for_an_apposition() -> None:
    names = [m.canonical for m in recognise("President Jan Kowal, Norway, and Sweden agreed.")]
    assert names == ["Jan Kowal", "Norway", "Sweden"]


def test_surnames_of_several_parts_stay_whole() -> None:
    sentence = "Ministers, such as David Ben Haim, Mohammed bin Rashid and Ban Ki-moon, left."
    names = [m.canonical for m in recognise(sentence) if m.kind is Kind.PERSON]
    assert names == ["David Ben Haim", "Mohammed bin Rashid", "Ban Ki-moon"]


@pytest.mark.parametrize(
    ("sentence", "text", "party"),
    [
        ("Peruvian officials spoke.", "Peruvian officials", "Peru"),
        ("U.S. officials spoke.", "U.S. officials", "United States"),
        ("Several senior FARC commanders spoke.", "Several senior FARC commanders", "FARC"),
        ("A senior Peruvian official spoke.", "senior Peruvian official", "Peru"),
        ("The Palestinians spoke.", "Palestinians", "Palestine"),
        ("Officials spoke.", "Officials", None),
    ],
)
def test_people_without_a_name_keep_their_party(sentence: str, text: str, party: str | None) -> None:
    mention = only(sentence)
    assert mention.kind is Kind.UNNAMED
    assert mention.unnamed
    assert (mention.canonical, mention.party) == (None, party)
    assert mention.text.endswith(text.split()[-1])


@pytest.mark.parametrize(
    ("sentence", "text", "canonical", "party"),
    [
        ("The Peruvian security cabinet met.", "Peruvian security cabinet", "Security cabinet", "Peru"),
        ("Peru’s military withdrew.", "Peru’s military", "Military", "Peru"),
        ("Parliament met.", "Parliament", "Parliament", None),
        ("The bargaining committee met.", "bargaining committee", "Bargaining committee", None),
        ("The SBSTA met.", "SBSTA", "SBSTA", None),
        ("COP-7 met.", "COP-7", "Conference of the Parties", None),
    ],
)
def test_bodies(sentence: str, text: str, canonical: str, party: str | None) -> None:
    mention = only(sentence)
    assert mention.kind is Kind.BODY
    assert (mention.text, mention.canonical, mention.party) == (text, canonical, party)


def test_a_body_before_a_noun_is_a_modifier() -> None:
    assert only("It needs cabinet approval.").flags == ("modifier",)
    assert only("A Peruvian security cabinet meeting was held.").modifier


def test_an_organ_belongs_to_its_state() -> None:
    mention = only("Peru's General Intelligence Service led the talks.")
    assert (mention.text, mention.kind) == ("Peru's General Intelligence Service", Kind.ORGANISATION)
    assert (mention.canonical, mention.party) == ("General Intelligence Service", "Peru")


@pytest.mark.parametrize(
    ("sentence", "canonical"),
    [
        ("The Peruvian initiative failed.", "Peru"),
        ("The U.S. proposal failed.", "United States"),
        ("The EU proposal failed.", "European Union"),
        ("Palestinian security prisoners went home.", "Palestine"),
    ],
)
def test_names_that_only_qualify_are_modifiers(sentence: str, canonical: str) -> None:
    mention = only(sentence)
    assert mention.modifier
    assert not mention.acts
    assert mention.canonical == canonical


def test_possessives_are_marked() -> None:
    mention = only("Peru's proposal failed.")
    assert mention.possessive
    assert mention.acts


def test_places_after_prepositions_and_seats() -> None:
    assert found("They met in Peru.") == [("Peru", "place", "Peru")]
    assert found("They travelled to Peru.") == [("Peru", "place", "Peru")]
    assert found("Talks with Peru resumed.") == [("Peru", "state", "Peru")]
    lima = only("They met in Lima.")
    assert (lima.kind, lima.party, lima.acts) == (Kind.PLACE, "Peru", False)
    assert only("Lima said no.").acts
    assert found("They met in Kolvar.") == [("Kolvar", "place", "Kolvar")]


def test_offices_without_names() -> None:
    office = only("The Norwegian Prime Minister agreed.")
    assert (office.kind, office.canonical, office.role, office.party) == (
        Kind.ROLE,
        None,
        "Prime Minister",
        "Norway",
    )
    assert only("The Chair agreed.").kind is Kind.GENERIC
    assert only("A Norwegian negotiator agreed.").kind is Kind.UNNAMED


def test_capitalised_names_with_an_organisation_noun() -> None:
    mention = only("The Harbour Workers' Union (HWU) rejected it.")
    assert (mention.kind, mention.canonical) == (Kind.ORGANISATION, "Harbour Workers' Union")
    assert mention.party == "Harbour Workers' Union"
    director = only("Northport Port Authority director Tom Hale agreed.")
    assert (director.role, director.party) == (
        "Northport Port Authority director",
        "Northport Port Authority",
    )
    assert only("The Ministry of Water and Forests agreed.").canonical == "Ministry of Water and Forests"


def test_collective_and_quantified_people() -> None:
    assert found("The international community waited.") == [
        ("international community", "collective", "international community")
    ]
    assert found("It failed, although some speculate otherwise.") == [("some", "unnamed", None)]
    assert found("Norway and others agreed.") == [("Norway", "state", "Norway"), ("others", "unnamed", None)]


WORDS = [
    "The",
    "the",
    "U.S.",
    "EU",
    "G-77/CHINA",
    ",",
    "and",
    "of",
    "'",
    "’s",
    "(",
    ")",
    ".",
    "-",
    "Maria",
    "al-Sharif",
    "Prime",
    "Minister",
    "union",
    "President",
    "Northport",
    "Union",
    "in",
    "to",
    "with",
    "some",
    "others",
    "Israeli",
    "officials",
    "cabinet",
    "Gen.",
    "'s",
    "who",
    "chairs",
    "Peru's",
    "17",
    "A",
]
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))


@given(TEXTS)
@example("Gen.")
@example("COP-")
@example("President of the")
@example("Peru's")
def test_any_text_gives_mentions_in_order_at_their_offsets(text: str) -> None:
    mentions = recognise(text)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= mention.name_start <= mention.head_start < mention.name_end <= mention.end
        end = mention.end
        if mention.appositive is not None:
            assert mention.end <= mention.appositive[0] < mention.appositive[1] <= len(text)
            end = mention.appositive[1]
    assert recognise(text) == mentions


def test_organisations_in_small_letters_after_their_people() -> None:
    assert found("The dockers' federation objected.") == [
        ("dockers' federation", "organisation", "dockers' federation")
    ]
    assert found("They met the beef growers' association.")[-1][0] == "beef growers' association"
    assert [text for text, _, _ in found("The workers' demands were met.")] == ["workers"]


def test_a_name_behind_the_article_is_longer_than_the_collective_with_it() -> None:
    found = recognise("Officials of the World Trade Organization met.")
    assert "World Trade Organization" in [mention.canonical for mention in found]

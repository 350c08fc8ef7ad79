"""The roster: who a set of reports introduces."""

from __future__ import annotations

import itertools

from tracktwo.reading.names import Kind, empty_roster, learn, recognise

REPORTS = [
    "Norwegian Trade Minister Kari Lund met union president Clara Stein on Friday. Lund left early.",
    "The Harbour Workers' Union (HWU) rejected the offer. Trade Minister Kari Lund regretted this.",
    "Mr Stein of Northport, no relation, waited. OPEC Director Omar Faris spoke.",
]


def test_later_surnames_and_acronyms_resolve() -> None:
    roster = learn(REPORTS)
    lund, union = recognise("Lund told the HWU to wait.", roster)
    assert (lund.canonical, lund.role, lund.party) == ("Kari Lund", "Trade Minister", "Norway")
    assert (union.kind, union.canonical) == (Kind.ORGANISATION, "Harbour Workers' Union")
    assert recognise("Lund told the HWU to wait.") == ()


def test_learning_does_not_depend_on_the_order_of_reports() -> None:
    rosters = [learn(order) for order in itertools.permutations(REPORTS)]
    assert all(r.persons == rosters[0].persons for r in rosters)
    assert all(r.organisations == rosters[0].organisations for r in rosters)
    assert all(r.shared_surnames == rosters[0].shared_surnames for r in rosters)


def test_a_surname_of_two_persons_stays_unresolved() -> None:
    roster = learn(["Minister Kari Lund spoke.", "Ambassador Peter Lund spoke."])
    assert roster.shared_surnames == {"Lund": ("Kari Lund", "Peter Lund")}
    (mention,) = recognise("Lund agreed.", roster)
    assert (mention.kind, mention.canonical, mention.role) == (Kind.PERSON, None, None)


def test_within_a_report_that_names_one_of_them_it_resolves() -> None:
    roster = learn(["Minister Kari Lund spoke.", "Ambassador Peter Lund spoke."])
    text = "Peter Lund came late. Lund agreed."
    (mention,) = recognise("Lund agreed.", roster.within(text))
    assert mention.canonical == "Peter Lund"
    assert roster.within("Nobody came.") is roster
    assert roster.within("Peter Lund met Kari Lund. Lund agreed.") is roster


def test_parties_that_reports_disagree_about_are_null() -> None:
    roster = learn(["Norwegian envoy Kari Lund spoke.", "Swedish envoy Kari Lund spoke."])
    assert roster.persons["Kari Lund"].party is None
    assert roster.persons["Kari Lund"].role == "envoy"


def test_writings_of_one_name_are_one_person() -> None:
    roster = learn(
        [
            "Prime Minister Hamid al-Sharif spoke. Prime Minister Hamid al-Sharif left.",
            "Prime Minister Hamid Sharif spoke.",
            "Envoy Antony Crane spoke. Envoy Antony Crane left. Envoy Tony Crane sat.",
        ]
    )
    assert set(roster.persons) == {"Hamid al-Sharif", "Antony Crane"}
    assert [m.canonical for m in recognise("Sharif met Tony Crane.", roster)] == [
        "Hamid al-Sharif",
        "Antony Crane",
    ]


def test_an_office_with_a_surname_counts_for_its_only_bearer() -> None:
    roster = learn(["Kari Lund, union president, spoke.", "Chair Lund left. Chair Okonkwo stayed."])
    assert roster.persons["Kari Lund"].roles == ("Chair", "union president")
    assert roster.persons["Okonkwo"].role == "Chair"
    assert "Lund" not in roster.persons


def test_a_surname_that_is_also_a_public_name_is_not_learned() -> None:
    roster = learn(["Minister Maria London spoke."])
    assert roster.persons["Maria London"].role == "Minister"
    (mention,) = recognise("London agreed.", roster)
    assert mention.canonical == "London"
    assert mention.kind is Kind.PLACE


def test_an_acronym_that_does_not_fit_the_name_is_not_learned() -> None:
    roster = learn(["The Harbour Workers' Union (XYZ) rejected the offer."])
    assert roster.organisations == {"Harbour Workers' Union": ()}


def test_an_acronym_of_two_organisations_stays_open() -> None:
    roster = learn(["The Harbour Workers' Union (HWU) met the Hospital Workers' Union (HWU)."])
    assert recognise("The HWU left.", roster) == ()


def test_a_base_is_kept_and_not_changed() -> None:
    base = learn(["Minister Kari Lund spoke."])
    more = learn(["Ambassador Omar Faris spoke."], base)
    assert set(more.persons) == {"Kari Lund", "Omar Faris"}
    assert set(base.persons) == {"Kari Lund"}
    assert empty_roster().persons == {}


def test_people_of_a_place_are_never_called_by_the_place() -> None:
    roster = learn(
        [
            "Pinehurst favours a flat fare, the mayor said. Pinehurst rejected the offer.",
            "The Pinehurst Riders' League criticised the new fare as too high for short trips.",
        ]
    )
    assert roster.organisations["Pinehurst Riders' League"] == ()
    assert "Pinehurst" in roster.organisations


def test_a_surname_may_be_the_noun_of_a_firm() -> None:
    roster = learn(["County executive Rosa Mills said she would back the fare. Rosa Mills left early."])
    assert "Rosa Mills" in roster.persons
    assert "Rosa Mills" not in roster.organisations
    assert (
        "Tarnby Mills" in learn(["On Monday Tarnby Mills rejected the claim of its weavers."]).organisations
    )


def test_where_a_side_lies_is_no_part_of_its_name() -> None:
    roster = learn(["Upstream Ardania offered to release more water. On Monday Ardania rejected the text."])
    assert list(roster.organisations) == ["Ardania"]
    assert not roster.persons

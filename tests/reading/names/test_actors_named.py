"""Persons and organisations in every writing act under their own name, and what is no name does not."""

from __future__ import annotations

import hashlib

import pytest

from tracktwo import reading
from tracktwo.reading.names import Kind, empty_roster, learn, recognise
from tracktwo.vocabulary import Report, Segment, SegmentKind


def _actors(*sentences: str) -> set[str | None]:
    text = " ".join(sentences)
    segments = tuple(
        Segment(text.index(one), text.index(one) + len(one), SegmentKind.SENTENCE) for one in sentences
    )
    report = Report("own", text, hashlib.sha256(text.encode()).hexdigest(), segments)
    return {claim.actor for claim in reading.read(report).claims}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ruth German", "Ruth German"),
        ("Sir Paul Ireland", "Paul Ireland"),
        ("Captain Thomas Israel", "Thomas Israel"),
        ("Salih Muslim", "Salih Muslim"),
        ("Amelia English of the Harbour Union", "Amelia English"),
        ("Jordan Ellis", "Jordan Ellis"),
        ("Deputy Prime Minister Chad Wilkins", "Chad Wilkins"),
        ("Foreign Minister Will Hunter", "Will Hunter"),
        ("Mevlüt Şahinoğlu", "Mevlüt Şahinoğlu"),
        ("Žarko Đurić", "Žarko Đurić"),
        ("D'Arcy McBride", "D'Arcy McBride"),
        ("J. R. Halloran", "J. R. Halloran"),
        ("A.K. Menon", "A.K. Menon"),
        ("U Thein Zaw", "U Thein Zaw"),
        ("Sania Torvald, 45, a teacher,", "Sania Torvald"),
        ("ex-president Frank Tolland", "Frank Tolland"),
        ("Col Tarik Sahloul", "Tarik Sahloul"),
        ("Lt Col Maria dos Prados", "Maria dos Prados"),
        ("Rear Adm. Saw Mutu Htoo", "Saw Mutu Htoo"),
        ("Parliamentary Under-Secretary Aung Min", "Aung Min"),
        ("Sheikh Nasser al-Omair", "Nasser al-Omair"),
        ("Colonels Tun Aung and Kyaw Hla", "Tun Aung"),
        ("Emir Staffan Berg", "Staffan Berg"),
    ],
)
def test_persons_in_every_writing(written: str, name: str) -> None:
    assert name in _actors(f"On Monday {written} rejected the offer.")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Movement for a Just Society", "Movement for a Just Society"),
        (
            "the Peace and Security Council of the River Union",
            "Peace and Security Council of the River Union",
        ),
        ("the Palmyra Chamber of Commerce", "Palmyra Chamber of Commerce"),
        ("the Orontes Observatory for Human Rights", "Orontes Observatory for Human Rights"),
        ("the New Marsh State Party", "New Marsh State Party"),
        ("the Fifth Corps", "Fifth Corps"),
        ("the Sons of the Delta", "Sons of the Delta"),
        ("the Emirate of the Sahara", "Emirate of the Sahara"),
        ("the al-Noor Brigades", "al-Noor Brigades"),
        ("the al-Noor-linked Army of Mercy", "Army of Mercy"),
        ("Meridian Haulage plc", "Meridian Haulage plc"),
        ("the Omar Karam Battalion", "Omar Karam Battalion"),
        ("WaterNow", "WaterNow"),
    ],
)
def test_organisations_in_every_writing(written: str, name: str) -> None:
    assert name in _actors(f"On Monday {written} rejected the offer.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan was criticised by Zoltar Alloush.", "Zoltar Alloush"),
        ("The offer, rejected by Tahn Nyein Oo, was never put to a vote.", "Tahn Nyein Oo"),
        ("Groups including the Desert Falcons rejected the plan.", "Desert Falcons"),
        ("A proposal by the movement's founder Ada Torvald to share the river was published.", "Ada Torvald"),
        ("Several politicians, including human rights lawyer Ada Torvald, rejected the plan.", "Ada Torvald"),
        ("The head of the Harbour Council, Brigadier General Ada Torvald, rejected the plan.", "Ada Torvald"),
        ("In March Ada Torvald (Labour, Leeds North) rejected the plan.", "Ada Torvald"),
        ("In a statement, the 13th Division condemned the attack.", "13th Division"),
        ("In a letter, the union asked what Northrail had promised the drivers.", "Northrail"),
    ],
)
def test_named_once_only_as_who_did_it(text: str, name: str) -> None:
    assert name in _actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The drivers' political wing, the Front for a Free Sahel (FFS), said it was ready.",
            "Front for a Free Sahel",
        ),
        ("The country's largest party, the Democratic Alliance, rejected the plan.", "Democratic Alliance"),
        ("The rebels' main backer, Norway, condemned the attack.", "Norway"),
        ("The largest opposition bloc, the National Front, accepted the plan.", "National Front"),
        ("One of the groups, the Falcons of the Desert, attacked the convoy.", "Falcons of the Desert"),
        ("A rival faction, the Army of Mercy, attacked the convoy.", "Army of Mercy"),
        ("A former ally, Ada Lund, accused the minister of lying.", "Ada Lund"),
    ],
)
def test_a_description_is_whom_its_apposition_names(text: str, name: str) -> None:
    assert {name} == _actors(text) - {None}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The rebels attacked the depot, the Northern Bridge, and fled.", "Northern Bridge"),
        ("The minister, in Norway, rejected the plan.", "Norway"),
        ("The army shelled its rival, the Levant Front, on Monday.", "Levant Front"),
        ("The first document, the Lisbon Roadmap, rejected the use of force.", "Lisbon Roadmap"),
    ],
)
def test_what_stands_between_commas_elsewhere_does_not_act(text: str, nobody: str) -> None:
    assert nobody not in _actors(text)


def test_a_day_before_a_name_is_no_part_of_it() -> None:
    assert "Monday Weiden" not in _actors(
        "Ada von der Weiden leads it.", "On Monday Weiden rejected the offer."
    )


def test_a_list_is_no_apposition() -> None:
    assert _actors("The union, Norway, and Chad rejected the plan.") == {"Union", "Norway", "Chad"}


@pytest.mark.parametrize(
    ("first", "short", "name"),
    [
        ("The Eastern Operations Room (EOR) met the mediators.", "The EOR", "Eastern Operations Room"),
        ("Delegates of the Harbour Council, or HC, came.", "The HC", "Harbour Council"),
        ("The Orontes Arab Red Crescent (OARC) waited.", "The OARC", "Orontes Arab Red Crescent"),
        ("Theresa May spoke to the drivers.", "Mrs May", "Theresa May"),
        ("Paul Ireland spoke to the drivers.", "Mr Ireland", "Paul Ireland"),
        ("Paul Ireland spoke to the drivers.", "Prime Minister Ireland", "Paul Ireland"),
    ],
)
def test_short_forms_later(first: str, short: str, name: str) -> None:
    assert name in _actors(first, f"{short} condemned the attack.")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("In June German officials rejected the offer.", {"Germany"}),
        ("In March Jordan accepted the plan.", {"Jordan"}),
        ("Will Norway accept the plan?", {"Norway"}),
        ("Will German troops leave the town?", {"Germany"}),
        ("Georgia and Chad accepted the plan.", {"Georgia", "Chad"}),
        ("Sunni Muslim leaders condemned the attack.", set()),
        ("The Jordan Valley was shelled by rebels.", set()),
        ("The Peace and Security Act was adopted on Monday.", set()),
        ("The 13th Session rejected the text.", set()),
        ("A proposal by the end of the month was rejected.", set()),
        ("A proposal by lawyers to share the river was published.", set()),
        ("The 13th of March saw fighting.", set()),
        ("The First Quarter Report criticised the banks.", set()),
        ("The ex-president condemned the attack.", set()),
        ("The Sheikh rejected the offer.", set()),
        ("A 43-year-old teacher condemned the attack.", set()),
        ("Friends of the minister condemned the attack.", set()),
        ("Supporters of Norway condemned the attack.", set()),
        ("A. Introduction to the plan.", set()),
        ("The clinic was destroyed by Storm Agatha.", set()),
        ("The talks were held by Lake Tana.", set()),
        ("The bill was followed by the Water Act.", set()),
        ("The road was held by Tall Rifaat in the east.", set()),
        ("Documents such as the Lisbon Roadmap were adopted.", set()),
        ("Major German cities rejected the plan.", set()),
    ],
)
def test_what_is_no_name_does_not_act(text: str, only: set[str]) -> None:
    assert _actors(text) - {None} <= only


def test_a_state_stays_a_state_beside_a_person_of_that_name() -> None:
    roster = learn(["Paul Ireland spoke. Mr Ireland left."])
    (state,) = recognise("Ireland rejected the text.", roster)
    assert (state.kind, state.canonical) == (Kind.STATE, "Ireland")
    (person,) = recognise("Mr Ireland rejected the text.", roster)
    assert (person.kind, person.canonical) == (Kind.PERSON, "Paul Ireland")
    assert all(
        m.kind is Kind.GENERIC for m in recognise("In May the sides met.", learn(["Theresa May spoke."]))
    )
    assert not empty_roster().guarded

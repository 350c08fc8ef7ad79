"""Reports of news agencies: who acts in them and what they do, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

# Sentence, act, actor's name or "~" and the words that name nobody; None where no doer is told.
READ = [
    # capitals and other words for governments
    ("Lima slapped new tariffs on Chilean copper.", "sanction", "Peru"),
    ("Nairobi lodged a protest with Kampala over the visit.", "criticise", "Kenya"),
    ("The treaty was signed by Oslo and Lima.", "agree", "Peru"),
    ("America imposed sanctions on Kenya.", "sanction", "United States"),
    # people without a name, in any number
    ("Hundreds of workers at the copper mine went on strike over pay.", "suspend", "~workers"),
    ("Tens of thousands of people rallied in Lima against the budget.", "demand", "~people"),
    ("Gunmen ambushed a convoy of lorries in northern Peru.", "use_force", "~Gunmen"),
    ("A court in Lima sentenced the publisher to five years in prison.", "sanction", "~court"),
    ("A suicide bomber attacked a bus station in Lima.", "use_force", "~bomber"),
    ("Ministers meeting in Oslo agreed on a recovery fund.", "agree", "~Ministers"),
    # joined subjects
    ("The Peruvian government and some rebels signed a truce agreement.", "agree", "~rebels"),
    ("Peruvian and Chilean officials discussed migration.", "discuss", "~Peruvian and Chilean officials"),
    # ties, envoys, borders, aid, arms
    ("Peru broke off diplomatic relations with Chile.", "suspend", "Peru"),
    ("Peru and Chile restored diplomatic relations.", "resume", "Chile"),
    ("Kenya recalled its ambassador from Lima.", "suspend", "Kenya"),
    ("Norway expelled the Chilean ambassador.", "sanction", "Norway"),
    ("Peru closed its border with Chile.", "sanction", "Peru"),
    ("Norway lifted its ban on fish imports.", "implement", "Norway"),
    ("The rebels handed over their weapons to monitors.", "implement", "~rebels"),
    ("Norway delivered food to the villages.", "implement", "Norway"),
    # meetings, mediation, agreements told by a noun
    ("President Ana Tuvan held a phone call with Prime Minister Ivo Brandt.", "meet", "Ana Tuvan"),
    ("Norwegian mediators brought the two sides together in Oslo.", "mediate", "~Norwegian mediators"),
    ("Envoy Ana Tuvan shuttled between Lima and Nairobi.", "mediate", "Ana Tuvan"),
    ("The negotiators wrapped up a fourth round of talks on Thursday.", "meet", "~negotiators"),
    ("The ministry is to arrange a meeting of the two commanders.", "mediate", "Ministry"),
    ("The joint commission meets on 6 March.", "meet", "~joint commission"),
    ("The agreement between Peru and Chile on fish has held for a year.", "agree", "Chile"),
    ("Ana Tuvan will host foreign ministers of the region in Lima.", "meet", "Ana Tuvan"),
    ("Chile received the Kenyan president in March.", "meet", "Chile"),
    ("Both parties agreed to meet again in May.", "agree", "~parties"),
    # answers, votes, laws
    ("Kenya accepted a UN proposal for a two-month truce.", "accept", "Kenya"),
    ("The Senate voted 52-48 to reject the nomination.", "vote_against", "Senate"),
    ("Lawmakers in Lima passed a bill on fees.", "ratify", "~Lawmakers"),
    ("The youth wing voted against it, as did the mayors.", "vote_against", "~youth wing"),
    ("Chile lodged a formal complaint with the panel against the tariffs.", "criticise", "Chile"),
    ("The Kenyan president offered talks to the miners.", "offer", "~Kenyan president"),
    # force
    ("A Kenyan missile strike on the port city damaged silos.", "use_force", "Kenya"),
    ("Kenyan troops rescued 200 hostages from a camp.", "use_force", "Kenya"),
    ("Protesters clashed with riot police in Lima.", "use_force", "~Protesters"),
    ("Police in Lima used water cannon to scatter the crowd.", "use_force", "~Police"),
    ("Clashes between Kenyan troops and rebel fighters erupted in the hills.", "use_force", "Kenya"),
    ("An explosion at a fuel depot in Peru killed at least 98 people.", "happen", None),
    ("At least 76 people were killed when a hotel collapsed.", "happen", None),
    ("Soldiers and militants fought in the hills. Two strikes destroyed an oil pump jack.", "happen", None),
    ("Peru and its allies are inflicting heavy airstrikes on the port.", "use_force", "Peru"),
    ("Dutch prosecutors charged three brokers with fraud.", "sanction", "Prosecutors"),
    ("The commission postponed the election by a week.", "suspend", "~commission"),
    ("Police clashed with students in Lima for a third day.", "use_force", "~Police"),
    ("Former president Ivo Brandt was sentenced to life in prison by a court in Lima.", "sanction", "~court"),
    # verbs that go on
    ("Norway kept pressing for a pause.", "urge", "Norway"),
    ("Norway has been among those calling for a pause.", "urge", "Norway"),
    ("Ivo Brandt was accused of fraud.", "criticise", None),
]
NOT_READ = [
    ("Kenya accepted a UN proposal for a truce.", "propose", "Kenya"),
    ("Peru fought a proposal to close the port.", "propose", "Peru"),
    ("Protesters clashed with riot police in Lima.", "use_force", None),
    ("Kenya recalled its ambassador from Lima.", "state", "Kenya"),
    ("The Kenyan president offered talks to the miners.", "meet", "~Kenyan president"),
    ("President Ana Tuvan held a phone call with Prime Minister Ivo Brandt.", "urge", "Ana Tuvan"),
    ("The proposed agreement between Peru and Chile is long.", "agree", "Chile"),
    ("The delegates met in Lima.", "meet", "Peru"),
    ("The measures undertaken by Norway were costly.", "pledge", "Norway"),
    ("At least 76 people were killed when a hotel collapsed.", "use_force", None),
    ("The government of Peru, led by Ana Tuvan, approved the talks.", "mediate", "Ana Tuvan"),
    ("They were forced to flee from Peru.", "use_force", None),
    ("Farmers see the festival as they walk by.", "expect", "~Farmers"),
    ("A letter opened the meeting.", "meet", "~letter"),
    ("The militants released a video showing the hostages.", "implement", "~militants"),
    ("The ambassador was summoned in May.", "criticise", None),
    ("To clarify: Kenyan forces are advising the police.", "state", "Kenya"),
    ("Brandt was assigned to the second battalion.", "mandate", None),
    ("Militants used the camp to plot attacks on the port.", "use_force", None),
    ("The pilots will take up the fight.", "discuss", "~pilots"),
    ("We have been clear, defeating the militants will take time.", "use_force", "~We"),
]


def _names(claims: Read, sentence: str, act: str) -> list[str | None]:
    """Who does an act in a sentence: names, or "~" and the words of somebody unnamed."""
    found = [c for c in claims(sentence) if c.act.value == act]
    return [c.actor or (f"~{c.actor_text}" if c.actor_text else None) for c in found]


@pytest.mark.parametrize(("sentence", "act", "actor"), READ)
def test_who_does_what(claims: Read, sentence: str, act: str, actor: str | None) -> None:
    names = _names(claims, sentence, act)
    if actor is not None and actor.startswith("~"):
        assert any(name and name.startswith("~") and actor[1:] in name for name in names), names
    else:
        assert actor in names


@pytest.mark.parametrize(("sentence", "act", "actor"), NOT_READ)
def test_what_only_looks_like_it(claims: Read, sentence: str, act: str, actor: str | None) -> None:
    assert actor not in _names(claims, sentence, act)


def test_another_group_is_not_the_one_named_later(claims: Read) -> None:
    """ "A militia captured X from Y" says nothing of who the militia is."""
    found = claims("A hill militia captured the town from Islamic State.")
    assert [c.actor for c in found if c.act.value == "use_force"] == [None]


def test_the_regime_is_the_one_named_before(claims: Read) -> None:
    found = claims("The Tarun regime bombed the port.", "The regime must comply with the agreement.")
    assert [c.actor for c in found] == ["Tarun regime", "Tarun regime"]


def test_we_is_no_organisation_that_others_speak_of(claims: Read) -> None:
    first, second = (
        "Islamic State claimed responsibility for the fire.",
        "We extend our condolences to the crew.",
    )
    assert [c.actor for c in claims(first, second) if c.predicate.startswith("extend")] == [None]

"""An invented conflict, told in two reports of our own: what linking has to make of each kind of claim."""

from __future__ import annotations

from tests.record.linking.made import Text
from tracktwo.vocabulary import Act, Flag, Modality, Voice

OFFICIALS = {"by": "Marland officials", "party": "Marland", "unnamed": True}
FRONT = "Coast Front"


def spring() -> Text:
    """Undated: two efforts, a modest plan with a supporter and opponents, a second plan, a sitting."""
    t = Text("spring")
    t.sentence(
        "Marland officials said two parallel efforts are underway in negotiations with the Coast "
        "Front to free detainees."
    )
    t.claim(
        Act.STATE,
        "said",
        "two parallel efforts are underway in negotiations with the Coast Front to free detainees",
        **OFFICIALS,
    )
    t.claim(
        Act.MEET,
        "negotiations",
        "to free detainees",
        actor="Marland",
        by=None,
        party="Marland",
        toward=FRONT,
        terms=(t.term("free", "free detainees", theme="detainees"),),
        flags=("actor-inferred", "purpose"),
        attribution=(t.source("Marland officials", "Marland"),),
    )
    t.sentence("The release of detainees has been a sticking point since winter.")
    t.claim(
        Act.STATE,
        "has been",
        "a sticking point since winter",
        flags=(Flag("ambiguous", "", ("The release of detainees", "the talks")),),
        terms=(t.term("release", "The release of detainees", theme="detainees"),),
        voice=Voice.REPORTER,
    )
    t.sentence(
        "The first effort, led by the Foreign Office of Tarvia, was proposed during a meeting in "
        "Quell between new envoy Ana Lund and Harbour Guard chief Piet Moor."
    )
    t.claim(
        Act.MEDIATE, "led", "The first effort", actor="Foreign Office", party="Tarvia", voice=Voice.REPORTER
    )
    meeting = "a meeting in Quell between new envoy Ana Lund and Harbour Guard chief Piet Moor"
    t.claim(Act.MEET, "meeting", meeting, actor="Ana Lund", role="envoy", party="Tarvia", toward="Piet Moor")
    t.claim(
        Act.MEET,
        "meeting",
        meeting,
        actor="Piet Moor",
        role="Harbour Guard chief",
        party="Marland",
        toward="Ana Lund",
    )
    t.claim(
        Act.PROPOSE, "was proposed", "The first effort", flags=("agent-not-stated",), voice=Voice.REPORTER
    )
    t.sentence(
        "Tarvia has suggested a “modest” plan that would involve the release of some detainees in "
        "exchange for a short truce in Port Issa."
    )
    t.claim(
        Act.PROPOSE,
        "has suggested",
        "a “modest” plan that would involve the release of some detainees in exchange for a short "
        "truce in Port Issa",
        actor="Tarvia",
        party="Tarvia",
        flags=("exchange",),
        terms=(
            t.term("release", "the release of some detainees", theme="detainees", extent="some"),
            t.term("truce", "a short truce in Port Issa", extent="short", place="Port Issa"),
        ),
    )
    t.sentence(
        "This plan is meant to pave the way for fuller talks that might lead to a wider truce and "
        "the release of all detainees."
    )
    t.claim(
        Act.PROPOSE,
        "is meant to pave the way for",
        "fuller talks that might lead to a wider truce and the release of all detainees",
        by="This plan",
        modality=Modality.INTENDED,
        flags=("about-proposal",),
        voice=Voice.REPORTER,
    )
    t.claim(
        Act.PROPOSE,
        "might lead to",
        "a wider truce and the release of all detainees",
        by="fuller talks",
        modality=Modality.POSSIBLE,
        flags=("about-proposal",),
        voice=Voice.REPORTER,
        terms=(
            t.term("truce", "a wider truce", extent="wider"),
            t.term("release", "the release of all detainees", theme="detainees", extent="all"),
        ),
    )
    t.sentence(
        "Interior Minister Jon Vale backed the Tarvia initiative, while ministers such as Rolf Stark "
        "and Mira Holm opposed the proposal."
    )
    t.claim(
        Act.SUPPORT,
        "backed",
        "the Tarvia initiative",
        actor="Jon Vale",
        role="Interior Minister",
        party="Marland",
    )
    t.claim(
        Act.OPPOSE,
        "opposed",
        "the proposal",
        by="ministers",
        party="Marland",
        unnamed=True,
        others_unnamed=True,
        flags=("such-as",),
    )
    for name in ("Rolf Stark", "Mira Holm"):
        t.claim(
            Act.OPPOSE,
            "opposed",
            "the proposal",
            actor=name,
            role="minister",
            party="Marland",
            others_unnamed=True,
            flags=("such-as",),
        )
    t.sentence("A second plan was put forward by Harbour Guard chief Piet Moor.")
    t.claim(
        Act.PROPOSE,
        "was put forward",
        "A second plan",
        actor="Piet Moor",
        role="Harbour Guard chief",
        party="Marland",
    )
    t.sentence(
        "This larger proposal aims to end the war in Port Issa and the campaign against the Hill "
        "League in Dorn."
    )
    t.claim(
        Act.PROPOSE,
        "aims to end",
        "the war in Port Issa and the campaign against the Hill League in Dorn",
        by="This larger proposal",
        modality=Modality.INTENDED,
        flags=("about-proposal",),
        terms=(
            t.term("end", "the war in Port Issa", theme="war", place="Port Issa"),
            t.term(
                "end",
                "the campaign against the Hill League in Dorn",
                theme="campaign",
                place="Dorn",
                giver="Marland",
                getter="Hill League",
            ),
        ),
    )
    t.sentence("In return, it would bring the release of all detainees held by the Coast Front.")
    t.claim(
        Act.PROPOSE,
        "would bring",
        "the release of all detainees held by the Coast Front",
        by="it",
        modality=Modality.CONDITIONAL,
        flags=("about-proposal", "exchange", "anaphor"),
        terms=(
            t.term(
                "release",
                "the release of all detainees held by the Coast Front",
                theme="detainees",
                extent="all",
                giver=FRONT,
            ),
        ),
    )
    t.sentence(
        "This proposal was discussed during a six-hour session of the security council of Marland on Sunday."
    )
    t.claim(
        Act.DISCUSS,
        "was discussed",
        "This proposal",
        actor="Security council",
        by="security council",
        party="Marland",
        event_text="on Sunday",
        flags=(Flag("duration", "", ("exactly", "six-hour")),),
    )
    t.sentence("The security council did not vote on the timing of a raid on Sarn.")
    t.claim(
        Act.VOTE,
        "did not vote on",
        "the timing of a raid on Sarn",
        actor="Security council",
        by="security council",
        party="Marland",
        modality=Modality.NEGATED,
        voice=Voice.REPORTER,
    )
    t.sentence(
        "Humanitarian aid to Port Issa was raised, with Orland diplomats warning of cuts to arms "
        "deliveries if no aid is let in."
    )
    t.claim(
        Act.DISCUSS,
        "was raised",
        "Humanitarian aid to Port Issa",
        actor="Security council",
        by=None,
        party="Marland",
        flags=("actor-inferred",),
    )
    t.claim(
        Act.WARN,
        "warning of",
        "cuts to arms deliveries",
        by="Orland diplomats",
        party="Orland",
        unnamed=True,
        modality=Modality.CONDITIONAL,
        condition="if no aid is let in",
    )
    t.sentence(
        "Despite the killing of Front leader Sami Odeh, Marland officials noted that the demands are "
        "unchanged, although some expect that new leaders could move."
    )
    t.claim(
        Act.USE_FORCE,
        "killing",
        "Front leader Sami Odeh",
        toward="Sami Odeh",
        flags=("presupposed", "agent-not-stated"),
        voice=Voice.REPORTER,
    )
    t.claim(Act.STATE, "noted", "the demands are unchanged", voice=Voice.OTHER_SIDE, **OFFICIALS)
    t.claim(
        Act.EXPECT,
        "expect",
        "new leaders could move",
        by="some",
        unnamed=True,
        modality=Modality.POSSIBLE,
        voice=Voice.THIRD_PARTY,
    )
    t.sentence("Diplomats of Orland call the death of Odeh a turning point.")
    t.claim(
        Act.STATE,
        "call",
        "the death of Odeh a turning point",
        by="Diplomats",
        party="Orland",
        unnamed=True,
        modality=Modality.POSSIBLE,
    )
    t.claim(Act.HAPPEN, "death", "Odeh", flags=("presupposed",), voice=Voice.REPORTER)
    return t


def winter() -> Text:
    """Dated: talks somewhere with a delegation, a package nobody tabled, an approval needed, an open list."""
    t = Text("winter", "2031-03-18")
    t.sentence("Marland is holding truce talks with the Coast Front in Tarvia.")
    t.claim(
        Act.MEET,
        "is holding",
        "truce talks with the Coast Front in Tarvia",
        actor="Marland",
        party="Marland",
        toward=FRONT,
    )
    t.sentence("Harbour Guard chief Piet Moor has travelled to Tarvia.")
    t.claim(
        Act.MEET,
        "has travelled to",
        "Tarvia",
        actor="Piet Moor",
        role="Harbour Guard chief",
        party="Marland",
        voice=Voice.REPORTER,
    )
    t.sentence("The talks aim to secure a 30-day truce in exchange for the release of 25 detainees.")
    t.claim(
        Act.PROPOSE,
        "aim to secure",
        "a 30-day truce in exchange for the release of 25 detainees",
        by="The talks",
        modality=Modality.INTENDED,
        flags=("about-proposal", "exchange"),
        voice=Voice.REPORTER,
        terms=(
            t.term("truce", "a 30-day truce", extent="30-day"),
            t.term("release", "the release of 25 detainees", theme="detainees", extent="25"),
        ),
    )
    t.sentence(
        "Disputed matters remain, such as amnesty and Marland concessions, which require council approval."
    )
    t.claim(
        Act.STATE,
        "remain",
        "amnesty and Marland concessions",
        by=None,
        voice=Voice.REPORTER,
        terms=(t.term("amnesty", "amnesty"), t.term("concession", "Marland concessions", giver="Marland")),
    )
    t.claim(
        Act.RATIFY,
        "require council approval",
        "Marland concessions",
        actor="Council",
        by="council",
        party="Marland",
        modality=Modality.REQUIRED,
        voice=Voice.REPORTER,
        flags=(Flag("ambiguous", "", ("Marland concessions", "amnesty and Marland concessions")),),
    )
    t.sentence("Marland insists that no deal may weaken its coast defences.")
    t.claim(
        Act.RULE_OUT, "may weaken", "no deal may weaken its coast defences", actor="Marland", party="Marland"
    )
    t.sentence(
        "Front spokesman Karim Nadi proposed steps that include a partial withdrawal and a complete "
        "halt of military activities."
    )
    t.claim(
        Act.PROPOSE,
        "proposed",
        "steps that include a partial withdrawal and a complete halt of military activities",
        actor="Karim Nadi",
        role="Front spokesman",
        party=FRONT,
        flags=("open-list",),
        terms=(
            t.term("withdrawal", "a partial withdrawal", extent="partial", giver="Marland"),
            t.term(
                "halt",
                "a complete halt of military activities",
                theme="military activities",
                extent="complete",
            ),
        ),
    )
    t.sentence("The talks are expected to last at least two weeks.")
    t.claim(
        Act.EXPECT,
        "expected to last",
        "at least two weeks",
        by="The talks",
        flags=(Flag("duration", "", ("at_least", "14 days")),),
    )
    return t

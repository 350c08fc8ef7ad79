"""What blockers are reported, or held by a user, to object to, and what would meet it where that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracktwo.case import Case, Verdict
from tracktwo.case.actors import actor_key
from tracktwo.case.packages import NO_CHANGE
from tracktwo.deals.moves.replies import Objection
from tracktwo.record.questions.direction import direction
from tracktwo.vocabulary import Act, Modality, Stance, Voice

STANCE, DEMAND = "stance as reported", "demand as reported"
ASKING = frozenset({Act.DEMAND, Act.PREFER, Act.CONDITION})


def objections(case: Case, proposal: str, stances: Sequence[Stance] = ()) -> tuple[Objection, ...]:
    """Return the objections to a proposal, each with the options that would meet it.

    Parameters
    ----------
    case : Case
    proposal : str
        Key of a proposal.
    stances : sequence of Stance
        As reported, from the record; only an actor's own voice counts.

    Returns
    -------
    tuple of Objection
        ``meets`` is empty where the words map to no issue of the case: then nothing can be computed of it.
    """
    found = [*_red_lines(case, proposal), *_judgements(case, proposal), *_stances(case, proposal, stances)]
    return tuple({(o.actor, o.text, tuple(o.meets)): o for o in found}.values())


def _red_lines(case: Case, proposal: str) -> Iterator[Objection]:
    terms = case.proposals[proposal].terms
    for line in case.red_lines:
        actor = actor_key(case, line.actor) or line.actor
        basis = "red line, confirmed by a user" if line.hard else "red line as reported"
        meets = {
            issue: tuple(o for o in case.issues[issue].options if o not in options)
            for issue, options in line.rules_out.items()
        }
        touched = {i for i, out in line.rules_out.items() if _option(case, proposal, i) in out}
        if touched:
            yield Objection(actor, line.text, basis, {i: meets[i] for i in touched}, line.claims)
        elif not line.rules_out and (not line.issues or set(line.issues) & set(terms)):
            yield Objection(actor, line.text, basis, {}, line.claims)


def _judgements(case: Case, proposal: str) -> Iterator[Objection]:
    for held in case.judgements:
        actor = actor_key(case, held.actor)
        if held.stance is not Verdict.NO or actor is None or held.proposal not in (None, proposal):
            continue
        if held.proposal is None and held.issue is None:
            continue
        text = held.note or held.condition or "no"
        if held.issue is None:
            yield Objection(actor, text, "judgement of a user", _about(case, proposal, text), ())
        elif held.option is None or _option(case, proposal, held.issue) == held.option:
            yield Objection(actor, text, "judgement of a user", _other(case, proposal, held.issue), ())


def _stances(case: Case, proposal: str, stances: Sequence[Stance]) -> Iterator[Objection]:
    for stance in stances:
        actor = actor_key(case, stance.actor)
        if actor is None or stance.voice is not Voice.OWN:
            continue
        way = direction(stance.act, stance.modality)
        against = way in ("against", "not for")
        held_back = way == "conditional" and stance.condition is not None
        text = stance.condition or _words(case, stance)
        if stance.proposal == proposal and (against or held_back):
            meets = _about(case, proposal, stance.condition or "")
            yield Objection(actor, text, STANCE, meets, stance.claims)
        elif stance.issue in case.proposals[proposal].terms and stance.option is not None:
            wanted = _of_option(case, proposal, stance, against=against)
            if wanted:
                yield Objection(actor, text, DEMAND if not against else STANCE, wanted, stance.claims)


def _of_option(case: Case, proposal: str, stance: Stance, *, against: bool) -> dict[str, tuple[str, ...]]:
    """Return what would meet a stance on one option of an issue; empty where the proposal already does."""
    issue, option = stance.issue, stance.option
    if issue is None or option is None or option not in case.issues[issue].options:
        return {}
    taken = _option(case, proposal, issue)
    if against and taken == option:
        return _other(case, proposal, issue)
    return {issue: (option,)} if stance.act in ASKING and taken != option else {}


def _option(case: Case, proposal: str, issue: str) -> str:
    term = case.proposals[proposal].terms.get(issue)
    return term.option if term is not None else NO_CHANGE


def _other(case: Case, proposal: str, issue: str) -> dict[str, tuple[str, ...]]:
    taken = _option(case, proposal, issue)
    return {issue: tuple(option for option in case.issues[issue].options if option != taken)}


def _about(case: Case, proposal: str, words: str) -> dict[str, tuple[str, ...]]:
    """Return the issues that words name, each with the options they name, or with every other option."""
    found: dict[str, tuple[str, ...]] = {}
    for key, issue in case.issues.items():
        if not _names(issue.theme or issue.name, words):
            continue
        taken = _option(case, proposal, key)
        named = tuple(o for o in issue.options if o not in (taken, NO_CHANGE) and _names(o, words))
        found[key] = named or tuple(option for option in issue.options if option != taken)
    return found


def _names(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _words(case: Case, stance: Stance) -> str:
    """Return a stance in a few words of ours."""
    act = stance.act.value.replace("_", " ")
    if stance.modality in (Modality.NEGATED, Modality.DENIED):
        act = f"not {act}"
    issue = case.issues.get(stance.issue or "")
    proposal = case.proposals.get(stance.proposal or "")
    if issue is not None:
        return f"{act}: {issue.name}, {stance.option}" if stance.option else f"{act}: {issue.name}"
    return f"{act} {proposal.name}" if proposal is not None else act

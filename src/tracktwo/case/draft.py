"""``draft(picture)``: what the record adds up to, arranged as a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from tracktwo.case.model import Approval, Case, CaseParty, CaseRedLine
from tracktwo.case.naming import by_key
from tracktwo.case.repair import repaired
from tracktwo.case.rules import UNKNOWN, RuleKind, rule_from_words
from tracktwo.vocabulary import Issue, Picture, Ratification

Item = TypeVar("Item")


def draft(picture: Picture) -> Case:
    """Return the case that a picture tells of.

    Nothing is added to what the record holds. Actors become keys where the case has them; a reference to
    something the picture does not have is left out and said under ``assumptions``, so that a drafted case
    can always be loaded.

    Parameters
    ----------
    picture : Picture
        One negotiation, from ``record.linking.link``.

    Returns
    -------
    Case
        Equal to what `load` returns for the file that `write` makes of it.
    """
    parties = {
        key: CaseParty(
            key=key,
            name=party.name,
            reason=party.reason,
            members=keyed(party.members),
            ratification=tuple(_approval(r, picture) for r in picture.ratification if _is(party, r)),
            claims=party.claims,
        )
        for key, party in keyed(picture.parties).items()
    }
    case = Case(
        title=picture.title,
        key=picture.key,
        reports=picture.reports,
        parties=parties,
        bodies={
            key: replace(body, same_as=_same_as(body.same_as)) for key, body in keyed(picture.bodies).items()
        },
        third_parties={
            key: replace(third, members=tuple(keyed(third.members).values()))
            for key, third in keyed(picture.third_parties).items()
        },
        affected=keyed(picture.affected),
        tracks=keyed(picture.tracks),
        meetings=picture.meetings,
        issues={key: _issue(issue) for key, issue in keyed(picture.issues).items()},
        proposals=keyed(picture.proposals),
        leverage=picture.leverage,
        red_lines=tuple(CaseRedLine(r.actor, r.text, r.issues, claims=r.claims) for r in picture.red_lines),
        events=keyed(picture.events),
        durations=picture.durations,
        deadlines=picture.deadlines,
        assumptions=picture.assumptions,
    )
    return repaired(by_key(case), _homeless(picture))


def keyed(items: Iterable[Item]) -> dict[str, Item]:
    """Return items by their key; a key that is taken gets a number."""
    found: dict[str, Any] = {}
    for item in items:
        held: Any = item
        key, number = held.key, 2
        while key in found:
            key, number = f"{held.key}-{number}", number + 1
        found[key] = held if key == held.key else replace(held, key=key)
    return found


def _is(party: Any, ratification: Ratification) -> bool:
    return ratification.party in (party.key, party.name)


def _homeless(picture: Picture) -> list[str]:
    """Approvals reported for somebody who is no party here: said, not lost."""
    return [
        f'approval by "{approval.body}" is reported for "{approval.party}", who is no party of this case'
        if approval.party
        else f'approval by "{approval.body}" is reported; whose body it is, is not'
        for approval in picture.ratification
        if not any(_is(party, approval) for party in picture.parties)
    ]


def _approval(reported: Ratification, picture: Picture) -> Approval:
    rule = rule_from_words(reported.rule)
    understood = rule is not UNKNOWN or reported.rule.strip().lower() in ("", RuleKind.UNKNOWN.value)
    named = [body.key for body in picture.bodies if body.name == reported.body]
    known = any(body.key == reported.body for body in picture.bodies)
    return Approval(
        body=reported.body if known or not named else named[0],
        rule=rule,
        rule_text=None if understood else reported.rule,
        scope=reported.scope,
        members_known=reported.members_known,
        claims=reported.claims,
    )


def _same_as(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple({key: word if word in ("yes", "no") else "unsure" for key, word in pairs}.items())


def _issue(issue: Issue) -> Issue:
    options = tuple(dict.fromkeys(issue.options))
    return replace(issue, options=options, order_basis=dict(issue.order_basis))

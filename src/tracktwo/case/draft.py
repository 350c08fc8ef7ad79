"""``draft(picture)``: what the record adds up to, arranged as a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tracktwo.case.actors import actors
from tracktwo.case.model import Approval, Case, CaseParty, CaseRedLine
from tracktwo.case.repair import repaired
from tracktwo.case.rules import UNKNOWN, RuleKind, rule_from_words
from tracktwo.vocabulary import Issue, OrderBasis, Picture, Ratification

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
    return repaired(_with_actor_keys(case), _homeless(picture))


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


def _with_actor_keys(case: Case) -> Case:
    """Write actors by their keys, where a name belongs to exactly one key."""
    known = actors(case)
    by_name: dict[str, list[str]] = {}
    for key, name in known.items():
        by_name.setdefault(name, []).append(key)

    def key_of(word: str | None) -> str | None:
        keys = by_name.get(word, []) if word is not None and word not in known else []
        return keys[0] if len(keys) == 1 else word

    def sure(word: str) -> str:
        return key_of(word) or word

    return replace(
        case,
        bodies=_each(case.bodies, lambda body: replace(body, party=_owner(case, body.party))),
        tracks=_each(case.tracks, lambda track: _track(case, track, key_of)),
        proposals=_each(
            case.proposals, lambda p: replace(p, by=key_of(p.by), to=key_of(p.to), terms=_terms(p, key_of))
        ),
        leverage=tuple(replace(item, by=sure(item.by), on=key_of(item.on)) for item in case.leverage),
        red_lines=tuple(replace(line, actor=sure(line.actor)) for line in case.red_lines),
        meetings=tuple(replace(m, body=_body(case, m.body)) for m in case.meetings),
        events=_each(
            case.events, lambda event: replace(event, agent=key_of(event.agent), target=key_of(event.target))
        ),
    )


def _each(items: Mapping[str, Item], change: Callable[[Item], Item]) -> dict[str, Item]:
    return {key: change(item) for key, item in items.items()}


def _terms(proposal: Any, key_of: Callable[[str | None], str | None]) -> dict[str, Any]:
    return {
        issue: replace(term, giver=key_of(term.giver), getter=key_of(term.getter))
        for issue, term in proposal.terms.items()
    }


def _track(case: Case, track: Any, key_of: Callable[[str | None], str | None]) -> Any:
    at_tables = tuple(_owner(case, word) or word for word in track.parties)
    return replace(track, convenor=key_of(track.convenor), parties=tuple(dict.fromkeys(at_tables)))


def _by_name(items: Sequence[Mapping[str, Any]], word: str | None) -> str | None:
    if word is None or any(word in mapping for mapping in items):
        return word
    return next((key for mapping in items for key, item in mapping.items() if item.name == word), word)


def _owner(case: Case, word: str | None) -> str | None:
    return _by_name((case.parties, case.third_parties), word)


def _body(case: Case, word: str | None) -> str | None:
    return _by_name((case.bodies,), word)


__all__ = ["OrderBasis", "draft", "keyed"]

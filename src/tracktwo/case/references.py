"""What a case refers to must exist, and nothing may lead back to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracktwo.case.actors import actors, members
from tracktwo.case.model import Approval, Case, Path
from tracktwo.case.rules import Rule


@dataclass(frozen=True, slots=True)
class Broken:
    """A reference at ``path`` to something of ``kind`` that does not exist, or a cycle (kind "cycle").

    ``known`` are the keys that could be meant; ``within`` names the issue an option was sought in.
    ``at_key`` says that the reference is a key of the file rather than a value.
    """

    path: Path
    kind: str
    key: str
    text: str
    known: tuple[str, ...] = ()
    within: str | None = None
    at_key: bool = False


def broken(case: Case) -> Iterator[Broken]:
    """Yield everything in a case that refers to nothing, and every cycle."""
    yield from _people_and_bodies(case)
    yield from _talks(case)
    yield from _packages(case)
    yield from _users_own(case)
    yield from _cycles(case)


def _missing(path: Path, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Broken]:
    there = tuple(known)
    for number, word in enumerate(words):
        if word not in there:
            yield Broken((*path, number), kind, word, f'{kind} "{word}" is not defined', there)


def _one(path: Path, kind: str, word: str | None, known: Iterable[str]) -> Iterator[Broken]:
    there = tuple(known)
    if word is not None and word not in there:
        yield Broken(path, kind, word, f'{kind} "{word}" is not defined', there)


def _keys(path: Path, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Broken]:
    there = tuple(known)
    for word in words:
        if word not in there:
            yield Broken((*path, word), kind, word, f'{kind} "{word}" is not defined', there, at_key=True)


def _option(
    case: Case, path: Path, issue: str, options: Iterable[str], at_key: bool = False
) -> Iterator[Broken]:
    if issue not in case.issues:
        return
    known = case.issues[issue].options
    for option in options:
        if option not in known:
            text = f'"{option}" is not among the options of "{issue}" ({", ".join(known) or "it has none"})'
            yield Broken(path, "option", option, text, known, issue, at_key)


def _people_and_bodies(case: Case) -> Iterator[Broken]:
    owners = (*case.parties, *case.third_parties)
    people = members(case)
    for key, body in case.bodies.items():
        here: Path = ("bodies", key)
        yield from _one((*here, "party"), "party", body.party, owners)
        yield from _missing((*here, "members"), "member", body.members or (), (*people, *case.parties))
        seats = body.members if body.members is not None else (*people, *case.parties)
        yield from _keys((*here, "votes"), "member", (seat for seat, _ in body.votes), seats)
        yield from _missing((*here, "vetoes"), "member", body.vetoes, seats)
        yield from _missing((*here, "abstaining"), "member", body.abstaining, seats)
        yield from _keys((*here, "same_as"), "body", (other for other, _ in body.same_as), case.bodies)
    for key, party in case.parties.items():
        for person, member in party.members.items():
            path = ("parties", key, "members", person, "bodies")
            yield from _missing(path, "body", member.bodies, case.bodies)
        for number, approval in enumerate(party.ratification):
            yield from _approval(case, approval, ("parties", key, "ratification", number))
    for number, approval in enumerate(case.agreement):
        yield from _approval(case, approval, ("agreement", number))
    for key, third in case.third_parties.items():
        for member in third.members:
            path = ("third_parties", key, "members", member.key, "bodies")
            yield from _missing(path, "body", member.bodies, case.bodies)


def _approval(case: Case, approval: Approval, path: Path) -> Iterator[Broken]:
    yield from _one((*path, "body"), "body", approval.body, case.bodies)
    for rule in approval.rule.walk():
        yield from _one((*path, "rule"), "body", rule.body, case.bodies)


def _talks(case: Case) -> Iterator[Broken]:
    at_tables = (*case.parties, *case.third_parties)
    for key, track in case.tracks.items():
        yield from _missing(("tracks", key, "parallel_to"), "track", track.parallel_to, case.tracks)
        yield from _missing(("tracks", key, "parties"), "party", track.parties, at_tables)
        yield from _missing(("tracks", key, "proposals"), "proposal", track.proposals, case.proposals)
    for number, meeting in enumerate(case.meetings):
        here: Path = ("meetings", number)
        yield from _one((*here, "body"), "body", meeting.body, case.bodies)
        yield from _one((*here, "track"), "track", meeting.track, case.tracks)
        for at, item in enumerate(meeting.items):
            yield from _one((*here, "items", at, "proposal"), "proposal", item.proposal, case.proposals)


def _packages(case: Case) -> Iterator[Broken]:
    for key, issue in case.issues.items():
        path: Path = ("issues", key, "order_basis")
        for option in issue.order_basis:
            yield from _option(case, (*path, option), key, [option], at_key=True)
    for key, proposal in case.proposals.items():
        here: Path = ("proposals", key)
        yield from _one((*here, "track"), "track", proposal.track, case.tracks)
        yield from _keys((*here, "terms"), "issue", proposal.terms, case.issues)
        for name, term in proposal.terms.items():
            yield from _option(case, (*here, "terms", name, "option"), name, [term.option])
    for number, combination in enumerate(case.combinations):
        spot: Path = ("combinations", number)
        yield from _options_by_issue(case, (*spot, "if"), combination.if_)
        yield from _options_by_issue(case, (*spot, "then"), combination.then)
    for number, phase in enumerate(case.phases):
        yield from _one(("phases", number, "first"), "proposal", phase.first, case.proposals)
        yield from _one(("phases", number, "then"), "proposal", phase.then, case.proposals)
    if case.money is not None:
        yield from _one(("money", "issue"), "issue", case.money.issue, case.issues)


def _options_by_issue(case: Case, path: Path, options: Mapping[str, tuple[str, ...]]) -> Iterator[Broken]:
    yield from _keys(path, "issue", options, case.issues)
    for name, words in options.items():
        for at, option in enumerate(words):
            yield from _option(case, (*path, name, at), name, [option])


def _users_own(case: Case) -> Iterator[Broken]:
    known = actors(case)
    for number, line in enumerate(case.red_lines):
        here: Path = ("red_lines", number)
        yield from _missing((*here, "issues"), "issue", line.issues, case.issues)
        yield from _options_by_issue(case, (*here, "rules_out"), line.rules_out)
    for actor, values in case.values.items():
        spot: Path = ("values", actor)
        yield from _keys(("values",), "actor", [actor], known)
        yield from _keys((*spot, "weights"), "issue", values.weights, case.issues)
        yield from _keys((*spot, "options"), "issue", values.options, case.issues)
        for name, by_option in values.options.items():
            for option in by_option:
                yield from _option(case, (*spot, "options", name, option), name, [option], at_key=True)
        for number, condition in enumerate(values.conditions):
            place: Path = (*spot, "conditions", number)
            yield from _options_by_issue(case, (*place, "if"), condition.if_)
            yield from _missing((*place, "drops"), "issue", condition.drops, case.issues)
    for number, judgement in enumerate(case.judgements):
        here = ("judgements", number)
        named = (*known, *known.values())
        yield from _one((*here, "actor"), "actor", judgement.actor, named)
        yield from _one((*here, "proposal"), "proposal", judgement.proposal, case.proposals)
        yield from _one((*here, "issue"), "issue", judgement.issue, case.issues)
        if judgement.issue is not None and judgement.option is not None:
            yield from _option(case, (*here, "option"), judgement.issue, [judgement.option])


def _cycles(case: Case) -> Iterator[Broken]:
    opens = {key: tuple(o for o in p.opens if o in case.proposals) for key, p in case.proposals.items()}
    for circle in circles(opens):
        way = " opens ".join((*circle, circle[0]))
        yield Broken(("proposals", circle[0], "opens"), "cycle", circle[0], f"a cycle: {way}")
    for key, track in case.tracks.items():
        if key in track.parallel_to:
            path: Path = ("tracks", key, "parallel_to")
            yield Broken(path, "cycle", key, f'a cycle: track "{key}" is parallel to itself')
    yield from _same_bodies(case)
    for key, party in case.parties.items():
        for number, approval in enumerate(party.ratification):
            if _returns(approval.rule, (approval.body,)):
                path = ("parties", key, "ratification", number, "rule")
                text = f'a cycle: the rule of "{approval.body}" comes back to a body it began from'
                yield Broken(path, "cycle", approval.body, text)


def _returns(rule: Rule, above: tuple[str, ...]) -> bool:
    """Say whether a rule inside ``rule`` asks a body that it stands inside of."""
    if rule.body is not None:
        if rule.body in above:
            return True
        above = (*above, rule.body)
    return any(_returns(inner, above) for inner in rule.of)


def _same_bodies(case: Case) -> Iterator[Broken]:
    """Bodies said to be one and, directly or through others, said not to be."""
    group = {key: key for key in case.bodies}

    def root(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    for key, body in case.bodies.items():
        for other, answer in body.same_as:
            if other == key:
                path: Path = ("bodies", key, "same_as", other)
                text = f'a cycle: body "{key}" is compared with itself'
                yield Broken(path, "cycle", key, text, at_key=True)
            elif answer == "yes" and other in group:
                group[root(key)] = root(other)
    for key, body in case.bodies.items():
        for other, answer in body.same_as:
            if answer == "no" and other != key and other in group and root(key) == root(other):
                text = f'"{key}" and "{other}" are said to be the same body and not to be'
                yield Broken(("bodies", key, "same_as", other), "cycle", other, text)


def circles(edges: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return one cycle through each group of keys that lead back to themselves, in order of the keys."""
    on_path: dict[str, bool] = {}
    found: list[tuple[str, ...]] = []
    for start in edges:
        if start in on_path:
            continue
        path, ahead = [start], [iter(edges[start])]
        on_path[start] = True
        while ahead:
            other = next(ahead[-1], None)
            if other is None:
                ahead.pop()
                on_path[path.pop()] = False
            elif on_path.get(other):
                found.append(tuple(path[path.index(other) :]))
            elif other not in on_path:
                on_path[other] = True
                path.append(other)
                ahead.append(iter(edges.get(other, ())))
    return found

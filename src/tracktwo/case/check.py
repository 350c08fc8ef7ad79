"""``check(case)``: what a sound case still leaves open or makes odd."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.case.actors import actor_key, actors
from tracktwo.case.decode import suggestion
from tracktwo.case.load import place_of
from tracktwo.case.model import Approval, Case, Path
from tracktwo.case.rules import UNKNOWN
from tracktwo.errors import Where
from tracktwo.vocabulary import OrderBasis

_BETWEEN = {"mediates", "convenes"}
_PUSHING = {"presses", "warns", "threatens", "supplies"}
QUOTA_ABOVE_TOTAL = "quota-above-total"
_MODES = ("direct", "indirect", "not reported")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that deserves a second look: its code, words, place in the file, and path in the case."""

    code: str
    text: str
    path: Path
    where: Where

    def __str__(self) -> str:
        place = str(self.where) if self.where.file else ".".join(str(step) for step in self.path)
        return f"{place}: {self.text}"


def check(case: Case) -> tuple[Problem, ...]:
    """Return what deserves a second look in a case that loads without errors.

    Parameters
    ----------
    case : Case
        From `load`, which gives the problems their line and column, or from `draft`.

    Returns
    -------
    tuple of Problem
        In the order of the file's sections; empty where nothing is open.
    """
    found = (
        *_parties(case),
        *_quotas(case),
        *_third_parties(case),
        *_issues(case),
        *_proposals(case),
        *_red_lines(case),
        *_names(case),
    )
    return tuple(Problem(code, text, path, place_of(path, case.places)) for code, text, path in found)


Finding = tuple[str, str, Path]


def _parties(case: Case) -> Iterator[Finding]:
    if len(case.parties) < 2:
        count = "no party is" if not case.parties else "only one party is"
        yield "few-parties", f"{count} defined; an agreement needs at least two", ("parties",)
    for key, party in case.parties.items():
        if not party.members:
            yield "no-members", f'party "{key}" has no members: nobody is heard inside it', ("parties", key)
        for number, approval in enumerate(party.ratification):
            path: Path = ("parties", key, "ratification", number)
            if any(rule.kind is UNKNOWN.kind for rule in approval.rule.walk()):
                words = f" (reported as: {approval.rule_text})" if approval.rule_text else ""
                yield (
                    "unknown-rule",
                    f'by which rule "{approval.body}" approves for "{key}" is unknown{words}',
                    path,
                )
            body = case.bodies.get(approval.body)
            if body is not None and body.members is None and not approval.members_known:
                yield "unknown-seats", f'who sits in "{approval.body}" is unknown', path


def _quotas(case: Case) -> Iterator[Finding]:
    held: list[tuple[Approval, Path]] = [
        (approval, ("parties", key, "ratification", number, "rule"))
        for key, party in case.parties.items()
        for number, approval in enumerate(party.ratification)
    ]
    held += [(approval, ("agreement", number, "rule")) for number, approval in enumerate(case.agreement)]
    for approval, path in held:
        for rule in approval.rule.walk():
            if rule.quota is not None and rule.quota > 1:
                yield (
                    QUOTA_ABOVE_TOTAL,
                    f'the quota {rule.quota} of "{rule.body or approval.body}" is above the total, so '
                    "nothing could ever pass there: write a share up to 1, such as 2/3, 60% or 61 of 120",
                    path,
                )


def _third_parties(case: Case) -> Iterator[Finding]:
    for key, third in case.third_parties.items():
        roles = {role.role for role in third.roles}
        between, pushing = roles & _BETWEEN, roles & _PUSHING
        if between and pushing:
            both = " and ".join(sorted(between)), " and ".join(sorted(pushing))
            text = f'role conflict: "{key}" {both[0]}, and also {both[1]}'
            yield "role-conflict", text, ("third_parties", key, "roles")
        if key in case.parties:
            text = f'"{key}" is a party and a third party at once'
            yield "two-sides", text, ("third_parties", key)


def _issues(case: Case) -> Iterator[Finding]:
    for key, issue in case.issues.items():
        assumed = [option for option in issue.options if issue.order_basis.get(option) is OrderBasis.ASSUMED]
        if assumed:
            listed = ", ".join(f'"{option}"' for option in assumed)
            path: Path = ("issues", key, "order_basis")
            yield "assumed-order", f'the place of {listed} among the options of "{key}" is assumed', path
        if len(issue.options) < 2:
            yield "few-options", f'issue "{key}" has fewer than two options', ("issues", key, "options")
        if len(set(issue.options)) < len(issue.options):
            yield "twice", f'issue "{key}" has the same option twice', ("issues", key, "options")


def _proposals(case: Case) -> Iterator[Finding]:
    for key, proposal in case.proposals.items():
        if not proposal.terms:
            yield "no-terms", f'proposal "{key}" has no terms', ("proposals", key)
    for key, track in case.tracks.items():
        if track.mode not in _MODES:
            text = f'mode "{track.mode}" of track "{key}" is none of {", ".join(_MODES)}'
            yield "odd-word", text + suggestion(track.mode, _MODES), ("tracks", key, "mode")


def _red_lines(case: Case) -> Iterator[Finding]:
    """Hard lines that leave an issue no option: of one actor, or of all of them together."""
    ruled: dict[str, dict[str, set[str]]] = {}
    for number, line in enumerate(case.red_lines):
        path: Path = ("red_lines", number)
        if not line.rules_out:
            told = "it is hard, but " if line.hard else ""
            text = f'{told}the red line "{line.text}" rules out no option yet, so it fails no package'
            yield "unmapped-red-line", text, path
        for issue, options in line.rules_out.items() if line.hard else ():
            ruled.setdefault(issue, {}).setdefault(line.actor, set()).update(options)
    for issue, by_actor in ruled.items():
        every = set(case.issues[issue].options)
        alone = [actor for actor, out in by_actor.items() if out >= every]
        for actor in alone:
            text = f'contradictory: hard red lines of "{actor}" rule out every option of "{issue}"'
            yield "contradictory-red-lines", text, ("red_lines",)
        if not alone and set().union(*by_actor.values()) >= every:
            listed = ", ".join(f'"{actor}"' for actor in by_actor)
            text = (
                f'hard red lines of {listed} together rule out every option of "{issue}": no package can pass'
            )
            yield "contradictory-red-lines", text, ("red_lines",)


def _names(case: Case) -> Iterator[Finding]:
    """Actors named who are nobody in the case."""
    named: list[tuple[str | None, Path]] = []
    for key, proposal in case.proposals.items():
        named += [(proposal.by, ("proposals", key, "by")), (proposal.to, ("proposals", key, "to"))]
        for issue, term in proposal.terms.items():
            spot: Path = ("proposals", key, "terms", issue)
            named += [(term.giver, (*spot, "giver")), (term.getter, (*spot, "getter"))]
    for key, track in case.tracks.items():
        named.append((track.convenor, ("tracks", key, "convenor")))
    for number, item in enumerate(case.leverage):
        named += [(item.by, ("leverage", number, "by")), (item.on, ("leverage", number, "on"))]
    for number, line in enumerate(case.red_lines):
        named.append((line.actor, ("red_lines", number, "actor")))
    known = actors(case)
    for word, path in named:
        if word is not None and actor_key(case, word) is None:
            near = suggestion(word, (*known, *known.values()))
            yield "unknown-actor", f'"{word}" is nobody in this case{near}', path


__all__ = ["Problem", "check"]

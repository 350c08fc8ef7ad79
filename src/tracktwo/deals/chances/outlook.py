"""``outlook(problem)``: could each proposal pass, who blocks, and is there any deal at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.deals.chances.closely import Close, by_rule, close, thinned, weights
from tracktwo.deals.chances.constraints import of_case as constraints_of
from tracktwo.deals.chances.deciding import blanks
from tracktwo.deals.chances.existence import draws_of, settle
from tracktwo.deals.chances.exploring import Exploration, explore
from tracktwo.deals.chances.landscape import TRIED, landscape
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.shares import bounds
from tracktwo.deals.chances.surveying import Survey, survey
from tracktwo.deals.chances.tabled import package_of_proposal
from tracktwo.preferences.no_evidence import DEFINITION, no_evidence
from tracktwo.vocabulary.outlook import (
    Blocker,
    Chance,
    Landscape,
    Made,
    Outlook,
    PackageChance,
    PassChance,
    ProposalOutlook,
    RuleChance,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.vocabulary.utilities import Utilities

    Flags = NDArray[np.bool_]

PRIOR_DRAWS = 1000
SOLE = 1e-12
NEVER = PassChance(0.0, 0.0, 0.0)

DEFINITIONS = {
    "accepts": "an actor accepts a package that is worth more to it than no deal",
    "p": "the share of draws; a draw takes one number of every range and one reading of every assumption",
    "low and high": "the least and the greatest share under any single assumption, with the 90 percent "
    "interval that so many draws leave",
    "passes": "every party says yes, and every body whose approval it needs under its rule",
    "blocker": "the package fails, and this actor's yes alone would carry it",
    "zopa": "some package is preferred to no deal by every party itself, before anybody ratifies",
    "robust": "the packages whose least share under any single assumption or reading of the rules is "
    f"greatest, among the {TRIED} likeliest to pass",
    "win-set": "the packages a party would ratify (Putnam 1988)",
    "prior": DEFINITION,
}


WEAKLY = (
    "an actor accepts a package that is worth at least as much to it as no deal, as imported domains mean it"
)


COUNCIL = "those who are to agree do under the rule of their agreement, each with all who must approve for it"


IN_PART = (
    "whether some package passes is decided for all packages in each of {draws} draws by a mixed-integer "
    "program (HiGHS; gains below two millionths of the numbers' size count as none). Counts of packages, "
    "win-sets and the best are of the {looked_at} looked at: proposals and what is next to them, the best "
    "for many weightings, the efficient ones at the middle of the values, and what is next to the likeliest; "
    "no package passes more often than some package does"
)


def _definitions(problem: Problem, found: Exploration) -> dict[str, str]:
    part = {}
    if found.packages is not None and not found.listed:
        draws, looked_at = draws_of(found.problem), found.packages.feasible()
        part["too many to list"] = IN_PART.format(draws=draws, looked_at=f"{looked_at:,}")
    weakly = {"accepts": WEAKLY} if problem.weakly else {}
    council = {"passes": COUNCIL} if problem.case.agreement else {}
    return DEFINITIONS | weakly | council | part


def outlook(problem: Problem, found: Exploration | None = None, *, as_of: str | None = None) -> Outlook:
    """Return the outlook of every proposal, and of all packages together.

    Parameters
    ----------
    problem : Problem
    found : Exploration, optional
        From ``explore``; default: made here.
    as_of : str, optional
        The day the case is told of, kept with the answer.
    """
    found = explore(problem) if found is None else found
    prior = no_evidence(problem.space, problem.utilities.actors, PRIOR_DRAWS, problem.seed)
    rows = tuple(proposal_outlook(problem, key, prior) for key in problem.case.proposals)
    seen = landscape(problem, found)
    zopa = _zopa(problem, found)
    open_ends = tuple(dict.fromkeys(blank.condition for blank in problem.blanks()))
    reason = _reason(problem, found)
    passing = None if open_ends else _some_pass(found)
    known = passing is not None and all(low == high for low, high in passing)
    least = [low for low, _ in passing or ()]
    return Outlook(
        proposals=rows,
        p_zopa=zopa[0],
        p_zopa_low=zopa[1],
        p_zopa_high=zopa[2],
        p_zopa_no_evidence=_no_evidence(problem, found, prior),
        best=seen.best if seen.best and not open_ends else None,
        reason=reason,
        p_some_pass=float(weights(problem) @ least) if known else None,
        p_some_pass_by_rule=by_rule(problem, least) if known else None,
        landscape=seen if found.listed else _in_part(problem, seen, passing),
        assumptions=problem.assumptions,
        definitions=_definitions(problem, found),
        made=made_by(found.problem, as_of),
    )


def proposal_outlook(problem: Problem, key: str, prior: Utilities | None = None) -> ProposalOutlook:
    """Return the outlook of one proposal.

    Parameters
    ----------
    problem : Problem
    key : str
        Of a proposal of the case.
    prior : Utilities, optional
        Draws without evidence over the same actors; default: made here.
    """
    proposal = problem.case.proposals[key]
    if not proposal.terms:
        return ProposalOutlook(key, False, "None of its terms are known.", ("its terms are told",))
    package = package_of_proposal(problem, key)
    if package is None:
        why = "It leaves out an issue that has no option “no change”."
        return ProposalOutlook(key, False, why, ("it says something on every issue",))
    seen = close(problem, package)
    conditions = _conditions(problem, seen)
    broken = constraints_of(problem.case, problem.space).broken_by(package)
    if broken:
        why = f"It breaks what every package must keep: {'; '.join(broken)}."
        return ProposalOutlook(key, True, why, broken, _accepts(seen, prior), _no_pass(problem), (), NEVER)
    low, high = seen.passes(), seen.passes(blank=True)
    estimable = bool((low == high).all())
    reason = None if estimable else _unknown(problem, seen)
    by_rule = {
        variant.name: RuleChance(float(low[n].mean()), variant.weight)
        for n, variant in enumerate(problem.variants)
        if (low[n] == high[n]).all()
    }
    return ProposalOutlook(
        key=key,
        estimable=estimable,
        reason=reason,
        conditions=() if estimable else conditions,
        p_accept=_accepts(seen, prior) or None,
        p_pass_by_rule=by_rule or None,
        blockers=blockers(seen) if estimable else None,
        p_pass=_pass_chance(problem, low) if estimable else None,
    )


def _pass_chance(problem: Problem, passes: Flags) -> PassChance:
    """Return P(passes) from where a package passes (variants x draws)."""
    per_draw = weights(problem) @ passes
    shares = passes.mean(axis=1).tolist()
    low, high = bounds(problem.utilities.varied, per_draw)
    return PassChance(float(per_draw.mean()), min(low, *shares), max(high, *shares))


def blockers(seen: Close) -> tuple[Blocker, ...]:
    """Return whose no decides, with how often, most often first.

    A party counts with all who ratify for it; those of whom nothing is known count as saying yes.
    """
    import numpy as np

    problem = seen.problem
    names = dict(named_actors(problem.case))
    share = weights(problem)
    failed = ~seen.passes(blank=True)
    found: dict[str, float] = {}
    for p, party in enumerate(problem.parties):
        carried = np.stack([_with_party(seen, n, p) for n in range(len(problem.variants))])
        found[names[party]] = float(share @ (failed & carried).mean(axis=1))
    for actor, key in enumerate(problem.utilities.actors):
        voters = [n for n, voter in enumerate(problem.voters) if voter.actor == actor]
        carried = seen.passes(blank=True, instead=seen.with_answer(voters, True))
        p_alone = float(share @ (failed & carried).mean(axis=1))
        found.setdefault(names.get(key, key), p_alone)
    rows = [Blocker(name, p) for name, p in found.items() if p > SOLE]
    return tuple(sorted(rows, key=lambda row: -row.p))


def pivotal(seen: Close) -> dict[str, float]:
    """Return P(an actor's vote decides): the package passes with its yes and fails with its no."""
    problem, names = seen.problem, dict(named_actors(seen.problem.case))
    found = {}
    for actor, key in enumerate(problem.utilities.actors):
        voters = [n for n, voter in enumerate(problem.voters) if voter.actor == actor]
        with_yes = seen.passes(instead=seen.with_answer(voters, True))
        with_no = seen.passes(instead=seen.with_answer(voters, False))
        found[names.get(key, key)] = float(weights(problem) @ (with_yes & ~with_no).mean(axis=1))
    return found


def _with_party(seen: Close, variant: int, party: int) -> Flags:
    """Return in which draws the package passes where one party says yes whatever its bodies do."""
    import numpy as np

    reading = seen.problem.variants[variant]
    deciding = seen.deciding(blank=True)
    deciding.settle(reading.parties[party], np.ones(seen.problem.draws, dtype=np.bool_))
    return deciding.value(reading.agreement)


def _accepts(seen: Close, prior: Utilities | None) -> dict[str, Chance]:
    import numpy as np

    problem = seen.problem
    names = dict(named_actors(problem.case))
    if prior is None:
        prior = no_evidence(problem.space, problem.utilities.actors, PRIOR_DRAWS, problem.seed)
    columns = [s + k for s, k in zip(problem.space.offsets, seen.package, strict=True)]
    before = prior.part_worths[:, :, columns].sum(axis=2) > prior.reservations
    found = {}
    for actor, key in enumerate(problem.utilities.actors):
        if np.isnan(seen.gains[:, actor]).any():
            continue
        share = seen.yes[actor].astype(np.float64)
        low, high = bounds(problem.utilities.varied, share)
        found[names.get(key, key)] = Chance(float(share.mean()), low, high, float(before[:, actor].mean()))
    return found


def _no_pass(problem: Problem) -> dict[str, RuleChance]:
    return {variant.name: RuleChance(0.0, variant.weight) for variant in problem.variants}


def _conditions(problem: Problem, seen: Close) -> tuple[str, ...]:
    names = dict(named_actors(problem.case))
    silent = {problem.utilities.actors[problem.voters[v].actor] for v in seen.unknown}
    said = [f"{names.get(key, key)} says yes" for key in problem.utilities.actors if key in silent]
    return tuple(dict.fromkeys([*(blank.condition for blank in problem.blanks()), *said]))


def _unknown(problem: Problem, seen: Close) -> str:
    names = dict(named_actors(problem.case))
    said = [blank.reason for blank in problem.blanks()]
    silent = {problem.voters[voter].actor for voter in seen.unknown} & set(problem.counted())
    if silent:
        who = ", ".join(names.get(k, k) for n, k in enumerate(problem.utilities.actors) if n in silent)
        said.append(f"what some of its terms are worth to {who} is not known")
    text = "; ".join(dict.fromkeys(said))
    return f"{text[:1].upper()}{text[1:]}."


def _zopa(problem: Problem, found: Exploration) -> tuple[float | None, float | None, float | None]:
    """Return P(a ZOPA exists), and what assumptions and packages nobody looked at leave open."""
    import numpy as np

    if found.survey is None or any(blanks(node) for node in problem.own):
        return (0.0 if found.contradiction is not None else None), None, None
    held, some = found.problem, found.survey.zopa
    most = 0.0
    if not found.listed:
        settled = settle(held, held.zopa, found.within, known=some)
        held, some, most = thinned(held, settled.draws), settled.some, settled.high
    share = float(some.mean())
    low, high = bounds(held.utilities.varied, some.astype(np.float64))
    return (share if most <= share else None), low, max(high, most)


def _no_evidence(problem: Problem, found: Exploration, prior: Utilities) -> float | None:
    """Return P(a ZOPA exists) among the same packages where nothing is known of anybody."""
    from tracktwo.deals.chances.problem import Voter

    if found.packages is None or not found.packages.feasible():
        return None
    if any(blanks(node) for node in problem.own):
        return None
    voters = tuple(Voter(v.name, v.actor) for v in problem.voters)
    bare = replace(problem, utilities=prior, voters=voters, variants=())
    some = survey(bare, found.packages).zopa
    if found.listed:
        return float(some.mean())
    settled = settle(bare, bare.zopa, found.within, known=some)
    return settled.low if settled.whole else None


def _in_part(problem: Problem, seen: Landscape, passing: Sequence[tuple[float, float]] | None) -> Landscape:
    """Return what is said of some packages as said of some, with what no package can exceed."""
    most = None if passing is None else float(weights(problem) @ [high for _, high in passing])
    return replace(seen, complete=False, best_at_most=most)


def _some_pass(found: Exploration) -> list[tuple[float, float]] | None:
    """Return the least and the greatest P(some package passes) under each reading of the rules."""
    if found.survey is None:
        return None
    if found.listed:
        return [(float(p), float(p)) for p in found.survey.any_passes.mean(axis=1)]
    settled = [
        settle(found.problem, variant.agreement, found.within, known=some)
        for variant, some in zip(found.problem.variants, found.survey.any_passes, strict=True)
    ]
    return [(one.low, one.high) for one in settled]


def _reason(problem: Problem, found: Exploration) -> str | None:
    if found.contradiction is not None:
        if not found.contradiction:
            return "No package is left: on some issue no option is known to be worth anything to everybody."
        return f"No package is possible; these contradict one another: {'; '.join(found.contradiction)}."
    if len(problem.parties) == 1:
        return "There is one party only; what follows is what it alone would accept."
    if problem.blanks():
        said = "; ".join(dict.fromkeys(blank.reason for blank in problem.blanks()))
        return f"Whether anything passes is not estimable: {said}."
    if found.survey is not None and not found.survey.may_pass.any():
        return _nothing_passes(problem, found.survey)
    return None


def _nothing_passes(problem: Problem, held: Survey) -> str:
    """Say that no package passes, and who accepts none at all."""
    names = dict(named_actors(problem.case))
    against = [
        names.get(problem.utilities.actors[a], "") for a in problem.counted() if not held.accepts[a].any()
    ]
    whose = f"; {', '.join(against)} would accept none of them" if against else ""
    return f"No package looked at passes in any draw{whose}."


def made_by(problem: Problem, as_of: str | None) -> Made:
    """Return what made a result."""
    from tracktwo import __version__
    from tracktwo.case import case_hash

    return Made(
        case_hash=case_hash(problem.case),
        as_of=as_of,
        method="share of draws; unreported rules weighed",
        basis=problem.utilities.basis,
        draws=problem.draws,
        seed=problem.seed,
        version=__version__,
    )


__all__ = ["DEFINITIONS", "PackageChance", "blockers", "made_by", "outlook", "pivotal", "proposal_outlook"]

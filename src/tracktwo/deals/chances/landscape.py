"""All packages together: the best, the robust, win-sets, the plot, and what the answer hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.case.packages import NO_CHANGE, terms_of
from tracktwo.deals.chances.closely import by_rule, close, weights
from tracktwo.deals.chances.deciding import blanks
from tracktwo.deals.chances.exploring import Exploration
from tracktwo.deals.chances.leverage import leverage_swings
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.chances.shares import bounds, swings
from tracktwo.deals.chances.tabled import tabled
from tracktwo.vocabulary.outlook import Landscape, PackageChance, Plot, Point, SwingRow, WinSet

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Combination

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

BEST, TRIED, SWINGS, POINTS = 5, 60, 12, 120
EVEN, FIRM = 0.5, 0.9
STILL = 0.005  # less than this hangs on nothing


def landscape(problem: Problem, found: Exploration) -> Landscape:
    """Return what all packages looked at say together.

    Where nothing is known of somebody whose yes is needed, packages are ordered as if they said yes; the
    outlook tells which conditions those are.
    """
    import numpy as np

    held, packages = found.survey, found.packages
    if held is None or packages is None or not packages.feasible():
        return Landscape(_count(found.size), 0, found.left_out, (), (), (), ())
    if any(blanks(node) for node in problem.own):
        return Landscape(_count(found.size), packages.feasible(), found.left_out, (), (), (), ())
    p_pass = weights(problem) @ held.may_pass / held.draws
    order = np.argsort(-_ranked(found, p_pass), kind="stable")
    if packages.allowed is not None:
        order = order[packages.allowed.ravel()[order]]
    plain = _plain(problem, found)
    if plain[order].any():
        order = order[plain[order]]
    chosen = [int(n) for n in order[:TRIED]]
    rows = [_chance(problem, found, n, float(p_pass[n])) for n in chosen]
    robust = sorted(rows, key=lambda row: (-row.low, -row.p_pass, len(row.terms)))
    return Landscape(
        packages=_count(found.size),
        looked_at=packages.feasible(),
        left_out=found.left_out,
        best=tuple(rows[:BEST]),
        robust=tuple(robust[:BEST]),
        win_sets=_win_sets(problem, found),
        tornado=tornado(problem, packages.at(np.array(chosen[:1]))[0].tolist()),
        plot=_plot(problem, found, p_pass),
        given=tuple(dict.fromkeys(blank.condition for blank in problem.blanks())),
        passing=int((p_pass >= EVEN).sum()),
        passing_by_rule={
            variant.name: int((one >= EVEN * held.draws).sum())
            for variant, one in zip(problem.variants, held.may_pass, strict=True)
        },
    )


def _plain(problem: Problem, found: Exploration) -> Flags:
    """Return which packages leave at *no change* what is worth the same to everybody whatever the option.

    Of many packages that nobody tells apart only one need be told. Issues that a condition or a combination
    names may matter all the same.
    """
    import numpy as np

    assert found.packages is not None
    held, counted = problem.utilities, list(problem.counted())
    named = {issue for rule in held.rules for issue in (*dict(rule.when), *rule.drops)}
    named |= {issue for one in problem.case.combinations for issue in _issues_of(problem, one)}
    when, worths = [], problem.worths()[:, counted]
    for number, (issue, start) in enumerate(zip(problem.space.issues, problem.space.offsets, strict=True)):
        options = found.kept[number]
        if number in named or NO_CHANGE not in issue.options or len(options) < 2:
            continue
        still = issue.options.index(NO_CHANGE)
        part = worths[:, :, start + options]
        if still in options and (part == part[:, :, :1]).all():
            when.append((number, frozenset({still})))
    left, right = found.packages.left.holds(when), found.packages.right.holds(when)
    return np.asarray(np.logical_and.outer(left, right).ravel())


def _issues_of(problem: Problem, one: Combination) -> list[int]:
    names = [issue.name for issue in problem.space.issues]
    return [names.index(issue) for issue in (*one.if_, *one.then) if issue in names]


def tornado(problem: Problem, package: Sequence[int]) -> tuple[SwingRow, ...]:
    """Return how P(the package passes) moves with every assumption and range that moves it, widest first."""
    seen = close(problem, package)
    per_draw = weights(problem) @ seen.passes(blank=True)
    made = [
        SwingRow(s.name, s.kind, s.low_end, s.p_low, s.high_end, s.p_high)
        for s in swings(problem.utilities.varied, per_draw)
    ]
    shares = seen.passes(blank=True).mean(axis=1)
    if shares.max() > shares.min():
        low, high = int(shares.argmin()), int(shares.argmax())
        names = [variant.name for variant in problem.variants]
        made.append(
            SwingRow(
                "the rule of bodies whose rule is not reported",
                "assumption",
                names[low],
                float(shares[low]),
                names[high],
                float(shares[high]),
            )
        )
    made += leverage_swings(problem, package)
    told = [row for row in made if abs(row.p_high - row.p_low) >= STILL or row.kind == "leverage"]
    return tuple(sorted(told, key=lambda row: -abs(row.p_high - row.p_low))[:SWINGS])


def _ranked(found: Exploration, p_pass: Floats) -> Floats:
    """Return a score that orders by P(passes), then by the least acceptance among those counted."""
    import numpy as np

    assert found.survey is not None
    counted = list(found.problem.counted())
    least = found.survey.accepts[counted].min(axis=0) if counted else np.zeros(len(p_pass))
    return np.asarray(p_pass + 1e-6 * least / found.survey.draws)


def _chance(problem: Problem, found: Exploration, number: int, p_pass: float) -> PackageChance:
    import numpy as np

    assert found.packages is not None
    package = found.packages.at(np.array([number]))[0].tolist()
    seen = close(problem, package)
    passes = seen.passes(blank=True)
    shares = passes.mean(axis=1).tolist()
    low, _ = bounds(problem.utilities.varied, weights(problem) @ passes)
    return PackageChance(
        terms=terms_of(problem.space, package),
        p_pass=p_pass,
        low=min(low, *shares),
        blocker=_blocker(found, number),
        proposals=tabled(problem, package),
        p_pass_by_rule=by_rule(problem, shares),
    )


def _blocker(found: Exploration, number: int) -> str | None:
    assert found.survey is not None
    alone = found.survey.sole[:, number]
    names = dict(named_actors(found.problem.case))
    return names[found.problem.parties[int(alone.argmax())]] if alone.max(initial=0) else None


def _win_sets(problem: Problem, found: Exploration) -> tuple[WinSet, ...]:
    import numpy as np

    assert found.survey is not None
    assert found.packages is not None
    names = dict(named_actors(problem.case))
    by_reading = found.survey.ratifies / found.survey.draws
    if found.packages.allowed is not None:
        by_reading = by_reading[:, :, found.packages.allowed.ravel()]
    share = np.einsum("v,vpn->pn", weights(problem), by_reading)
    known = [
        p for p in range(len(problem.parties)) if not any(blanks(v.parties[p]) for v in problem.variants)
    ]
    made = []
    for p in known:
        others = (share[[q for q in known if q != p]] >= EVEN).all(axis=0)
        made.append(
            WinSet(
                party=names[problem.parties[p]],
                even=int((share[p] >= EVEN).sum()),
                firm=int((share[p] >= FIRM).sum()),
                expected=float(share[p].mean()),
                with_others=int(((share[p] >= EVEN) & others).sum()),
                even_by_rule={
                    variant.name: int((one[p] >= EVEN).sum())
                    for variant, one in zip(problem.variants, by_reading, strict=True)
                },
            )
        )
    return tuple(made)


def _plot(problem: Problem, found: Exploration, p_pass: Floats) -> Plot | None:
    """Return the acceptance of packages by the first party and the least of the others."""
    import numpy as np

    assert found.survey is not None
    assert found.packages is not None
    names = dict(named_actors(problem.case))
    columns = [problem.utilities.actors.index(k) for k in problem.parties if k in problem.utilities.actors]
    if len(columns) < 2 or len(columns) < len(problem.parties):
        return None
    share = found.survey.accepts[columns] / found.survey.draws
    x, y = share[0], share[1:].min(axis=0)
    allowed = np.ones(len(x), dtype=np.bool_)
    if found.packages.allowed is not None:
        allowed = found.packages.allowed.ravel()
    marked = [n for n in _tabled_numbers(problem, found) if allowed[n]]
    numbers = np.flatnonzero(allowed)
    edge = numbers[_edge(x[numbers], y[numbers])]
    step = max(len(numbers) // POINTS, 1)
    chosen = list(dict.fromkeys([*marked, *edge[:POINTS].tolist(), *numbers[::step][:POINTS].tolist()]))
    points = []
    for n in chosen:
        package = found.packages.at(np.array([n]))[0].tolist()
        points.append(
            Point(
                terms_of(problem.space, package),
                float(x[n]),
                float(y[n]),
                float(p_pass[n]),
                _blocker(found, n),
                tabled(problem, package),
            )
        )
    others = [names[k] for k in problem.parties[1:]]
    return Plot(
        names[problem.parties[0]],
        others[0] if len(others) == 1 else "the other party least for it",
        tuple(points),
    )


def _edge(x: Floats, y: Floats) -> NDArray[np.intp]:
    """Return the packages no other beats on both."""
    import numpy as np

    order = np.lexsort((-y, -x))
    best, kept = -1.0, []
    for n in order:
        if y[n] > best:
            kept.append(n)
            best = float(y[n])
    return np.array(kept, dtype=np.intp)


def _tabled_numbers(problem: Problem, found: Exploration) -> list[int]:
    import numpy as np

    assert found.packages is not None
    made = []
    for proposal in problem.case.proposals.values():
        package = problem.package({issue: term.option for issue, term in proposal.terms.items()})
        number = None if package is None else found.packages.number(package)
        if number is not None:
            made.append(number)
    return np.unique(np.array(made, dtype=np.intp)).tolist() if made else []


def _count(size: int) -> str:
    return f"{size:,}" if size < 10**12 else f"about 10^{len(str(size)) - 1}"

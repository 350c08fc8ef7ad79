"""Bargaining solutions and the core of a case, printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracktwo.case.packages import NO_CHANGE
from tracktwo.cli.domain_deals import SOLUTIONS
from tracktwo.cli.layout import print_rows
from tracktwo.cli.output import say
from tracktwo.cli.tables import share, terms_text

if TYPE_CHECKING:
    from tracktwo.deals import Analysis
    from tracktwo.vocabulary.outlook import Bracket, Coalitions, CoreOutlook

MOST_COALITIONS = 6
ROUNDED = 10  # means from here on are told without decimals


def print_solutions(found: Analysis | None, picked: Mapping[str, float] | None) -> None:
    """Print what bargaining solutions pick at the middle of the values, and in how many draws they do."""
    say("\nBARGAINING SOLUTIONS at the middle of the values")
    if found is None:
        from tracktwo.deals.chances.central import WHERE

        say(f"Not told here: {WHERE}.")
        return
    rows = []
    for key, name in SOLUTIONS.items():
        deal = getattr(found, key)
        if deal is not None:
            changed = {issue: option for issue, option in deal.deal.items() if option != NO_CHANGE}
            often = () if picked is None else (share(picked[key], 0),)
            rows.append((name, *often, terms_text(changed, {})))
    if rows:
        print_rows(("", *(() if picked is None else ("in draws",)), "package"), rows)
    else:
        say("None: no package is then worth at least as much as no deal to every party.")


def print_core(found: CoreOutlook, names: Mapping[str, str]) -> None:
    """Print how many packages are in the core, which proposals are, and who can pass or stop anything."""
    say("\nCORE: packages nobody able to pass one can replace by one they all prefer")
    if found.reason is not None:
        say(f"Not computed: {found.reason} ({found.packages} packages).")
    elif found.size is not None:
        say(f"{found.size:,} of {found.packages} packages; {_mean(found.passing)} of them would pass.")
    else:
        of = "" if found.draws == 1 else f" on average, over {found.draws:,} draws"
        none = _share(found.empty, found.draws)
        mean, passing = _mean(found.expected), _mean(found.passing)
        say(f"{mean} of {found.packages} packages{of}; {passing} of them would pass.")
        say(f"  Empty, so that each package can be replaced by another: {none}.")
    for line in found.unknown:
        say(f"- both ways, as not known: {line}")
    if len(found.expected_by_rule) > 1:
        say("The same under each rule that those not reported may be")
        rules = found.expected_by_rule
        print_rows(tuple(rules), [tuple(_mean(held) for held in rules.values())])
    if found.proposals:
        rows = [(names[key], _share(held, found.draws)) for key, held in found.proposals.items()]
        print_rows(("proposal", "in the core"), rows)
    _print_coalitions(found.coalitions)


def _print_coalitions(held: Mapping[str, Coalitions]) -> None:
    same = len({(one.winning, one.blocking, one.reason) for one in held.values()}) == 1
    for rule, one in held.items():
        under = "" if same else f" ({rule})"
        if one.reason is not None:
            say(f"Enough to pass or stop anything{under}: not told, {one.reason}.")
        else:
            say(f"Enough to pass anything{under}: {_listed(one.winning)}.")
            say(f"Enough to stop anything{under}: {_listed(one.blocking)}.")
        if same:
            return


def _listed(coalitions: Sequence[Sequence[str]]) -> str:
    shown = [" and ".join(names) or "nobody is needed" for names in coalitions[:MOST_COALITIONS]]
    more = len(coalitions) - MOST_COALITIONS
    rest = f"; and {more} more (--format json)" if more > 0 else ""
    return ("; ".join(shown) or "nobody") + rest


def _mean(held: Bracket | None) -> str:
    if held is None:
        return "not known"
    low, high = (f"{n:,.0f}" if n >= ROUNDED else f"{n:.2g}" for n in (held.low, held.high))
    return low if low == high else f"between {low} and {high}"


def _share(held: Bracket | None, draws: int) -> str:
    if held is None:
        return "not known"
    low, high = share(held.low, draws), share(held.high, draws)
    if low == high:
        return low
    return "yes or no" if draws == 1 else f"between {low} and {high}"

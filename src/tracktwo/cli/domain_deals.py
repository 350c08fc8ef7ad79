"""The deals of other people's negotiation domains, printed."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracktwo.cli import output
from tracktwo.cli.layout import print_rows
from tracktwo.cli.options import TableFormat
from tracktwo.vocabulary.plain import as_json

if TYPE_CHECKING:
    from tracktwo.deals import Analysis, Convention, Deal
    from tracktwo.deals.stable import Core
    from tracktwo.interop.domains import Domain

SOLUTIONS = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "max_welfare": "most welfare",
}
SHOWN = 20
SIDE_BY_SIDE = 4
MOST_COALITIONS = 6


def show(folder: Path, profiles: Sequence[str], style: TableFormat) -> None:
    """Print the efficient deals of a domain and the solutions among them.

    Raises
    ------
    DomainError
        If the folder holds no domain, or a named profile cannot be read.
    """
    from tracktwo import deals as room
    from tracktwo.interop import domains

    loaded = domains.read(folder, profiles)
    for line in loaded.skipped:
        output.warn(f"not read: {line}")
    for line in loaded.notes:
        output.warn(line)
    answer = room.analyse(loaded.utilities, _convention(loaded))
    passing = _passing(loaded)
    if style is TableFormat.JSON:
        output.put(as_json(_as_json(loaded, answer, passing), indent=1))
    elif style is TableFormat.CSV:
        _write_csv(answer)
    else:
        _print(loaded, answer, passing)
    if loaded.skipped:
        raise SystemExit(1)


def _convention(loaded: Domain) -> Convention:
    """Return what the words mean in a domain: a game says itself who can pass a deal."""
    from tracktwo.deals import Convention
    from tracktwo.deals.coalitions import Rule

    parties = len(loaded.utilities.actors)
    if loaded.game is None or loaded.game.quota > parties:
        return Convention()
    return Convention(rule=Rule((1,) * parties, loaded.game.quota, frozenset(loaded.game.vetoes)))


def _coalitions(loaded: Domain) -> dict[str, list[list[str]]]:
    """Return the smallest sets of parties that can pass or stop any deal; nothing of more than 16 parties."""
    from tracktwo.deals.coalitions import MAX_MEMBERS, Rule, minimal_blocking, minimal_winning

    parties = loaded.utilities.actors
    if len(parties) > MAX_MEMBERS:
        return {}
    rule = _convention(loaded).rule or Rule.unanimity(len(parties))
    found = {"winning": minimal_winning(rule), "blocking": minimal_blocking(rule)}
    return {what: [[parties[n] for n in one] for one in listed] for what, listed in found.items()}


def _write_csv(answer: Analysis) -> None:
    """Write a row for each solution and each efficient deal."""
    from tracktwo.interop.cells import neutral

    writer = csv.writer(sys.stdout, lineterminator="\n")
    found = [(key, getattr(answer, key)) for key in SOLUTIONS]
    found += [("efficient", deal) for deal in answer.frontier or ()]
    issues = next((list(deal.deal) for _, deal in found if deal is not None), [])
    writer.writerow(["what", *map(neutral, (*answer.parties, *issues))])
    for what, deal in found:
        if deal is not None:
            writer.writerow([what, *deal.utilities, *map(neutral, deal.deal.values())])


def _passing(loaded: Domain) -> dict[str, Any]:
    if loaded.game is None:
        return {}
    from tracktwo.deals import passing

    game = passing.count_passing(loaded.utilities, loaded.game.vetoes, loaded.game.quota)
    return {
        "passing_deals": game.passing,
        "accepted_by": dict(zip(loaded.utilities.actors, game.accepted_by, strict=True)),
    }


def _as_json(loaded: Domain, answer: Analysis, passing: dict[str, Any]) -> dict[str, Any]:
    def plain(deal: Deal | None) -> dict[str, Any] | None:
        return None if deal is None else {"deal": deal.deal, "utilities": list(deal.utilities)}

    return {
        "parties": list(answer.parties),
        "outcomes": answer.outcomes,
        "disagreement": list(answer.disagreement),
        "frontier_size": answer.frontier_size,
        "frontier": None if answer.frontier is None else [plain(deal) for deal in answer.frontier],
        **{key: plain(getattr(answer, key)) for key in SOLUTIONS},
        "definitions": answer.definitions | {"domain": f"{loaded.format}; " + "; ".join(loaded.conventions)},
        "core": None if answer.core is None else {"size": answer.core.size, "reason": answer.core.reason},
        "coalitions": _coalitions(loaded),
        **passing,
    }


def _print(loaded: Domain, answer: Analysis, passing: dict[str, Any]) -> None:
    size = f"{answer.outcomes:,}" if answer.outcomes < 10**12 else f"about 10^{len(str(answer.outcomes)) - 1}"
    output.say(
        f"{output.printable(loaded.name)} ({loaded.format}): {size} deals, {len(answer.parties)} parties"
    )
    if answer.frontier_size is None:
        output.say(
            "There are too many efficient deals to hold; the solutions below were searched for one by one."
        )
    else:
        output.say(f"{answer.frontier_size:,} efficient utility vectors, rational or not")
    rows = [("no deal", *map(_number, answer.disagreement), "")]
    rows += [_row(name, getattr(answer, key), len(answer.parties)) for key, name in SOLUTIONS.items()]
    rows += [_row("efficient", deal, len(answer.parties)) for deal in (answer.frontier or ())[:SHOWN]]
    # Beside many parties a deal would have room for a word a line only.
    print_rows(("", *answer.parties, "deal"), rows, as_entries=len(answer.parties) > SIDE_BY_SIDE)
    if answer.frontier and len(answer.frontier) > SHOWN:
        output.say(f"... and {len(answer.frontier) - SHOWN:,} more efficient ones (--format json lists them)")
    if passing:
        output.say(f"{passing['passing_deals']:,} deals pass; of these each party accepts:")
        for party, count in passing["accepted_by"].items():
            output.say(f"  {output.printable(party)}: {count:,}")
    if answer.core is not None:
        output.say(core_text(answer.core))
    for what, listed in _coalitions(loaded).items():
        told = "; ".join(" and ".join(names) for names in listed[:MOST_COALITIONS])
        more = len(listed) - MOST_COALITIONS
        rest = f"; and {more:,} more (--format json)" if more > 0 else ""
        verb = "pass" if what == "winning" else "stop"
        output.say(f"Enough to {verb} any deal: {told}{rest}")
    output.say("These are properties of the numbers in the files, not advice. What each word means:")
    for key, text in answer.definitions.items():
        output.say(f"  {key}: {text}")


def _row(name: str, deal: Deal | None, parties: int) -> tuple[str, ...]:
    if deal is None:
        return (name, *("-",) * parties, "none: no deal is at least as good as no deal for every party")
    words = "; ".join(f"{issue}: {option}" for issue, option in deal.deal.items())
    return (name, *map(_number, deal.utilities), words)


def core_text(core: Core) -> str:
    """Return how many deals are in the core, in one line."""
    if core.size is None:
        return f"Core: not computed ({core.reason})"
    return f"Core: {core.size:,} deals" if core.size else "Core: empty, each deal can be replaced by another"


def _number(value: float) -> str:
    return f"{value:.6g}"

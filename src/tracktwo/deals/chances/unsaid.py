"""What a case tells of and its values do not cover: said as assumptions, never guessed."""

from __future__ import annotations

from collections.abc import Iterator

from tracktwo.case import ActorValues, Case, Span
from tracktwo.case.actors import actor_key
from tracktwo.case.actors import actors as named_actors
from tracktwo.errors import DealsError

LARGEST = 1e12


def unsaid(case: Case) -> tuple[str, ...]:
    """Return sentences on leverage, red lines and terms that no number stands for."""
    return tuple(dict.fromkeys((*_leverage(case), *_red_lines(case), *_open(case))))


def sound(case: Case) -> None:
    """Refuse numbers that mean nothing where they stand.

    Raises
    ------
    DealsError
        If a number is too large, a chance or a patience lies outside 0 to 1, or a spread or the worth of
        money is below 0.
    """
    for key, values in case.values.items():
        if any(max(abs(span.low), abs(span.high)) > LARGEST for span in _spans(values)):
            raise DealsError(
                f"a number of “{key}” is too large to compute with",
                why=f"beyond {LARGEST:.0e}",
                fix="Use another unit: only comparisons with its own reservation count",
            )
        if values.patience is not None and not 0 <= values.patience.low <= values.patience.high <= 1:
            raise DealsError(f"the patience of “{key}” must lie between 0 and 1")
        if values.spread is not None and values.spread < 0:
            raise DealsError(f"the spread of “{key}” must not be below 0")
        if values.money is not None and values.money.low <= 0:
            raise DealsError(f"a unit of money must be worth something to “{key}”")
    for phase in case.phases:
        if phase.follows is not None and not 0 <= phase.follows.low <= phase.follows.high <= 1:
            raise DealsError(
                f"the chance that “{phase.then}” follows “{phase.first}” must lie between 0 and 1"
            )


def _spans(values: ActorValues) -> Iterator[Span]:
    yield from (span for options in values.options.values() for span in options.values())
    yield from values.weights.values()
    yield from (condition.worth for condition in values.conditions)
    yield from () if values.reservation is None else (values.reservation,)


def _leverage(case: Case) -> Iterator[str]:
    names = dict(named_actors(case))
    for item in case.leverage:
        target, by = actor_key(case, item.on), actor_key(case, item.by) or item.by
        if target is None or target not in case.values:
            continue
        if not any(condition.by == by for condition in case.values[target].conditions):
            yield (
                f"“{item.then}” ({names.get(by, by)} on {names[target]}) is worth nothing to it here: no "
                "condition in the values stands for it"
            )


def _red_lines(case: Case) -> Iterator[str]:
    names = dict(named_actors(case))
    for line in case.red_lines:
        actor = actor_key(case, line.actor) or line.actor
        name = names.get(actor, actor)
        if not line.rules_out:
            yield f"the red line “{line.text}” of {name} fails no package: it maps to no option"
        elif not line.hard:
            said = f"the red line “{line.text}” of {name}"
            yield f"{said} counts as an objection, not as a refusal: nobody confirmed it"


def _open(case: Case) -> Iterator[str]:
    for proposal in case.proposals.values():
        if proposal.open and proposal.terms:
            said = f"the terms of {proposal.name} are reported as incomplete"
            yield f"{said}: what is not told is taken as no change"

"""A user's own ``values:`` as draws: ranges drawn, assumptions varied, what is not said left unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracktwo.case.actors import actors as named_actors
from tracktwo.case.packages import NO_CHANGE, deal_space
from tracktwo.case.values import ActorValues, Span, ValueBasis
from tracktwo.preferences.places import Places
from tracktwo.preferences.streams import Streams
from tracktwo.vocabulary.utilities import DealSpace, Rule, Utilities, Varied

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Case

    Floats = NDArray[np.float64]

DRAWS = 4000


def judged(case: Case, draws: int = DRAWS, seed: int = 0) -> Utilities:
    """Return what packages and no deal are worth to every actor with values in a case.

    Parameters
    ----------
    case : Case
    draws : int
        How many, where anything varies; a case of points alone has one.
    seed : int
        Numbers are keyed by actor, issue and option: a change in one place moves no other.

    Returns
    -------
    Utilities
        Actors in the order of ``values:``. NaN where neither a value nor its neighbours say what an option is
        worth. ``varied`` names every range and every assumption: where a vague option stands among the exact
        ones (the same for everybody), what an option between two valued ones is worth, and what no deal is
        worth to somebody whose walk-away nobody stated (within half a typical issue's range of *no change*).
    """
    import numpy as np

    space = deal_space(case)
    streams = Streams(draws, seed)
    made = _Making(case, space, streams, Places(case, streams))
    columns = [made.actor(key, values) for key, values in case.values.items()]
    varied = (*made.places.varied(), *made.varied)
    # Seats drawn around a body's values differ from draw to draw even where every number is a point.
    count = draws if varied or any(values.spread for values in case.values.values()) else 1
    worths = np.zeros((draws, len(columns), space.parts))
    floors = np.zeros((draws, len(columns)))
    for column, (part_worths, floor) in enumerate(columns):
        worths[:, column], floors[:, column] = part_worths, floor
    return Utilities(
        space=space,
        actors=tuple(case.values),
        part_worths=worths[:count],
        reservations=floors[:count],
        caps=tuple(values.cap for values in case.values.values()),
        rules=tuple(made.rules),
        rule_worths=np.stack(made.rule_worths, axis=1)[:count] if made.rules and count > 1 else None,
        refusals=_refusals(case, space),
        varied=varied,
        basis="imported" if _imported(case) else "judgement",
    )


def _imported(case: Case) -> bool:
    return bool(case.values) and all(v.basis is ValueBasis.IMPORTED for v in case.values.values())


def _refusals(case: Case, space: DealSpace) -> NDArray[np.bool_] | None:
    """Return which options each actor accepts in no package: its confirmed red lines."""
    import numpy as np

    from tracktwo.case.actors import actor_key

    refused = np.zeros((len(case.values), space.parts), dtype=np.bool_)
    columns = {key: n for n, key in enumerate(case.values)}
    starts = {issue.name: (start, issue) for issue, start in zip(space.issues, space.offsets, strict=True)}
    for line in case.red_lines:
        actor = actor_key(case, line.actor)
        if not line.hard or actor not in columns:
            continue
        for name, options in line.rules_out.items():
            start, issue = starts[name]
            refused[columns[actor], [start + issue.options.index(option) for option in options]] = True
    return refused if refused.any() else None


@dataclass(slots=True)
class _Making:
    """The draws of one case while they are made: rules and what varies are collected on the way."""

    case: Case
    space: DealSpace
    streams: Streams
    places: Places
    rules: list[Rule] = field(default_factory=list)
    rule_worths: list[Floats] = field(default_factory=list)
    varied: list[Varied] = field(default_factory=list)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.names = dict(named_actors(self.case))

    def actor(self, key: str, values: ActorValues) -> tuple[Floats, Floats]:
        """Return part-worths (draws x parts) and reservation values (draws) of one actor."""
        import numpy as np

        worths = np.full((self.streams.draws, self.space.parts), np.nan)
        for issue, start in zip(self.space.issues, self.space.offsets, strict=True):
            part = worths[:, start : start + len(issue.options)]
            self._issue(key, values, issue.name, part)
        floor = self._reservation(key, values, worths)
        number = list(self.case.values).index(key)
        for position, condition in enumerate(values.conditions):
            name = f"{self._name(key)}: condition {position + 1}"
            worth = self._span(condition.worth, name, key, "condition", str(position))
            if condition.no_deal:
                floor = floor + worth
            if condition.if_ or not condition.no_deal:
                self._rule(number, values, position, worth)
        return worths, floor

    def _name(self, key: str) -> str:
        return self.names.get(key, key)

    def _span(self, span: Span, name: str, *keys: str) -> Floats:
        """Return draws within a span, told of as varied where they differ."""
        drawn = self.streams.within(span, *keys)
        if not span.is_point:
            self.varied.append(Varied(name, "range", drawn))
        return drawn

    def _issue(self, key: str, values: ActorValues, issue: str, part: Floats) -> None:
        """Fill in the part-worths of one issue."""
        options = self.case.issues[issue].options
        given = values.options.get(issue, {})
        weight = values.weights.get(issue, Span.point(1))
        title = f"{self._name(key)}: {self.case.issues[issue].name}"
        if weight == Span.point(0):
            part[:] = 0.0
            return
        for k, option in enumerate(options):
            if option in given:
                part[:, k] = self._span(given[option], f"{title}, {option}", key, issue, option)
            elif option == NO_CHANGE:
                part[:, k] = 0.0
        if given:
            self._between(key, issue, given.keys(), part)
        part *= self._span(weight, f"{title}, weight", key, issue)[:, None]

    def _between(self, key: str, issue: str, given: object, part: Floats) -> None:
        """Fill in options nobody valued that stand between two that somebody did."""
        import numpy as np

        assert hasattr(given, "__contains__")
        held = self.case.issues[issue]
        exact = self.places.exact(issue)
        for n, k in enumerate(exact):
            if held.options[k] in given or held.options[k] == NO_CHANGE or not held.ordered:
                continue
            below = [e for e in exact[:n] if not np.isnan(part[0, e])]
            above = [e for e in exact[n + 1 :] if held.options[e] in given or held.options[e] == NO_CHANGE]
            if not below or not above:
                continue
            name = f"{self._name(key)}: {held.name}, {held.options[k]} (between its neighbours)"
            share = self.streams.uniform(key, issue, held.options[k])
            part[:, k] = part[:, below[-1]] + share * (part[:, above[0]] - part[:, below[-1]])
            self.varied.append(Varied(name, "assumption", part[:, k].copy()))
        for k, option in enumerate(held.options):
            if option not in given and option != NO_CHANGE and k not in exact:
                part[:, k] = self.places.worth(issue, option, part)

    def _reservation(self, key: str, values: ActorValues, worths: Floats) -> Floats:
        import numpy as np

        name = f"{self._name(key)}: no deal"
        if values.reservation is not None:
            return self._span(values.reservation, name, key, "no deal")
        if values.basis is ValueBasis.IMPORTED:
            return np.zeros(self.streams.draws)
        ranges = []
        for issue, start in zip(self.space.issues, self.space.offsets, strict=True):
            part = worths[:, start : start + len(issue.options)].mean(axis=0)
            known = part[~np.isnan(part)]
            if len(known) and known.max() > known.min():
                ranges.append(float(known.max() - known.min()))
        if not ranges:
            return np.full(self.streams.draws, np.nan)
        half = sum(ranges) / len(ranges) / 2
        floor = self.streams.within(Span(-half, half), key, "no deal")
        self.varied.append(Varied(f"{name} (not stated)", "assumption", floor))
        return floor

    def _rule(self, actor: int, values: ActorValues, position: int, worth: Floats) -> None:
        condition = values.conditions[position]
        issues = {issue.name: n for n, issue in enumerate(self.space.issues)}
        when = tuple(
            (issues[name], frozenset(self.space.issues[issues[name]].options.index(o) for o in options))
            for name, options in condition.if_.items()
        )
        drops = frozenset(issues[name] for name in condition.drops)
        self.rules.append(Rule(actor, when, float(worth.mean()), drops, condition.zero))
        self.rule_worths.append(worth)

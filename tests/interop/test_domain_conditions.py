"""Preferences with conditions over several issues, against a brute force that reads the files' words
literally.
"""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import numpy as np
import pytest

from tests.deals.helpers import efficient
from tracktwo import deals
from tracktwo.deals import boxes as box_search
from tracktwo.deals import listing, scanning
from tracktwo.deals.scaling import scale
from tracktwo.interop import domains
from tracktwo.vocabulary.utilities import DealIssue, DealSpace, Rule, Utilities

Bound = tuple[str, int, int, int]
Box = tuple[int, list[Bound]]


def nonlinear(boxes: list[Box], issues: int, top: int, most: int) -> str:
    tree = "".join(
        f'<issue index="{i}" name="i{i}" type="integer" lowerbound="0" upperbound="{top}"/>'
        for i in range(1, issues + 1)
    )
    said = "".join(
        f'<hyperRectangle utility="{worth}">'
        + "".join(f'<{kind} index="{i}" min="{low}" max="{high}"/>' for kind, i, low, high in bounds)
        + "</hyperRectangle>"
        for worth, bounds in boxes
    )
    return (
        f'<utility_space type="nonlinear"><objective index="0">{tree}<utility maxutility="{most}">'
        f'<ufun type="PlainUfun" aggregation="sum" '
        f'weight="1">{said}</ufun></utility></objective></utility_space>'
    )


def worth(boxes: list[Box], deal: tuple[int, ...], most: int) -> float:
    total = 0
    for value, bounds in boxes:
        inside = [low <= deal[i - 1] <= high for kind, i, low, high in bounds if kind == "INCLUDES"]
        outside = [low <= deal[i - 1] <= high for kind, i, low, high in bounds if kind == "EXCLUDES"]
        if all(inside) and not (outside and all(outside)):
            total += value
    return min(total / most, 1.0)


def random_boxes(r: random.Random, issues: int, top: int) -> list[Box]:
    boxes = []
    for _ in range(r.randint(1, 7)):
        bounds = []
        for i in r.sample(range(1, issues + 1), r.randint(0, issues)):
            low = r.randint(0, top)
            bounds.append((r.choice(("INCLUDES", "INCLUDES", "EXCLUDES")), i, low, r.randint(low, top)))
        boxes.append((r.randint(1, 9), bounds))
    return boxes


@pytest.mark.parametrize("few", [0, listing.FEW])
def test_hyper_rectangles_agree_with_listing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    r = random.Random(few)
    for _ in range(150):
        issues, top, most = r.randint(1, 4), r.randint(1, 4), r.randint(5, 30)
        parties = [random_boxes(r, issues, top) for _ in range(r.choice((1, 2, 3)))]
        for n, boxes in enumerate(parties):
            (tmp_path / f"p{n}.xml").write_text(nonlinear(boxes, issues, top, most), encoding="utf-8")
        domain = domains.read(tmp_path, [f"p{n}.xml" for n in range(len(parties))])
        ours = deals.analyse(domain.utilities)
        vectors = [
            tuple(round(worth(boxes, deal, most), 9) for boxes in parties)
            for deal in itertools.product(range(top + 1), repeat=issues)
        ]
        assert ours.frontier is not None
        assert {tuple(round(u, 9) for u in d.utilities) for d in ours.frontier} == efficient(vectors)
        for found in ours.frontier:
            deal = tuple(int(option) for option in found.deal.values())
            assert found.utilities == pytest.approx([worth(boxes, deal, most) for boxes in parties], abs=1e-9)


ITEMS = {
    "who": ["none", "NS", "NS+Minister"],
    "money": ["-10", "0", "25"],
    "blame": ["0", "30", "66"],
}
RANKS = {"who": [1, 2, 3], "money": [3, 2, 1], "blame": [1, 2, 4]}


def constrained(constraints: str) -> str:
    tree = "".join(
        f'<issue index="{i}" name="{name}" type="discrete">'
        + "".join(f'<item index="{k}" value="{v}"/>' for k, v in enumerate(values, 1))
        + "</issue>"
        for i, (name, values) in enumerate(ITEMS.items(), 1)
    )
    ranks = "".join(
        f'<issue index="{i}">'
        + "".join(f'<item index="{k}" rank="{n}"/>' for k, n in enumerate(values, 1))
        + "</issue>"
        for i, values in enumerate(RANKS.values(), 1)
    )
    return (
        f'<utility_space type="constraint"><objective index="0">{tree}<rules><ranks>{ranks}</ranks>'
        f"<constraints>{constraints}</constraints></rules></objective></utility_space>"
    )


def mean_of_ranks(deal: tuple[str, ...], dropped: tuple[str, ...] = ()) -> float:
    total = 0.0
    for (name, values), value in zip(ITEMS.items(), deal, strict=True):
        if name not in dropped:
            total += RANKS[name][values.index(value)] / max(RANKS[name])
    return total / 3


CONSTRAINTS = {
    "": lambda who, money, blame: mean_of_ranks((who, money, blame)),
    '<constraint type="inclusiveZeroOutcomeConstraint"><checkassignment index="2" '
    'condition="numeric=positive"/>'
    '<checkassignment index="1" condition="NS"/></constraint>': lambda who, money, blame: (
        0.0 if int(money) >= 0 and "NS" in who else mean_of_ranks((who, money, blame))
    ),
    '<constraint type="conditionalZeroOutcomeConstraint"><checkassignment index="2" '
    'condition="numeric=negative"/>'
    '<checkassignment index="3" condition="6"/></constraint>': lambda who, money, blame: (
        0.0 if int(money) < 0 and "6" not in blame else mean_of_ranks((who, money, blame))
    ),
    '<constraint type="zeroConstraint" index="3"><valueassignment index="1" value="NS"/>'
    '<valueassignment index="2" value="0"/></constraint>': lambda who, money, blame: mean_of_ranks(
        (who, money, blame), ("blame",) if who == "NS" and money == "0" else ()
    ),
    '<constraint type="exclusiveZeroConstraint" index="1"><valueassignment index="2" value="0"/>'
    '<valueassignment index="3" value="66"/></constraint>': lambda who, money, blame: mean_of_ranks(
        (who, money, blame), ("who",) if money != "0" or blame != "66" else ()
    ),
    '<constraint type="conditionalZeroConstraint" index="1" value="Minister"><valueassignment index="3" '
    'value="30"/>'
    "</constraint>": lambda who, money, blame: mean_of_ranks(
        (who, money, blame), ("who",) if blame == "30" and "Minister" not in who else ()
    ),
    '<constraint type="sumZeroConstraint" index="1" value="NS" min="20" max="60"><item index="2"/><item '
    'index="3"/>'
    "</constraint>": lambda who, money, blame: mean_of_ranks(
        (who, money, blame), ("who",) if 20 <= int(money) + int(blame) <= 60 and "NS" in who else ()
    ),
    '<constraint type="sumZeroNotConstraint" index="1" value="NS" min="20" max="60"><item index="2"/>'
    '<item index="3"/></constraint>': lambda who, money, blame: mean_of_ranks(
        (who, money, blame), ("who",) if 20 <= int(money) + int(blame) <= 60 and "NS" not in who else ()
    ),
    '<constraint type="sumZeroConstraintList" index="3" min="0" max="30"><condition value="0"/><condition '
    'value="66"/>'
    '<item index="2"/><item index="3"/></constraint>': lambda who, money, blame: mean_of_ranks(
        (who, money, blame),
        ("blame",) if 0 <= int(money) + int(blame) <= 30 and ("0" in blame or "66" in blame) else (),
    ),
}


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_each_kind_of_constraint_means_what_it_says(tmp_path: Path, constraint: str) -> None:
    (tmp_path / "p.xml").write_text(constrained(constraint), encoding="utf-8")
    utilities = domains.read(tmp_path).utilities
    packages = listing.list_packages(utilities.space.sizes, 0, utilities.space.size)
    scaled = scale(utilities)
    found = listing.values(utilities, scaled, packages)[:, 0] / scaled.unit
    expected = [CONSTRAINTS[constraint](*deal) for deal in itertools.product(*ITEMS.values())]
    assert np.abs(found - expected).max() < 1e-9


def test_point_by_point_scanning_finds_what_the_boxes_give() -> None:
    r = random.Random(5)
    for _ in range(6):
        space = DealSpace(tuple(DealIssue(f"i{n}", tuple("012345")) for n in range(5)))
        rules = tuple(
            Rule(
                actor,
                tuple((i, frozenset(r.sample(range(6), 3))) for i in sorted(r.sample(range(5), 2))),
                worth,
            )
            for actor in (0, 1)
            for worth in (0.25, 0.5, 0.125, -0.0625, 0.375, 1.0)
        )
        utilities = Utilities(space, ("x", "y"), np.zeros((1, 2, 30)), np.zeros((1, 2)), rules=rules)
        scaled = scale(utilities)
        classes = listing._classes(utilities, scaled)
        scanned = scanning.frontier_by_scanning(utilities, scaled, classes)
        assert np.array_equal(scanned.values, box_search.frontier_of_boxes(utilities, scaled, classes).values)

"""GeniusWeb and NegoLog JSON, and scoreable games, in sentences and numbers of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tracktwo import deals
from tracktwo.deals.passing import count_passing
from tracktwo.errors import DealsError, DomainError
from tracktwo.interop import domains

FOOD = {
    "name": "aid",
    "issuesValues": {"food": {"values": ["1.0", "1", "none"]}, "days": {"range": [1, 2, 0.5]}},
}
FOOD_VALUES = {"DiscreteValueSetUtilities": {"valueUtilities": {"1.0": 0.1, "1": 0.7}}}
DAY_VALUES = {"NumberValueSetUtilities": {"lowValue": 1, "lowUtility": 0, "highValue": 2, "highUtility": 1}}


def web(**changes: Any) -> dict[str, Any]:
    body = {
        "domain": FOOD,
        "name": "north",
        "issueUtilities": {"food": FOOD_VALUES, "days": DAY_VALUES},
        "issueWeights": {"food": 0.9, "days": 0.1},
        "reservationBid": None,
    }
    return {"LinearAdditiveUtilitySpace": body | changes}


def write(folder: Path, **contents: Any) -> Path:
    for name, content in contents.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def test_geniusweb_takes_strings_as_values_and_numbers_exactly(tmp_path: Path) -> None:
    domain = domains.read(write(tmp_path, aid=FOOD, north=web()))
    assert domain.format == "GeniusWeb JSON"
    assert [i.options for i in domain.utilities.space.issues] == [("1.0", "1", "none"), ("1", "1.5", "2")]
    assert domain.utilities.part_worths[0, 0].tolist() == [0.09, 0.63, 0.0, 0.0, 0.05, 0.1]
    assert domain.utilities.reservations.tolist() == [[0.0]]


def test_geniusweb_reads_the_older_keys_and_the_reservation_as_a_bid(tmp_path: Path) -> None:
    older = web(
        issueUtilities={
            "food": {"discreteutils": FOOD_VALUES["DiscreteValueSetUtilities"]},
            "days": {"numberutils": DAY_VALUES["NumberValueSetUtilities"]},
        },
        reservationBid={"issuevalues": {"food": "1", "days": 1.5}},
    )
    domain = domains.read(write(tmp_path, north=older))
    assert domain.utilities.part_worths[0, 0, 1] == 0.63
    assert domain.utilities.reservations.tolist() == [[0.68]]


@pytest.mark.parametrize("days", ["2", "2.0", 2, 2.0])
def test_a_number_of_a_range_is_the_same_however_a_bid_writes_it(tmp_path: Path, days: object) -> None:
    bid = {"issuevalues": {"food": "1.0", "days": days}}
    domain = domains.read(write(tmp_path, aid=FOOD, north=web(reservationBid=bid)))
    assert domain.utilities.reservations.tolist() == [[0.19]]
    partial = web(reservationBid={"issuevalues": {"food": "1.0"}})
    assert domains.read(write(tmp_path, north=partial)).utilities.reservations.tolist() == [[0.09]]


def test_decimals_do_not_drift(tmp_path: Path) -> None:
    issues = {f"i{n}": {"values": ["a"]} for n in range(10)}
    said = {f"i{n}": {"DiscreteValueSetUtilities": {"valueUtilities": {"a": 1}}} for n in range(10)}
    weights = {f"i{n}": 0.1 for n in range(10)}
    profile = web(domain={"name": "ten", "issuesValues": issues}, issueUtilities=said, issueWeights=weights)
    domain = domains.read(write(tmp_path, p=profile))
    assert domain.notes == ()
    ours = deals.analyse(domain.utilities)
    assert ours.nash is not None
    assert ours.nash.utilities == (1.0,)


WEB_REFUSED = {
    "no JSON": ("{", "no JSON"),
    "a kind that is not read": ({"SumOfGroupsUtilitySpace": {"domain": FOOD}}, "kind that is not read"),
    "no utilities for an issue": (web(issueUtilities={"food": FOOD_VALUES}), "'days' has no utilities"),
    "a utility that is no number": (
        web(
            issueUtilities={"food": {"discreteutils": {"valueUtilities": {"1": "much"}}}, "days": DAY_VALUES}
        ),
        "not a number",
    ),
    "utilities of an unknown kind": (
        web(issueUtilities={"food": {"fuzzy": {}}, "days": DAY_VALUES}),
        "unknown kind",
    ),
}


@pytest.mark.parametrize("why", WEB_REFUSED)
def test_geniusweb_is_refused_with_where_and_why(tmp_path: Path, why: str) -> None:
    content, message = WEB_REFUSED[why]
    with pytest.raises(DomainError) as refused:
        domains.read(write(tmp_path, aid=FOOD, north=content), ["north.json"])
    assert message in str(refused.value)
    assert "north.json" in str(refused.value)


def test_a_range_of_far_too_many_values_is_refused(tmp_path: Path) -> None:
    wide = {"name": "wide", "issuesValues": {"x": {"range": [0, 1, 0.0000001]}}}
    with pytest.raises(DomainError, match="too many"):
        domains.read(write(tmp_path, wide=wide, north=web()))


def test_negolog_divides_nothing_and_keeps_its_reservation(tmp_path: Path) -> None:
    first = {
        "reservationValue": 0.3,
        "issueWeights": {"a": 0.5, "b": 0.5},
        "issues": {"a": {"x": 0.4, "y": 0.8}, "b": {"z": 1}},
    }
    second = {
        "reservationValue": 0,
        "issueWeights": {"a": 1, "b": 0},
        "issues": {"b": {"z": 1}, "a": {"y": 0.1, "x": 1}},
    }
    domain = domains.read(write(tmp_path, profileA=first, profileB=second, specs={"NashBid": {}}))
    assert domain.format == "NegoLog JSON"
    assert domain.utilities.part_worths[0].tolist() == [[0.2, 0.4, 0.5], [1.0, 0.1, 0.0]]
    assert domain.utilities.reservations.tolist() == [[0.3, 0.0]]
    with pytest.raises(DomainError, match="missing"):
        domains.read(
            write(tmp_path, profileB=second | {"issues": {"a": {"x": 1}, "b": {"z": 1}}}),
            ["profileA", "profileB"],
        )


def game(folder: Path, roles: tuple[str, ...] = ("p1", "p2", "player")) -> Path:
    (folder / "scores_files").mkdir(exist_ok=True)
    lines = [f"Party {n}, s{n}, {role}, greedy, model" for n, role in enumerate(roles)]
    (folder / "config.txt").write_text("\n".join(lines), encoding="utf-8")
    scores = ("10, 0\n0, 5, 9 \n9", "0, 8\n4, 4, 4\n4\n", "1, 1\n\n3, 2, 1\n4")
    for n, text in enumerate(scores[: len(roles)]):
        (folder / "scores_files" / f"s{n}.txt").write_text(text, encoding="utf-8")
    return folder


def test_scoreable_games_pass_with_both_vetoes_and_all_but_one(tmp_path: Path) -> None:
    domain = domains.read(game(tmp_path))
    assert domain.utilities.actors == ("Party 0", "Party 1", "Party 2")
    assert domain.utilities.space.issues[1].options == ("B1", "B2", "B3")
    assert domain.utilities.reservations.tolist() == [[9, 4, 4]]
    assert domain.game is not None
    assert (domain.game.vetoes, domain.game.quota) == ((0, 1), 2)
    counts = count_passing(domain.utilities, domain.game.vetoes, domain.game.quota)
    # A1 with any B suits the first two; the third accepts only B1; A2-B3 suits the first (9) and second.
    assert (counts.deals, counts.passing, counts.accepted_by_all) == (6, 4, 1)
    assert counts.accepted_by == (4, 4, 1)
    assert counts.sole_blocker == (1, 0, 3)
    ours = deals.analyse(domain.utilities)
    assert ours.nash is not None
    assert ours.nash.deal == {"A": "A1", "B": "B1"}


def test_a_game_of_chosen_parties_has_no_passing_rule(tmp_path: Path) -> None:
    domain = domains.read(game(tmp_path), ["s2", "s0"])
    assert domain.utilities.actors == ("Party 2", "Party 0")
    assert domain.game is None


@pytest.mark.parametrize(
    ("text", "message"),
    [("1, 2\n3, 4, 5", "no threshold"), ("1, x\n1, 2, 3\n4", "not a number"), ("1\n1\n4", "other options")],
)
def test_a_broken_score_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (game(tmp_path) / "scores_files" / "s1.txt").write_text(text, encoding="utf-8")
    with pytest.raises(DomainError, match=message) as refused:
        domains.read(tmp_path)
    assert "s1.txt" in str(refused.value)


def test_a_quota_above_the_parties_is_said(tmp_path: Path) -> None:
    with pytest.raises(DealsError, match="no deal can pass"):
        count_passing(domains.read(game(tmp_path)).utilities, (), 4)

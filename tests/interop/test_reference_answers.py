"""Every published answer about the domains beside a developer's checkout agrees with ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tracktwo import deals
from tracktwo.deals.passing import count_passing
from tracktwo.interop import domains

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "domains"
POINTS = {"nash": "nash", "ks": "kalai_smorodinsky", "kalai": "egalitarian", "max_welfare": "max_welfare"}


def reference(name: str) -> dict[str, Any]:
    path = DATA / name
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


LINEAR = {key: answer for key, answer in reference("reference.json").items() if "negmas" in answer}


def no_noise(vectors: np.ndarray) -> np.ndarray:
    """Drop what another vector beats by more than the noise of floating point, and repetitions."""
    kept: list[np.ndarray] = []
    for vector in vectors:
        beaten = ((vectors >= vector - 1e-9).all(axis=1) & (vectors > vector + 1e-9).any(axis=1)).any()
        if not beaten and not any(np.abs(vector - other).max() <= 1e-9 for other in kept):
            kept.append(vector)
    return np.array(kept).reshape(-1, vectors.shape[1])


@pytest.fixture(scope="session")
def domain_data(shared_data: Path) -> Path:
    return shared_data / "domains"


@pytest.mark.parametrize("key", LINEAR or ["none"])
def test_the_rational_part_of_the_frontier_and_the_points_agree(domain_data: Path, key: str) -> None:
    if key == "none":
        pytest.skip("no reference answers")
    answer = LINEAR[key]
    domain = domains.read(domain_data / key, answer["profiles"])
    ours = deals.analyse(domain.utilities)
    parties = len(ours.parties)
    assert ours.outcomes == answer["n_outcomes"]
    assert ours.frontier is not None
    assert ours.frontier_size == len(ours.frontier)
    floor = np.array([value or 0.0 for value in answer["reserved"]])
    assert np.allclose(ours.disagreement, floor, atol=1e-12)
    expected = no_noise(np.minimum(np.array(answer["negmas"]["pareto_utils"]).reshape(-1, parties), 1.0))
    found = np.array([deal.utilities for deal in ours.frontier])
    rational = found[(found >= floor - 1e-9).all(axis=1)]
    assert sorted(np.round(rational, 8).tolist()) == sorted(np.round(expected, 8).tolist())
    for theirs, name in POINTS.items():
        points = [np.minimum(point["utils"], 1.0) for point in answer["negmas"]["d_reserved"][theirs]]
        deal = getattr(ours, name)
        assert (deal is None) == (not points)
        assert deal is None or any(np.abs(np.array(deal.utilities) - p).max() <= 1e-9 for p in points), name


BAR_ILAN = reference("reference_biu.json")


@pytest.mark.parametrize("key", BAR_ILAN or ["none"])
def test_the_bar_ilan_dialect_agrees(domain_data: Path, key: str) -> None:
    if key == "none":
        pytest.skip("no reference answers")
    answer = BAR_ILAN[key]
    folder, names = key.split("#")
    domain = domains.read(domain_data / "genius_biu" / folder, [f"{name}.xml" for name in names.split("~")])
    ours = deals.analyse(domain.utilities)
    assert ours.outcomes == answer["n"]
    assert list(ours.disagreement) == answer["reservation"]
    assert [float(p.opt_out or 0) for p in domain.profiles] == answer["optout"]
    assert [float(p.time_effect) for p in domain.profiles] == [float(t) for t in answer["timeeffect"]]
    assert ours.nash is not None
    assert ours.nash.utilities == pytest.approx(answer["nash_utils"], abs=1e-9)
    assert list(ours.nash.deal.values()) == answer["nash_outcome"]
    assert ours.frontier is not None
    assert ours.frontier_size == answer["n_pareto"]


SCOREABLE = reference("reference_scoreable.json")


@pytest.mark.parametrize("key", SCOREABLE or ["none"])
def test_scoreable_games_agree(domain_data: Path, key: str) -> None:
    if key == "none":
        pytest.skip("no reference answers")
    answer = SCOREABLE[key]
    domain = domains.read(domain_data / "scoreable" / key)
    assert list(domain.utilities.actors) == answer["parties"]
    assert domain.utilities.space.sizes == tuple(answer["issue_sizes"])
    assert domain.game is not None
    counts = count_passing(domain.utilities, domain.game.vetoes, domain.game.quota)
    names = domain.utilities.actors
    assert counts.deals == answer["n_deals"]
    assert counts.passing == answer["n_pass_n_minus_1_with_vetoes"]
    assert counts.accepted_by_all == answer["n_all_accept"]
    assert dict(zip(names, counts.accepted_by, strict=True)) == answer["accept_per_party_among_passing"]
    assert dict(zip(names, counts.sole_blocker, strict=True)) == answer["sole_blocker_counts"]
    ours = deals.analyse(domain.utilities)
    assert list(ours.disagreement) == answer["thresholds"]
    assert ours.frontier_size == answer["n_pareto_all"]
    assert ours.nash is not None
    assert list(ours.nash.utilities) == answer["nash_scores"]
    assert list(ours.nash.deal.values()) == answer["nash_deal"]


@pytest.mark.parametrize("name", ["10issues_nonlinear", "10issuesDiscountedwithRV_nonlinear"])
def test_ten_to_the_ten_nonlinear_deals_have_the_owners_frontier(domain_data: Path, name: str) -> None:
    folder = domain_data / "genius" / f"anac2014_{name}"
    lines = (folder / "pareto.xml").read_text(encoding="utf-8").split()
    owners = sorted(zip(map(float, (c.strip(",") for c in lines[::2])), map(float, lines[1::2]), strict=True))
    ours = deals.analyse(domains.read(folder).utilities)
    assert ours.frontier is not None
    assert np.array(sorted(d.utilities for d in ours.frontier)) == pytest.approx(np.array(owners), abs=1e-6)


def test_owners_answers_of_geniusweb_agree(domain_data: Path) -> None:
    folders = sorted((domain_data / "geniusweb").glob("ozu_*"))
    assert folders
    for folder in folders:
        owners = json.loads((folder / "specials.json").read_text(encoding="utf-8"))
        ours = deals.analyse(domains.read(folder).utilities)
        assert ours.nash is not None
        assert ours.egalitarian is not None
        assert ours.nash.deal == owners["nash"]["bid"]
        assert ours.nash.utilities == pytest.approx(owners["nash"]["utility"], abs=1e-9)
        assert ours.outcomes == owners["size"]

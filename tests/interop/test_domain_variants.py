"""Made-up domains written in every odd but legal way, read, and held against what they were made of.

Each domain is drawn as plain numbers first; a deal's utility by hand and as read must agree on every deal.
"""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import numpy as np
import pytest

from tests.deals.helpers import efficient
from tests.interop.variants import KINDS, Made, genius
from tracktwo import deals
from tracktwo.deals import listing
from tracktwo.deals.passing import count_passing
from tracktwo.deals.scaling import scale
from tracktwo.interop import domains
from tracktwo.interop.domains.model import Domain


def agrees(read: Domain, made: Made) -> None:
    """Compare every deal, then the frontier, as read and by hand."""
    space = read.utilities.space
    assert [issue.name for issue in space.issues] == [name for name, _ in made.issues]
    assert [list(issue.options) for issue in space.issues] == [options for _, options in made.issues]
    assert read.utilities.reservations[0].tolist() == pytest.approx(made.floors)
    rows = listing.list_packages(space.sizes, 0, space.size)
    scaled = scale(read.utilities)
    found = listing.values(read.utilities, scaled, rows) / scaled.unit
    every = [options for _, options in made.issues]
    by_hand = [[worth(deal) for worth in made.worths] for deal in itertools.product(*every)]
    assert found == pytest.approx(np.array(by_hand), abs=1e-9)
    frontier = {
        tuple(round(u, 7) + 0.0 for u in deal.utilities)
        for deal in deals.analyse(read.utilities).frontier or ()
    }
    assert frontier == {
        tuple(round(u, 7) + 0.0 for u in v) for v in efficient([tuple(np.round(v, 9)) for v in by_hand])
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", range(4))
def test_odd_but_legal_files_mean_what_they_were_made_of(tmp_path: Path, kind: str, part: int) -> None:
    for seed in range(part * 10, part * 10 + 10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        made = KINDS[kind](random.Random(f"{kind} {seed}"), folder)
        read = domains.read(folder)
        assert not read.skipped
        agrees(read, made)


@pytest.mark.parametrize("kind", KINDS)
def test_as_a_case_they_have_the_same_solutions_and_core(tmp_path: Path, kind: str) -> None:
    for seed in range(8):
        folder = tmp_path / str(seed)
        folder.mkdir()
        KINDS[kind](random.Random(f"case {kind} {seed}"), folder)
        domain = domains.read(folder)
        whole, problem = deals.analyse(domain.utilities), deals.question(domains.as_case(domain))
        found = deals.bargaining(problem)
        assert found is not None
        for name in ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare"):
            one, other = getattr(whole, name), getattr(found, name)
            assert (one is None) == (other is None)
            assert one is None or one.utilities == pytest.approx(other.utilities, abs=1e-9)
        assert whole.core is not None
        assert deals.core(problem).size == whole.core.size


@pytest.mark.parametrize("seed", range(12))
def test_several_domains_in_one_folder_are_told_apart_by_the_named_profiles(
    tmp_path: Path, seed: int
) -> None:
    """Two domains side by side: whichever parties are named, theirs is read."""
    rng = random.Random(seed)
    made = {}
    for name in ("one", "two"):
        apart = tmp_path / name
        apart.mkdir()
        made[name] = genius(rng, apart)
        for path in apart.iterdir():
            if path.name != "pareto.xml":
                (tmp_path / f"{name}_{path.name}").write_bytes(path.read_bytes())
    for name, held in made.items():
        (tmp_path / name / "pareto.xml").unlink()
        for path in (tmp_path / name).iterdir():
            path.unlink()
        (tmp_path / name).rmdir()
        sides = [f"{name}_side{n + 1}.xml" for n in range(len(held.worths))]
        agrees(domains.read(tmp_path, sides), held)


@pytest.mark.parametrize("seed", range(15))
def test_games_of_other_sizes_pass_what_counting_by_hand_says(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    parties, sizes = rng.randint(2, 8), [rng.randint(1, 4) for _ in range(rng.randint(1, 5))]
    scores = [[[rng.randint(0, 40) for _ in range(size)] for size in sizes] for _ in range(parties)]
    floors = [rng.randint(10, 60) for _ in range(parties)]
    roles = ["p1", "p2"] + [rng.choice(["player", "target", "spy_neutral"]) for _ in range(parties - 2)]
    order = rng.sample(range(parties), parties)
    lines = [f"Party & {n}, file{n}, {roles[n]}, cooperative, some_model" for n in order]
    (tmp_path / "config.txt").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    (tmp_path / "scores_files").mkdir()
    for n in range(parties):
        rows = [", ".join(map(str, row)) + rng.choice(["", ",", " "]) for row in scores[n]]
        (tmp_path / "scores_files" / f"file{n}.txt").write_text(
            "\n".join([*rows, str(floors[n])]) + rng.choice(["", "\n\n"])
        )
    domain = domains.read(tmp_path)
    assert domain.game is not None
    found = count_passing(domain.utilities, domain.game.vetoes, domain.game.quota)
    passing = unanimous = 0
    accepted = [0] * parties
    for deal in itertools.product(*map(range, sizes)):
        yes = [sum(scores[n][i][k] for i, k in enumerate(deal)) >= floors[n] for n in range(parties)]
        passes = yes[0] and yes[1] and sum(yes) >= parties - 1
        passing, unanimous = passing + passes, unanimous + all(yes)
        accepted = [a + (y and passes) for a, y in zip(accepted, yes, strict=True)]
    assert (found.passing, found.accepted_by_all) == (passing, unanimous)
    assert list(found.accepted_by) == [accepted[n] for n in order]

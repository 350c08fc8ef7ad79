"""A domain imported as a case says of every deal what the domain says."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from tests.interop.test_domain_conditions import nonlinear, random_boxes
from tests.interop.test_domain_json_and_games import FOOD, game, web, write
from tracktwo import case, deals
from tracktwo.case.packages import deal_space
from tracktwo.cli.app import app
from tracktwo.deals import listing
from tracktwo.deals.chances.closely import close, package_worths
from tracktwo.deals.chances.exploring import explore
from tracktwo.deals.scaling import scale
from tracktwo.errors import DomainError, UsageError
from tracktwo.interop import domains
from tracktwo.preferences import judged


def same_worths(domain: domains.Domain, packages: np.ndarray) -> None:
    """Compare what packages are worth in the domain and in its case, written and read again."""
    again = case.loads(case.to_text(domains.as_case(domain)))
    problem = deals.question(again)
    held = domain.utilities
    scaled = scale(held)
    theirs = listing.values(held, scaled, packages) / scaled.unit
    assert problem.draws == 1
    assert problem.space.sizes == held.space.sizes
    for package, expected in zip(packages.tolist(), theirs, strict=True):
        assert package_worths(problem, package)[0] == pytest.approx(expected, abs=1e-9)
    assert problem.utilities.reservations[0] == pytest.approx(held.reservations[0])


def test_a_scoreable_game_passes_what_its_rule_says(tmp_path: Path) -> None:
    domain = domains.read(game(tmp_path))
    again = case.loads(case.to_text(domains.as_case(domain)))
    problem = deals.question(again)
    found = explore(problem).survey
    assert found is not None
    assert found.passes.sum() == 4
    told = deals.outlook(problem)
    assert told.landscape is not None
    assert told.landscape.passing == 4
    assert "rule of their agreement" in (told.definitions or {})["passes"]
    assert (found.accepts == 1).all(axis=0).sum() == 1  # the one all accept


@pytest.mark.parametrize("seed", range(6))
def test_boxes_mean_the_same_and_are_counted_the_same(tmp_path: Path, seed: int) -> None:
    r = random.Random(seed)
    issues, top = r.randint(1, 4), r.randint(1, 3)
    for name in ("a", "b"):
        text = nonlinear(random_boxes(r, issues, top), issues, top, 10)
        (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    tree = "".join(
        f'<issue index="{i}" name="i{i}" type="integer" lowerbound="0" upperbound="{top}"/>'
        for i in range(1, issues + 1)
    )
    (tmp_path / "domain.xml").write_text(
        f'<negotiation_template><utility_space><objective index="0">{tree}</objective></utility_space>'
        "</negotiation_template>",
        encoding="utf-8",
    )
    domain = domains.read(tmp_path)
    sizes = domain.utilities.space.sizes
    packages = listing.list_packages(sizes, 0, domain.utilities.space.size)
    same_worths(domain, packages)
    made = domains.as_case(domain)
    # Without a reservation everything is accepted: raise it, so that the conditions decide.
    raised = {k: replace(v, reservation=case.Span.point(0.35)) for k, v in made.values.items()}
    problem = deals.question(replace(made, values=raised))
    found = explore(problem)
    assert found.survey is not None
    assert found.packages is not None
    for n, package in enumerate(found.packages.at(np.arange(len(found.packages))).tolist()):
        assert [int(one[0]) for one in close(problem, package).yes] == found.survey.accepts[:, n].tolist()


@pytest.mark.parametrize(
    "name",
    [
        "genius/anac2011_Grocery",
        "genius_multilateral/Railway_constraint",
        "geniusweb/ozu_domain03",
        "scoreable/base",
    ],
)
def test_domains_beside_a_checkout_mean_the_same(shared_data: Path, name: str) -> None:
    domain = domains.read(shared_data / "domains" / name)
    rng = np.random.default_rng(0)
    packages = np.stack([rng.integers(0, n, 200) for n in domain.utilities.space.sizes], axis=1)
    same_worths(domain, packages)
    if name == "scoreable/base":
        found = explore(deals.question(domains.as_case(domain))).survey
        assert found is not None
        assert (found.passes.sum(), int((found.accepts == 1).all(axis=0).sum())) == (55, 12)


def test_import_writes_a_case_that_deals_understands(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    game(tmp_path / "d")
    folder = tmp_path / "case"
    run = CliRunner()
    done = run.invoke(app, ["import", "scoreable", str(tmp_path / "d"), "--case", str(folder)])
    assert done.exit_code == 0, done.output
    assert f"Next: tracktwo deals --case {folder}" in done.stdout
    told = run.invoke(app, ["deals", "--case", str(folder)])
    assert told.exit_code == 0
    assert "values imported with a domain" in told.stdout
    assert "at least as much" in told.stdout
    again = run.invoke(app, ["import", "domain", str(tmp_path / "d"), "--case", str(folder)])
    assert isinstance(again.exception, UsageError)
    other = run.invoke(app, ["import", "genius", str(tmp_path / "d"), "--case", str(tmp_path / "more")])
    assert isinstance(other.exception, UsageError)
    assert not (tmp_path / "more").exists()
    held = case.load(folder / "case.yaml")
    assert judged(held).basis == "imported"
    assert deal_space(held).size == 6


def test_a_case_goes_out_as_a_domain_and_comes_back_the_same(tmp_path: Path) -> None:
    source = tmp_path / "web"
    source.mkdir()
    write(source, aid=FOOD, north=web(), south=web(issueWeights={"food": 0.2, "days": 0.8}))
    folder, out = tmp_path / "case", tmp_path / "out"
    assert CliRunner().invoke(app, ["import", "domain", str(source), "--case", str(folder)]).exit_code == 0
    for kind in ("genius", "geniusweb"):
        done = CliRunner().invoke(app, ["export", kind, "--case", str(folder), "--out", str(out / kind)])
        assert done.exit_code == 0, done.output
        before, after = (
            deals.analyse(domains.read(source).utilities),
            deals.analyse(domains.read(out / kind).utilities),
        )
        assert (before.parties, before.disagreement) == (after.parties, after.disagreement)
        assert before.frontier == after.frontier
        assert before.nash == after.nash


TWO = """\
title: Two
parties: {a: , b: {ratification: [{body: k, rule: majority}]}}
bodies: {k: {party: b, size: 3}}
issues: {x: {options: [no change, some, "40"], order_basis: {some: assumed}}}
values:
  a: {options: {x: {"40": 4}}, reservation: [0, 2]}
  b: {options: {x: {"40": -4}}, reservation: -3}
"""


def test_a_judgement_goes_out_at_its_means_and_what_is_lost_is_said() -> None:
    domain = domains.of_case(case.loads(TWO))
    assert domain.utilities.part_worths[0, :, 2].tolist() == [4.0, -4.0]
    assert domain.utilities.part_worths[0, 0, 1] == pytest.approx(2, abs=0.01)  # anywhere below 40
    assert domain.utilities.reservations[0] == pytest.approx([1.0, -3.0], abs=0.01)
    assert [note.split()[0] for note in domain.notes] == ["ranges", "who", "no"]
    for old, new, words in (
        ('  b: {options: {x: {"40": -4}}, reservation: -3}\n', "", "no values of B"),
        ('{x: {"40": -4}}', "{}", "worth to B is not known"),
        ("values:", "combinations: [{then: {x: [some]}}]\nvalues:", "forbidden or required"),
    ):
        with pytest.raises(DomainError, match=words):
            domains.of_case(case.loads(TWO.replace(old, new)))

"""``deals``, ``blockers`` and ``offers`` on a case folder."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.deals.chances.cases import TALKS
from tests.deals.chances.test_moves import LAND
from tracktwo.cli.app import app
from tracktwo.cli.tables import share
from tracktwo.errors import DealsError, NotFoundError, UsageError

KEYS = ["proposals", "p_zopa", "p_zopa_no_evidence", "best"]
ROW = ["key", "estimable", "reason", "conditions", "p_accept", "p_pass_by_rule", "blockers"]


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, [*words, "--case", str(folder)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def folder_of(path: Path, text: str) -> Path:
    (path / "case.yaml").write_text(text, encoding="utf-8")
    return path


def test_json_of_a_case_has_the_keys_of_the_outlook(tmp_path: Path) -> None:
    code, out, _ = run(folder_of(tmp_path, TALKS), "deals", "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer)[:4] == KEYS
    assert all(list(row)[: len(ROW)] == ROW for row in answer["proposals"])
    chance = answer["proposals"][0]["p_accept"]["Union"]
    assert list(chance) == ["p", "low", "high", "prior"]
    assert list(answer["proposals"][1]["p_pass_by_rule"]["majority"]) == ["p", "weight"]
    assert list(answer["proposals"][1]["blockers"][0]) == ["actor", "p"]
    assert list(answer["proposals"][1]["p_pass"]) == ["p", "low", "high"]
    assert (answer["made"]["basis"], answer["made"]["seed"]) == ("judgement", 0)
    assert len(answer["made"]["case_hash"]) == 64
    assert answer["linkage"] == answer["phases"] == []


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    for words in (["deals"], ["offers"], ["blockers", "offer"]):
        with pytest.raises(UsageError, match="--as-of"):
            run(folder_of(tmp_path, TALKS), *words, "--as-of", "2020-13-01")


def test_the_same_seed_gives_the_same_answer_and_another_a_close_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, TALKS)
    first, second, third = (run(folder, "deals", "--format", "json", "--seed", s)[1] for s in "778")
    assert first == second != third
    vague = [json.loads(text)["proposals"][2]["p_accept"]["Union"]["p"] for text in (first, third)]
    assert abs(vague[0] - vague[1]) < 0.02


def test_the_table_says_whose_numbers_these_are(tmp_path: Path) -> None:
    code, out, _ = run(folder_of(tmp_path, TALKS), "deals")
    words = " ".join(out.split())
    assert code == 0
    assert "a user’s own judgement, not a finding" in words
    assert "not estimable; under leader alone: over 99%" in words
    assert "if nothing were known of anybody" in words
    assert "not advice" in words
    assert "100%" not in out
    assert " 0%" not in out
    assert f"Next: tracktwo blockers offer --case {tmp_path}" in out


def test_csv_has_a_row_a_proposal_and_actor(tmp_path: Path) -> None:
    out = run(folder_of(tmp_path, TALKS), "deals", "--format", "csv")[1]
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["proposal"] for row in rows} == {"offer", "demand", "vague"}
    assert {"p", "low", "high", "prior", "actor"} <= set(rows[0])


def test_blockers_and_offers_in_all_formats(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, LAND)
    answer = json.loads(run(folder, "blockers", "lease", "--format", "json")[1])
    assert answer["blockers"][0]["actor"] == "B"
    assert answer["blockers"][0]["meets_objection"]["changes"] == {"rent": ["high", "low"]}
    table = run(folder, "blockers", "Lease")[1]
    assert "Fails because of B" in table
    assert "Smallest change that meets it: Rent: high → low" in table
    assert "Affected, at no table, nobody counts their yes: Tenants (named in it)." in table
    assert next(csv.reader(io.StringIO(run(folder, "blockers", "lease", "--format", "csv")[1])))[0] == "actor"
    rows = json.loads(run(folder, "offers", "--from", "lease", "--format", "json")[1])
    assert rows[0]["for"] == "a mediator"
    assert {"changes", "terms", "p_pass", "risk", "loses", "why"} <= set(rows[0])
    assert "Options with their risks, not advice." in run(folder, "offers")[1]
    with pytest.raises(NotFoundError, match="no proposal"):
        run(folder, "blockers", "lese")


def test_a_case_without_values_says_so_and_what_would_have_to_hold(tmp_path: Path) -> None:
    text = TALKS[: TALKS.index("values:")]
    code, out, err = run(folder_of(tmp_path, text), "deals")
    assert code == 0
    assert "no values of Union" in out.replace("No values", "no values")
    assert "the case has no values:" in err
    code, out, _ = run(tmp_path, "blockers", "offer")
    assert "would have to hold: Union says yes" in out
    with pytest.raises(DealsError, match="no offers can be weighed"):
        run(tmp_path, "offers")


def test_contradictory_combinations_still_get_an_answer(tmp_path: Path) -> None:
    text = TALKS + "combinations: [{then: {pay: ['4']}}, {if: {pay: ['4']}}]\n"
    code, out, _ = run(folder_of(tmp_path, text), "deals")
    assert code == 0
    assert "No package is possible; these contradict one another" in out
    assert "COULD IT PASS" in out


def test_the_example_has_every_kind_of_answer() -> None:
    done = CliRunner().invoke(app, ["deals", "--example", "--format", "json"])
    assert done.exit_code == 0
    answer = json.loads(done.stdout)
    assert all(row["estimable"] for row in answer["proposals"])
    assert list(answer["proposals"][0]["p_pass_by_rule"]) == [
        "leader alone",
        "majority",
        "two thirds",
        "unanimity",
    ]
    assert 0 < answer["p_zopa_no_evidence"] < 1
    assert answer["best"][0]["p_pass"] < answer["p_zopa"]
    assert {row["kind"] for row in answer["landscape"]["tornado"]} == {"assumption", "range", "leverage"}
    assert answer["phases"][0]["p_phased"] is not None
    assert [row["tracks"] for row in answer["linkage"]] == [
        ["talks in the Old Customs House", "working group at the North Depot"]
    ]


def test_unknown_rules_are_shown_for_proposals_tracks_and_steps_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each chance under each rule stands in the table, within 80 columns, and in the spreadsheet."""
    monkeypatch.setenv("COLUMNS", "80")
    shown = CliRunner().invoke(app, ["deals", "--example"]).stdout
    answer = json.loads(CliRunner().invoke(app, ["deals", "--example", "--format", "json"]).stdout)
    link, phase = answer["linkage"][0], answer["phases"][0]
    rules = ["leader alone", "majority", "two thirds", "unanimity"]
    tables = shown.split("The same under each rule that those not reported may be\n")
    assert len(tables) == 6  # proposals, packages, core, tracks, steps
    assert all(len(line) <= 80 for text in tables[3:] for line in text.split("\n\n")[0].splitlines())
    for text, rows in (
        (tables[4], [link["p_apart_by_rule"], link["p_joined_by_rule"]]),
        (tables[5], [phase[f"p_{k}_by_rule"] for k in ("first_alone", "phased", "comprehensive")]),
    ):
        words = " ".join(text.split("\n\n")[0].split())
        for held in rows:
            assert list(held) == rules
            assert " ".join(share(held[rule], 4000) for rule in rules) in words
    out = CliRunner().invoke(app, ["deals", "--example", "--format", "csv"]).stdout
    told = {
        (row["what"], row["rule"]): float(row["p"])
        for row in csv.DictReader(io.StringIO(out))
        if row["rule"] and row["what"] != "passes"
    }
    assert len(told) == 5 * len(rules)
    for rule in rules:
        assert told["across both tracks", rule] == link["p_joined_by_rule"][rule]
        assert told["the first in view of the second", rule] == phase["p_phased_by_rule"][rule]
        joined = link["p_joined_by_rule"][rule] - link["p_apart_by_rule"][rule]
        assert link["value_by_rule"][rule] == pytest.approx(joined)


@pytest.mark.parametrize(("written", "read"), [("3/2", "3/2"), ("120%", "6/5"), ("61", "61")])
def test_a_quota_above_the_total_is_said_and_the_rest_answered(
    tmp_path: Path, written: str, read: str
) -> None:
    text = TALKS.replace("rule: majority}", f"rule: {{quota: {written}}}}}")
    folder = folder_of(tmp_path, text)
    column = text.splitlines()[2].index("{quota") + 1
    said = f'case.yaml:3:{column}: the quota {read} of "branch" is above the total'
    code, out, err = run(folder, "deals", "--format", "json")
    assert code == 1
    assert f"{tmp_path}/{said}" in err
    assert "write a share up to 1, such as 2/3" in err
    answer = json.loads(out)
    offer, demand, _ = answer["proposals"]
    assert not offer["estimable"]
    assert f"the quota {read} of the body “Branch” is above the total" in offer["reason"].replace(
        "The", "the"
    )
    assert "Branch approves under its rule" in offer["conditions"]
    assert offer["p_accept"]["Kay"]["p"] == 1.0  # whose values are known is told all the same
    assert demand["estimable"]  # the port refuses it, whatever that body does
    assert demand["p_pass"]["p"] == 0.0
    assert answer["p_zopa"] == 1.0
    for words in (["deals"], ["blockers", "offer"], ["offers"], ["offers", "--format", "csv"]):
        code, out, err = run(folder, *words)
        assert code == 1
        assert said in err
        assert out
    shown = CliRunner().invoke(app, ["check", "--case", str(folder), "--format", "json"])
    assert [row["line"] for row in json.loads(shown.stdout) if row["code"] == "quota-above-total"] == [3]


def test_a_quota_above_the_total_decides_nothing_wherever_it_stands(tmp_path: Path) -> None:
    """For a body valued as a whole, inside another rule, and for the parties’ own agreement."""
    whole = TALKS.replace("rule: majority}", "rule: {quota: 2}}").replace(", members: [kay, lee, moss]", "")
    whole = whole.replace("values:\n", "values:\n  branch: {options: {pay: {'4': 4}}, reservation: 1}\n")
    inside = TALKS.replace("rule: majority}", "rule: {all: [majority, {body: board, rule: {quota: 3/2}}]}}")
    council = TALKS.replace("bodies:\n", "agreement: [{body: all, rule: {quota: 3/2}}]\nbodies:\n  all: {}\n")
    for text, name in ((whole, "Branch"), (inside, "Board"), (council, "All")):
        code, out, err = run(folder_of(tmp_path, text), "deals", "--format", "json")
        assert code == 1
        assert "is above the total" in err
        offer = json.loads(out)["proposals"][0]
        assert not offer["estimable"]
        assert f"of the body “{name}” is above the total" in offer["reason"]


def test_the_core_and_solutions_of_a_case_with_and_without_combinations(tmp_path: Path) -> None:
    answer = json.loads(run(folder_of(tmp_path, LAND), "deals", "--format", "json")[1])
    assert "core" not in answer["solutions"]
    assert answer["solutions"]["picked"] is None  # nothing differs between draws
    assert 0 < answer["core"]["size"] < 17
    assert f"{answer['core']['size']} of 17 packages" in run(tmp_path, "deals")[1]
    text = LAND + "combinations: [{then: {rent: [high]}}, {if: {term: [long]}, then: {water: [shared]}}]\n"
    bound = json.loads(run(folder_of(tmp_path, text), "deals", "--format", "json")[1])
    assert bound["core"]["packages"] == "5"
    assert bound["core"]["size"] > 0
    assert "strictly prefers" in bound["definitions"]["core"]
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "max_welfare"):
        assert bound["solutions"][name]["deal"]["Rent"] == "high"
        assert (
            bound["solutions"][name]["deal"]["Term"] != "long" or "Water" in bound["solutions"][name]["deal"]
        )
    rows = csv.DictReader(io.StringIO(run(tmp_path, "deals", "--format", "csv")[1]))
    told = {row["proposal"]: float(row["p"]) for row in rows if row["what"] == "in the core"}
    assert told == {key: one["low"] for key, one in bound["core"]["proposals"].items()}


def test_whose_values_are_missing_leaves_the_core_open_both_ways(tmp_path: Path) -> None:
    silent = LAND[: LAND.index("  b: {options")] + "red_lines: []\n"
    code, shown, _ = run(folder_of(tmp_path, silent), "deals")
    assert code == 0
    assert "between 2 and 17 of 17 packages" in shown
    assert "- both ways, as not known: no values of B" in shown
    assert "Enough to stop anything: A; B." in shown
    assert "Not told here: they are told where each party has values of its own" in " ".join(shown.split())

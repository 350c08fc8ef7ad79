"""``tracktwo deals --domain``: the keys programs rely on, and clear words where there is nothing to say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.interop.test_domain_json_and_games import game
from tracktwo.cli.app import app
from tracktwo.cli.domain_deals import core_text
from tracktwo.deals.stable import Core
from tracktwo.errors import DomainError, UsageError

KEYS = [
    "parties",
    "outcomes",
    "disagreement",
    "frontier_size",
    "frontier",
    "nash",
    "kalai_smorodinsky",
    "egalitarian",
    "max_welfare",
    "definitions",
    "core",
    "coalitions",
]


def negolog(folder: Path, worths: dict[str, dict[str, float]], floor: float = 0) -> Path:
    folder.mkdir(exist_ok=True)
    for party, values in worths.items():
        content = {"reservationValue": floor, "issueWeights": {"land": 1}, "issues": {"land": values}}
        (folder / f"{party}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def run(*words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["deals", *map(str, words)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_json_has_the_promised_keys(tmp_path: Path) -> None:
    folder = negolog(
        tmp_path / "d", {"east": {"a": 1, "b": 0.6, "c": 0}, "west": {"a": 0, "b": 0.6, "c": 0.9}}
    )
    code, out, _ = run("--domain", folder, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == KEYS
    assert answer["parties"] == ["east", "west"]
    assert (answer["outcomes"], answer["frontier_size"], answer["disagreement"]) == (3, 3, [0, 0])
    assert answer["nash"] == {"deal": {"land": "b"}, "utilities": [0.6, 0.6]}
    assert {"deal": {"land": "c"}, "utilities": [0.0, 0.9]} in answer["frontier"]
    assert "Kalai & Smorodinsky" in answer["definitions"]["kalai_smorodinsky"] or "1975" in str(
        answer["definitions"]
    )


def test_parties_come_in_the_order_named(tmp_path: Path) -> None:
    folder = negolog(tmp_path / "d", {"east": {"a": 1}, "west": {"a": 0.5}, "far": {"a": 0.25}})
    code, out, _ = run(
        "--domain", folder, "--profile", "west.json", "--profile", "east.json", "--format", "json"
    )
    assert code == 0
    assert json.loads(out)["parties"] == ["west", "east"]


def test_where_no_deal_is_rational_solutions_are_null(tmp_path: Path) -> None:
    folder = negolog(tmp_path / "d", {"east": {"a": 1, "b": 0}, "west": {"a": 0, "b": 1}}, floor=0.5)
    code, out, _ = run("--domain", folder, "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert answer["frontier_size"] == 2
    assert all(answer[key] is None for key in KEYS[5:9])
    assert "none: no deal is at least as good as no deal" in " ".join(run("--domain", folder)[1].split())


def test_scoreable_games_say_what_passes(tmp_path: Path) -> None:
    code, out, _ = run("--domain", game(tmp_path), "--format", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == [*KEYS, "passing_deals", "accepted_by"]
    assert answer["passing_deals"] == 4
    assert answer["accepted_by"] == {"Party 0": 4, "Party 1": 4, "Party 2": 1}
    assert "4 deals pass" in run("--domain", tmp_path)[1]


def test_a_profile_that_cannot_be_read_is_named_and_the_rest_answered(tmp_path: Path) -> None:
    folder = negolog(tmp_path / "d", {"east": {"a": 1}, "west": {"a": 0.5}})
    (folder / "broken.json").write_text("{", encoding="utf-8")
    code, out, err = run("--domain", folder, "--format", "json")
    assert code == 1
    assert "broken.json" in err
    assert json.loads(out)["parties"] == ["east", "west"]


def test_the_table_says_what_its_words_mean(tmp_path: Path) -> None:
    folder = negolog(tmp_path / "d", {"east": {"a": 1}, "west\x1b[31m": {"a": 0.5}})
    code, out, _ = run("--domain", folder)
    assert code == 0
    assert "Nash (1950)" in out
    assert "not advice" in out
    assert "\x1b" not in out


def test_nothing_to_look_at_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to look at"):
        run()
    with pytest.raises(DomainError, match="no folder"):
        run("--domain", tmp_path / "nowhere")
    with pytest.raises(DomainError, match="no negotiation domain"):
        run("--domain", tmp_path)


def test_csv_has_the_solutions_and_the_efficient_deals(tmp_path: Path) -> None:
    folder = negolog(
        tmp_path / "d", {"east": {"a": 1, "b": 0.6, "c": 0}, "west": {"a": 0, "b": 0.6, "c": 0.9}}
    )
    code, out, _ = run("--domain", folder, "--format", "csv")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "what,east,west,land"
    assert lines[1] == "nash,0.6,0.6,b"
    assert sum(line.startswith("efficient,") for line in lines) == 3


def test_the_core_is_told_with_what_it_means(tmp_path: Path) -> None:
    """Of five deals one is worse for both than another, and one worse for east and no better for west."""
    worths = {
        "east": {"a": 1, "b": 0.6, "c": 0, "d": 0.5, "e": 0.4},
        "west": {"a": 0, "b": 0.6, "c": 0.9, "d": 0.5, "e": 0.6},
    }
    folder = negolog(tmp_path / "d", worths)
    answer = json.loads(run("--domain", folder, "--format", "json")[1])
    assert answer["core"] == {"size": 4, "reason": None}
    assert "all parties together" in answer["definitions"]["core"]
    assert "Core: 4 deals" in run("--domain", folder)[1]


def test_the_core_of_a_game_follows_its_rule(tmp_path: Path) -> None:
    answer = json.loads(run("--domain", game(tmp_path), "--format", "json")[1])
    assert "parties, 2 of them by name, as the game" in answer["definitions"]["core"]
    assert answer["core"]["size"] is not None
    # Both vetoes and two of three: parties 0 and 1 stop anything, party 2 alone nothing.
    assert answer["coalitions"] == {
        "winning": [["Party 0", "Party 1"]],
        "blocking": [["Party 0"], ["Party 1"]],
    }
    assert "Enough to stop any deal: Party 0; Party 1" in run("--domain", tmp_path)[1]


def test_a_core_too_large_to_look_for_says_so() -> None:
    assert core_text(Core(None, "too many")) == "Core: not computed (too many)"
    assert core_text(Core(0)) == "Core: empty, each deal can be replaced by another"

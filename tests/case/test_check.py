from __future__ import annotations

import pytest

from tests.case.test_load import SOUND
from tracktwo.case import check, draft, loads
from tracktwo.vocabulary import Picture


def codes(text: str) -> list[str]:
    return [problem.code for problem in check(loads(text))]


def test_what_a_case_leaves_open() -> None:
    assert [str(problem) for problem in check(loads(SOUND))] == [
        'case.yaml:5:20: who sits in "members" is unknown',
        'case.yaml:18:59: the place of "some" among the options of "pay" is assumed',
    ]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("rule: {all: [majority, {quota: 2/3}]}", "rule: unknown",
         'by which rule "members" approves for "union"'),
        ("[majority, {quota: 2/3}]", "[majority, {body: board}]",
         'by which rule "members" approves for "union"'),
        ("  port: {members: {lee: }}", "  port: {members: {lee: }}\n  city-hall:",
         '"city-hall" has no members'),
        ("[hosts, presses]", "[mediates, presses]", 'role conflict: "city" mediates, and also presses'),
        ("terms: {pay: 40}, ", "", 'proposal "offer" has no terms'),
        ("{by: port,", "{by: prot,", '"prot" is nobody in this case; did you mean "port"?'),
        ("convenor: city", "convenor: city, mode: dierct",
         'is none of direct, indirect, not reported; did you mean "direct"?'),
        ("third_parties: {city", "third_parties: {port", '"port" is a party and a third party at once'),
        ("[no change, some, 40, all], order_basis: {some: assumed}", "[40]",
         'issue "pay" has fewer than two options'),
        ("[no change, some, 40, all]", "[no change, some, 40, some, all]",
         'issue "pay" has the same option twice'),
    ],
)  # fmt: skip
def test_each_warning(old: str, new: str, text: str) -> None:
    changed = SOUND.replace(old, new, 1)
    if "[40]" in new:
        changed = changed.replace("options: {pay: {no change: 1.0, all: 0}}, ", "")
    found = [str(problem) for problem in check(loads(changed))]
    assert any(text in line for line in found), found
    assert not any(text in str(problem) for problem in check(loads(SOUND)))


def test_an_unmapped_red_line_is_said_and_a_mapped_one_is_not() -> None:
    line = "red_lines: [{actor: port, text: no rise, %s}]\n"
    assert "unmapped-red-line" in codes(SOUND + line % "hard: true")
    assert "unmapped-red-line" not in codes(SOUND + line % "rules_out: {pay: [all]}")


RULED = """red_lines:
  - {actor: port, text: a, hard: %s, rules_out: {pay: [%s]}}
  - {actor: %s, text: b, hard: true, rules_out: {pay: [%s]}}
"""


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("true", "no change, some", "port", "40, all"),
         'contradictory: hard red lines of "port" rule out every option'),
        (("true", "no change, some", "union", "40, all"),
         'hard red lines of "port", "union" together rule out every option'),
        (("false", "no change, some", "port", "40, all"), None),
        (("true", "some", "union", "40, all"), None),
    ],
)  # fmt: skip
def test_hard_red_lines_that_leave_nothing(parts: tuple[str, ...], words: str | None) -> None:
    found = [str(p) for p in check(loads(SOUND + RULED % parts)) if p.code == "contradictory-red-lines"]
    assert bool(found) is (words is not None)
    assert all(words is not None and words in line for line in found)


def test_a_case_that_was_never_in_a_file_is_checked_too() -> None:
    problems = check(draft(Picture("k", "Talks", ())))
    assert [str(problem) for problem in problems] == [
        "parties: no party is defined; an agreement needs at least two"
    ]

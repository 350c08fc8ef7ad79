"""Every error of a case file, with its line and column."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.case import RuleKind, Span, Verdict, load, loads
from tracktwo.errors import CaseError, CaseFileError

SOUND = """\
title: Port talks
parties:
  union:
    members: {kay: {name: Kay Moss, roles: [{role: branch secretary, claims: [c1]}, spokesperson]}}
    ratification: [{body: members, scope: [pay], rule: {all: [majority, {quota: 2/3}]}, claims: [c2]}]
  port: {members: {lee: }}
bodies:
  members: {party: union, size: unknown, members: unknown}
  board: {party: port, members: [lee], same_as: {members: "no"}}
third_parties: {city: {roles: [hosts, presses]}}
affected: [shippers, ferry-users]
tracks: {main: {venue: the harbour office, convenor: city}}
meetings:
  - body: board
    date: unresolved "on Sunday"
    items: [{about: offer, outcome: no vote taken}]
issues:
  pay: {options: [no change, some, 40, all], order_basis: {some: assumed}, status: contested}
proposals:
  offer: {by: port, to: union, stage: tabled, date: 2030-01-02, track: main, terms: {pay: 40}, opens: [more]}
values: {port: {weights: {pay: 1}, options: {pay: {no change: 1.0, all: 0}}, reservation: 0.2}}
judgements:
  - {actor: kay, stance: no, proposal: offer}
"""


def errors_of(text: str) -> list[str]:
    with pytest.raises(CaseFileError) as caught:
        loads(text)
    return str(caught.value).splitlines()


def test_a_sound_case() -> None:
    case = loads(SOUND)
    assert case.parties["union"].name == "Union"
    assert [role.role for role in case.parties["union"].members["kay"].roles] == [
        "branch secretary",
        "spokesperson",
    ]
    rule = case.parties["union"].ratification[0].rule
    assert (rule.kind, [inner.quota for inner in rule.of]) == (RuleKind.ALL, [None, Fraction(2, 3)])
    assert case.bodies["members"].size is None
    assert case.bodies["board"].same_as == (("members", "no"),)
    assert list(case.affected) == ["shippers", "ferry-users"]
    assert (case.meetings[0].date, case.meetings[0].event_text) == (None, "on Sunday")
    assert case.issues["pay"].options == ("no change", "some", "40", "all")
    assert case.proposals["offer"].terms["pay"].option == "40"
    assert case.values["port"].options["pay"] == {"no change": Span.point(1), "all": Span.point(0)}
    assert case.judgements[0].stance is Verdict.NO
    assert case.judgements[0].stance == "no"


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("  port: {members: ", "  port: {memebrs: ", "memebrs:",
         'unknown key "memebrs"; did you mean "members"?'),
        ("title: Port talks", "titel: Port talks", "titel:",
         'unknown key "titel"; did you mean "title"?'),
        ("size: unknown", "size: many", "many",
         '"size" must be a whole number, 0 or more, not "many"'),
        ("size: unknown", "size: -3", "-3",
         '"size" must be a whole number, 0 or more, not -3'),
        ("size: unknown", "size: true", "true",
         '"size" must be a whole number, 0 or more, not true'),
        ("[hosts, presses]", "hosts", "hosts",
         '"roles" must be a list, such as [a, b], not "hosts"'),
        ("{main: {venue", "{mian: {venue", "main",
         'track "main" is not defined; did you mean "mian"?'),
        ("terms: {pay: 40}", "terms: {pya: 40}", "pya:",
         'issue "pya" is not defined; did you mean "pay"?'),
        ("terms: {pay: 40}", "terms: {pay: 41}", "41",
         '"41" is not among the options of "pay" (no change, some, 40, all)'),
        ("body: members, s", "body: membres, s", "membres",
         'body "membres" is not defined; did you mean "members"?'),
        ("members: [lee]", "members: [leo]", "leo",
         'member "leo" is not defined; did you mean "lee"?'),
        ("party: port, m", "party: prot, m", "prot",
         'party "prot" is not defined; did you mean "port"?'),
        ("  - body: board", "  - body: bord", "bord",
         'body "bord" is not defined; did you mean "board"?'),
        ('same_as: {members: "no"}', "same_as: {members: maybe}", "maybe",
         '"maybe" is none of yes, no, unsure'),
        ('same_as: {members: "no"}', "same_as: {board: yes}", "board:",
         'a cycle: body "board" is compared with itself'),
        ("opens: [more]", "opens: [offer]", "[offer",
         "a cycle: offer opens offer"),
        ("convenor: city", "parallel_to: [main]", "[main",
         'a cycle: track "main" is parallel to itself'),
        ("stage: tabled", "stage: tabeld", "tabeld",
         '"stage" "tabeld" is none of: outlined, suggested, tabled,'),
        ("date: 2030-01-02", "date: 2030-02-30", "2030-02-30",
         '"date" "2030-02-30" is not a day of the calendar'),
        ("date: 2030-01-02", "date: next May", "next",
         '"date" "next May" is not a date: write 2024-03-18,'),
        ("date: 2030-01-02", 'date: unresolved "soon"', 'unresolved "soon"',
         '"date" is a date or unknown here, without words'),
        ("{quota: 2/3}", "{quota: 0/3}", "0/3",
         "a quota is a share above 0 and up to 1"),
        ("{quota: 2/3}", "{quotum: 2/3}", "quotum:",
         'unknown rule "quotum"; did you mean "quota"?'),
        ("[majority, ", "[majorty, ", "majorty",
         'rule "majorty" is none of: unknown, leader, majority,'),
        ("{all: [majority, {quota: 2/3}]}", "{all: majority}", "majority",
         "all needs a list of rules"),
        ("{all: [majority, {quota: 2/3}]}", "{all: [leader, {body: members}]}", "{all:",
         'a cycle: the rule of "members" comes back to a body it began from'),
        ("{all: [majority, {quota: 2/3}]}", "{any: [leader, {body: senate}]}", "{any:",
         'body "senate" is not defined'),
        ("weights: {pay: 1}", "weights: {pay: much}", "much",
         '"pay" must be a number, not "much"'),
        ("weights: {pay: 1}", "weights: {pay: .nan}", ".nan",
         '"pay" must be a number, not nan'),
        ("actor: kay", "actor: key", "key",
         'actor "key" is not defined; did you mean "kay"?'),
        ("stance: no,", "stance: nope,", "nope",
         '"stance" "nope" is none of: yes, no, unsure'),
        ("title: Port talks", "title: [Port, talks]", "[Port",
         '"title" must be text, not a list'),
        ("title: Port talks", "title: true", "true",
         '"title" must be text, not true'),
        ("title: Port talks", "reports: [a]", "reports:",
         '"title" is missing here'),
        ("    items: [{about: offer, ", "    items: [{", "{outcome:",
         '"about" is missing here'),
        ("  port: {members", "  union: {members", "union:",
         '"union" is here twice; it is already on line 3'),
        ("title: Port talks", "? [a]\n: b\ntitle: Port talks", "[a",
         "a key must be a word"),
        ("title: Port talks", "title: !!int 3", "!!int",
         "tag tag:yaml.org,2002:int is not used in case files"),
        ("title: Port talks", "title: *nobody", "*nobody",
         "*nobody stands for nothing"),
        ("title: Port talks", "title: [Port talks", ":",
         "not YAML: "),
        ("title: Port talks", "title: Port: talks", ":",
         "not YAML: mapping values are not allowed here"),
        ("title: Port talks", "title: Port talks\n\tx: y", "\tx:",
         "not YAML: "),
        ("title: Port talks", "title: &t [*t]", "*t",
         "*t stands inside itself: a cycle"),
        ("judgements:", "---\njudgements:", "---",
         "a second document begins here"),
    ],
)  # fmt: skip
def test_an_error_says_where(old: str, new: str, at: str, message: str) -> None:
    assert old in SOUND
    text = SOUND.replace(old, new, 1)
    line = next(line for line in errors_of(text) if message in line)
    assert spot(text, line).startswith(at)


def spot(text: str, error: str) -> str:
    """Return what stands in the file at the place an error names."""
    file, line, column = error.split(": ")[0].split(":")
    assert file == "case.yaml"
    return text.split("\n")[int(line) - 1][int(column) - 1 :]


def test_all_errors_are_named_in_order_of_their_places() -> None:
    text = SOUND.replace("port: {members", "port: {memebrs").replace("size: unknown", "size: x")
    text = text.replace("track: main", "track: mane").replace("stance: no,", "stance: 3,")
    places = [spot(text, error).split(",")[0] for error in errors_of(text)]
    assert places == [
        "memebrs: {lee: }}",
        "x",
        "mane",
        "3",
    ]


def test_a_misspelt_section_is_one_error_not_one_a_reference() -> None:
    assert [spot(SOUND, error)[:7] for error in errors_of(SOUND.replace("parties:", "partys:", 1))] == [
        "parties"
    ]
    # What was never written anywhere is still named.
    both = SOUND.replace("parties:", "partys:", 1).replace("party: port", "party: nobody")
    assert [spot(both, error)[:6] for error in errors_of(both)] == ["partys", "nobody"]


def test_an_entry_that_failed_is_not_called_dangling_too() -> None:
    text = SOUND.replace("  pay: {options", "  pay: {family: [], options").replace("{by: port", "{by: []")
    assert [spot(text, error)[:3] for error in errors_of(text)] == ["[],", "[],"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n...\n", "~\n", "\ufeff"])
def test_an_empty_file(text: str) -> None:
    assert errors_of(text) == ["case.yaml: the case file is empty. Write one with: tracktwo draft"]


@pytest.mark.parametrize("text", ["talks\n", "- a\n- b\n", "3\n"])
def test_a_file_that_is_no_mapping(text: str) -> None:
    assert errors_of(text) == ["case.yaml:1:1: a case file is a mapping that begins with its title"]


def test_an_alias_bomb_is_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (line,) = errors_of("\n".join(lines))
    assert "more than 200,000 values (aliases counted as often as they are used)" in line


def test_aliases_within_reason_are_read() -> None:
    case = loads("title: T\nissues:\n  a: {options: &o [no change, all]}\n  b: {options: *o}\n")
    assert case.issues["b"].options == ("no change", "all")


@pytest.mark.parametrize("text", ["[" * 100_000, "a: " + "{b: " * 5000, "- " * 3000 + "x"])
def test_deep_nesting_is_refused(text: str) -> None:
    (line,) = errors_of(text)
    assert "nested" in line


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"title: " + b"x" * 9_000_000)
    with pytest.raises(CaseError, match="too large for a case file"):
        load(path)
    with pytest.raises(CaseError, match="too large for a case file"):
        loads("title: " + "x" * 2_000_001)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"there is no case file here\. Write one with: tracktwo draft"):
        load(tmp_path / "case.yaml")
    with pytest.raises(CaseError, match="cannot be read"):
        load(tmp_path)
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("title: a\nkey: caf\u00e9\n".encode("latin-1"))
    with pytest.raises(CaseError, match=r"latin.yaml:2:9: not UTF-8 text"):
        load(latin)


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert load(path) == loads(SOUND)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="ab:-[]{}&*!|>'\"#%@`,?~ \n\t1", max_size=60),
        st.tuples(st.integers(0, len(SOUND)), st.integers(0, 40), st.text(max_size=5)).map(
            lambda cut: SOUND[: cut[0]] + cut[2] + SOUND[cut[0] + cut[1] :]
        ),
    )
)
def test_any_text_is_a_case_or_named_errors(text: str) -> None:
    try:
        title, errors = loads(text).title, []
    except CaseFileError as error:
        title, errors = "", [str(one) for one in error.errors]
    assert title or errors
    assert all(error.startswith("case.yaml") for error in errors)


def test_the_example_of_the_documentation_is_a_sound_case() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "case-file.md"
    text = page.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert list(loads(text).proposals) == ["offer"]

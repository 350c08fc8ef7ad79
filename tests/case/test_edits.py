"""What a user did to the file is still there after the next draft."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.case.pictures import pictures
from tracktwo.case import draft, emit, load, save
from tracktwo.case.tree import Node, parse
from tracktwo.errors import CaseError
from tracktwo.vocabulary import Issue, OrderBasis, PackageTerm, Party, Picture, Proposal, Stage, Track

BASE = Picture(
    key="port",
    title="Port talks",
    reports=("r1",),
    parties=(Party("union", "Dockers' Union", reason="talks between"), Party("port", "Port Authority")),
    tracks=(Track("main", "main talks", "the harbour office", None, "not reported"),),
    issues=(
        Issue("wage", "wage rise", "money", "wages", ("no change", "some", "3%", "all"), True,
              {"some": OrderBasis.ASSUMED}),
        Issue("shift", "shift pattern", "procedure", "shifts", ("no change", "four days"), True),
    ),
    proposals=(
        Proposal("offer", "the offer", "Port Authority", "union", Stage.TABLED, "main", "2030-01-02",
                 {"wage": PackageTerm("3%", ("three percent",), claims=("a" * 16,))}),
    ),
)  # fmt: skip


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) >= 1, text
    path.write_text(text.replace(old, new, 1))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    save(draft(BASE), path)
    return path


def test_the_same_draft_again_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    assert not save(draft(BASE), file).changed
    assert file.read_bytes() == before


def test_an_untouched_file_follows_the_draft(file: Path) -> None:
    wage, shift = BASE.issues
    new = replace(BASE, issues=(shift, replace(wage, status="agreed"), replace(shift, key="term")))
    save(draft(new), file)
    assert load(file) == draft(new)


def test_a_changed_value_stays_and_everything_else_follows(file: Path) -> None:
    edited(file, "name: Port Authority", "name: Harbour Board")
    saved = save(
        draft(replace(BASE, title="Harbour talks", parties=BASE.parties[:1] + BASE.parties[1:])), file
    )
    case = load(file)
    assert case.parties["port"].name == "Harbour Board"
    assert case.title == "Harbour talks"
    assert saved.conflicts == ()


def test_where_both_changed_something_the_user_wins_and_is_told(file: Path) -> None:
    edited(file, "venue: the harbour office", "venue: the town hall")
    new = replace(BASE, tracks=(replace(BASE.tracks[0], venue="a hotel"),))
    saved = save(draft(new), file)
    assert load(file).tracks["main"].venue == "the town hall"
    assert [str(conflict) for conflict in saved.conflicts] == [
        "tracks.main.venue: you changed this to the town hall, which stands; the new draft has a hotel"
    ]
    # Said once: the next draft of the same record has nothing new against the user's version.
    assert save(draft(new), file).conflicts == ()


def test_comments_stay_beside_above_and_below(file: Path) -> None:
    edited(file, "  union:", "  # ask them again\n  union:  # not the retired members")
    edited(file, "\ntracks:", "    # nobody heard yet\n\n# where they meet\ntracks:")
    new = replace(BASE, parties=(*BASE.parties, Party("city", "City")), title="Other")
    save(draft(new), file)
    text = file.read_text()
    assert "  # ask them again\n  union:  # not the retired members\n" in text
    assert re.search(r"name: Port Authority\n    # nobody heard yet\n", text)
    assert "\n\n# where they meet\ntracks:\n" in text
    assert "city" in load(file).parties


def test_comments_of_an_entry_that_goes_are_kept(file: Path) -> None:
    edited(file, "  shift:", "  # important\n  shift:")
    save(draft(replace(BASE, issues=BASE.issues[:1])), file)
    assert "shift" not in load(file).issues
    assert "# important" in file.read_text()


def test_our_own_remarks_are_written_anew_and_never_twice(file: Path) -> None:
    assert file.read_text().count('the place of "some" is assumed') == 1
    edited(file, "{some: assumed}", "{some: user}")
    save(draft(replace(BASE, title="Other")), file)
    assert 'the place of "some" is assumed' not in file.read_text()


def test_the_users_order_of_options_stays_and_takes_new_ones(file: Path) -> None:
    edited(file, "[no change, some, 3%, all]", "[no change, 3%, some, all]")
    wage, shift = BASE.issues
    new = replace(BASE, issues=(replace(wage, options=("no change", "some", "3%", "5%", "all")), shift))
    save(draft(new), file)
    assert load(file).issues["wage"].options == ("no change", "3%", "5%", "some", "all")


def test_what_was_removed_stays_removed(file: Path) -> None:
    file.write_text(re.sub(r"  shift:\n(?:    .*\n)+", "", file.read_text()))
    assert "shift" not in load(file).issues
    save(draft(replace(BASE, title="Other")), file)
    case = load(file)
    assert case.title == "Other"
    assert "shift" not in case.issues


def test_a_removed_issue_comes_back_when_a_new_proposal_needs_it(file: Path) -> None:
    file.write_text(re.sub(r"  shift:\n(?:    .*\n)+", "", file.read_text()))
    second = replace(BASE.proposals[0], key="second", terms={"shift": PackageTerm("four days", ())})
    save(draft(replace(BASE, proposals=(*BASE.proposals, second))), file)
    case = load(file)
    assert case.proposals["second"].terms["shift"].option == "four days"
    assert "shift" in case.issues


def test_a_judgement_keeps_the_proposal_it_is_about(file: Path) -> None:
    with file.open("a") as stream:
        stream.write("judgements:\n  - {actor: union, stance: no, proposal: offer, note: told us}\n")
    save(draft(replace(BASE, proposals=())), file)
    case = load(file)
    assert case.judgements[0].stance == "no"
    assert case.judgements[0].note == "told us"
    assert case.proposals["offer"].terms["wage"].option == "3%"


def test_without_the_kept_draft_everything_counts_as_the_users(file: Path) -> None:
    (file.parent / ".case.draft.json").unlink()
    shorter = replace(
        BASE, title="Other", parties=(replace(BASE.parties[0], name="Union"), Party("city", "City"))
    )
    save(draft(shorter), file)
    case = load(file)
    assert case.title == "Port talks"
    assert case.parties["union"].name == "Dockers' Union"
    assert set(case.parties) == {"union", "port", "city"}


def test_a_kept_draft_of_another_file_is_not_trusted(file: Path) -> None:
    kept = file.parent / ".case.draft.json"
    kept.write_text(kept.read_text().replace("Port Authority", "Harbour Board"))
    save(draft(replace(BASE, parties=BASE.parties[:1])), file)
    assert "port" in load(file).parties


def test_a_file_with_errors_is_left_alone(file: Path) -> None:
    edited(file, "parties:", "partys:")
    before = file.read_bytes()
    with pytest.raises(CaseError, match='unknown key "partys"; did you mean "parties"'):
        save(draft(replace(BASE, title="Other")), file)
    assert file.read_bytes() == before


def test_edits_that_cannot_be_joined_leave_the_file_alone(file: Path) -> None:
    two = (*BASE.proposals, replace(BASE.proposals[0], key="second"))
    save(draft(replace(BASE, proposals=two)), file)
    edited(file, "  second:\n", "  second:\n    opens: [offer]\n")
    before = file.read_bytes()
    circle = (replace(two[0], opens=("second",)), two[1])
    with pytest.raises(CaseError, match="do not fit together: a cycle: offer opens second opens offer"):
        save(draft(replace(BASE, proposals=circle)), file)
    assert file.read_bytes() == before


def test_a_changed_rule_is_never_mixed_with_another(tmp_path: Path) -> None:
    from tracktwo.case import rule_text
    from tracktwo.vocabulary import Body, Ratification

    def told(rule: str) -> Picture:
        approval = Ratification("union", "members", rule, (), False, ())
        return replace(BASE, bodies=(Body("members", "Members", "union"),), ratification=(approval,))

    path = tmp_path / "case.yaml"
    save(draft(told("two-thirds")), path)
    edited(path, "rule: {quota: 2/3}", "rule: {all: [majority, leader]}")
    save(draft(told("three-quarters")), path)
    assert rule_text(load(path).parties["union"].ratification[0].rule) == "{all: [majority, leader]}"


# -- any edit of any draft

NAMED = ("parties", "third_parties", "affected", "tracks", "issues", "proposals", "bodies")


@st.composite
def successions(draw: st.DrawFn) -> tuple[Picture, Picture]:
    """Return a picture and a later one that shares much of it."""
    first, other = draw(pictures()), draw(pictures())
    names = [field.name for field in fields(Picture)]
    taken = draw(st.sets(st.sampled_from(names)))
    return first, replace(first, **{name: getattr(other, name) for name in taken})


def named(root: Node) -> list[tuple[str, str]]:
    return [
        (section, key)
        for section in NAMED
        if section in root.value and root.value[section].is_map
        for key, child in root.value[section].value.items()
        if child.is_map and "name" in child.value
    ]


SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(successions())
def test_without_edits_the_file_is_the_new_draft(pair: tuple[Picture, Picture]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        save(draft(pair[0]), path)
        assert save(draft(pair[1]), path).conflicts == ()
        assert load(path) == draft(pair[1])


@SLOW
@given(successions(), st.data())
def test_random_edits_survive(pair: tuple[Picture, Picture], data: Any) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        save(draft(pair[0]), path)
        root, _ = parse(path.read_text(), "case.yaml")
        assert root is not None
        places = named(root)
        chosen = data.draw(st.sets(st.sampled_from(places), max_size=4)) if places else set()
        for number, (section, key) in enumerate(sorted(chosen)):
            entry = root.value[section].value[key]
            entry.value["name"].value = f"renamed {number}"
            entry.before.append(f"# comment {number} above")
            entry.foot.append(f"# comment {number} below")
        added = Node({"options": Node([Node("no change"), Node("all")], flow=True)})
        root.value.setdefault("issues", Node({})).value["the-users-own"] = added
        path.write_text(emit.to_text(root))
        load(path)
        try:
            save(draft(pair[1]), path)
        except CaseError as error:  # only an edit and a draft that contradict each other may be refused
            refused = str(error)
        else:
            refused = ""
        if refused:
            assert "do not fit together" in refused
            return
        after, _ = parse(path.read_text(), "case.yaml")
        assert after is not None
        for number, (section, key) in enumerate(sorted(chosen)):
            assert after.value[section].value[key].value["name"].value == f"renamed {number}"
            assert f"# comment {number} above" in path.read_text()
            assert f"# comment {number} below" in path.read_text()
        assert load(path).issues["the-users-own"].options == ("no change", "all")
        settled = path.read_text()
        save(draft(pair[1]), path)
        assert path.read_text() == settled


VALUES = """
combinations: [{if: {wage: [all]}, then: {shift: [four days]}}]
# my own view
values:
  union:
    options: {wage: {3%: [2, 4], all: 9}}
    reservation: 1
    conditions: [{no_deal: true, worth: -2, by: port}]
phases: [{first: offer, then: offer, follows: [0.2, 0.4]}]
"""


def test_values_and_combinations_survive_the_next_draft(file: Path) -> None:
    file.write_text(file.read_text() + VALUES)
    held = load(file)
    save(draft(replace(BASE, title="Port talks, day two")), file)
    again = load(file)
    assert again.title == "Port talks, day two"
    assert (again.values, again.combinations, again.phases) == (held.values, held.combinations, held.phases)
    assert again.values["union"].conditions[0].no_deal
    assert "# my own view" in file.read_text()

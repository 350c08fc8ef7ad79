from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from tests.case.pictures import pictures
from tracktwo.case import Rule, actor_key, actor_name, case_hash, draft, load, loads, to_text, write
from tracktwo.vocabulary import (
    Issue,
    OrderBasis,
    PackageTerm,
    Party,
    Picture,
    Proposal,
    Ratification,
    Stage,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(pictures())
def test_a_draft_reads_back_as_itself(picture: Picture) -> None:
    case = draft(picture)
    assert loads(to_text(case)) == case


def test_a_fresh_file_needs_no_draft_beside_it(tmp_path: Path) -> None:
    case = draft(Picture(key="k", title="Talks", reports=("r",)))
    assert load(write(case, tmp_path / "case.yaml")) == case
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_the_same_case_has_the_same_hash_wherever_it_stands(tmp_path: Path) -> None:
    case = draft(Picture(key="k", title="Talks", reports=("r",)))
    loaded = load(write(case, tmp_path / "case.yaml"))
    assert case_hash(loaded) == case_hash(case)
    assert case_hash(case) != case_hash(replace(case, title="Other talks"))


def test_claims_are_flow_lists_broken_at_the_page_width() -> None:
    claims = tuple(f"{number:015x}a" for number in range(20))
    text = to_text(draft(Picture("k", "Talks", (), parties=(Party("a", "A", claims=claims),))))
    assert "    claims: [000000000000000a, 000000000000001a," in text
    assert max(len(line) for line in text.splitlines()) <= 110
    assert loads(text).parties["a"].claims == claims


def test_actors_become_keys_and_strangers_stay_names() -> None:
    party = Party("port", "Port Authority")
    offers = tuple(
        Proposal(key, key, by, None, Stage.TABLED, None, None)
        for key, by in (("p", "Port Authority"), ("q", "A. Stranger"))
    )
    case = draft(Picture("k", "Talks", (), parties=(party,), proposals=offers))
    assert [proposal.by for proposal in case.proposals.values()] == ["port", "A. Stranger"]
    assert actor_name(case, "port") == "Port Authority"
    assert actor_key(case, "port authority") == "port"
    assert actor_key(case, "A. Stranger") is None


def test_what_refers_to_nothing_is_left_out_and_said() -> None:
    offer = Proposal("p", "p", None, None, Stage.TABLED, "side-room", None, {"pay": PackageTerm("3%", ())})
    case = draft(Picture("k", "Talks", (), proposals=(offer,)))
    assert case.proposals["p"].track is None
    assert case.proposals["p"].terms == {}
    assert case.assumptions == (
        'left out of this draft: track "side-room" is not defined (proposals.p.track)',
        'left out of this draft: issue "pay" is not defined (proposals.p.terms.pay)',
    )


def test_an_option_that_only_a_proposal_names_joins_its_issue_as_assumed() -> None:
    issue = Issue("pay", "pay", "money", None, ("no change", "all"), True)
    offer = Proposal("p", "p", None, None, Stage.TABLED, None, None, {"pay": PackageTerm("3%", ())})
    case = draft(Picture("k", "Talks", (), issues=(issue,), proposals=(offer,)))
    assert case.issues["pay"].options == ("no change", "all", "3%")
    assert case.issues["pay"].order_basis == {"3%": OrderBasis.ASSUMED}


def test_a_rule_that_is_not_understood_keeps_its_words() -> None:
    parties = (Party("a", "A"),)
    reported = Ratification("A", "assembly", "by acclamation", ("all",), False, ("c",))
    case = draft(Picture("k", "Talks", (), parties=parties, ratification=(reported,)))
    (approval,) = case.parties["a"].ratification
    assert approval.rule == Rule()
    assert approval.rule_text == "by acclamation"
    assert case.bodies["assembly"].members is None


def test_an_approval_of_nobody_here_is_said() -> None:
    reported = Ratification("B", "assembly", "majority", (), False, ())
    case = draft(Picture("k", "Talks", (), parties=(Party("a", "A"),), ratification=(reported,)))
    assert case.assumptions == ('approval by "assembly" is reported for "B", who is no party of this case',)

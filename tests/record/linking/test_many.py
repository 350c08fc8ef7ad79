"""What large records are looked up by gives what looking through everything gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.record.linking.made import Text
from tracktwo.record.linking.belonging import Belonging
from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.families import locate
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.negotiations import _by_beginning, _naming, _Trace
from tracktwo.record.linking.options import Option, strongest
from tracktwo.record.linking.source import InMemory
from tracktwo.vocabulary import Act, OrderBasis, Stage, Term

NOBODY: frozenset[str] = frozenset()
letters = st.text("abA ", min_size=1, max_size=6)
ranks = st.tuples(st.integers(1, 4), st.integers(0, 5))


@given(st.text("abA ", max_size=40), st.sets(letters, max_size=8), st.sets(letters, max_size=3))
def test_a_text_names_the_sides_that_stand_in_it(text: str, names: set[str], own: set[str]) -> None:
    report = replace(Text("one", None).report(), text=text)
    trace = _Trace(frozenset(own), NOBODY, NOBODY, NOBODY)
    found = _naming(trace, report, _by_beginning(names)).others
    assert found == {name for name in names - own if name in text}


@given(st.lists(st.tuples(st.sampled_from("xyz"), ranks), min_size=1, max_size=12))
def test_a_package_holds_the_first_of_the_strongest_options(told: list[tuple[str, tuple[int, int]]]) -> None:
    text = Text("one", None).sentence("Orlo Mills offered a rise.")
    claim = text.claim(Act.OFFER, "offered", "a rise", actor="Orlo Mills", party="Orlo Mills")
    draft = Draft("d", "d", "offer", "Orlo Mills", "Orlo Mills", Stage.TABLED, "one")
    options: dict[str, list[Option]] = {}
    for n, (issue, (tier, value)) in enumerate(told):
        option = Option(f"option {n}", tier, float(value), "", OrderBasis.MEANING)
        options.setdefault(issue, []).append(option)
        draft.add_term(issue, claim, n, option)
    assert draft.package() == {issue: strongest(found) for issue, found in options.items()}
    assert [*draft.package()] == [*options]


def test_how_much_and_to_whom_does_not_tell_what_a_term_is_about() -> None:
    one = Term("cut", "tariffs on steel", "15%", None, None, None, "a cut of tariffs on steel", 3, 28)
    assert locate(one) == locate(replace(one, extent="40%", getter="Vall", start=90, end=115))
    assert locate(one) != locate(replace(one, theme="tariffs on fish", text="a cut of tariffs on fish"))


def test_a_name_of_the_text_alone_is_no_company_where_a_later_report_has_a_person_of_it() -> None:
    first = Text("a", "2025-04-01").sentence("The guild wrote to Orlo Industries.")
    first.claim(Act.STATE, "wrote", actor_text="The guild", by=None, unnamed=True)
    later = Text("b", "2025-04-02").sentence("Orlo Industries met the press.")
    later.claim(Act.MEET, "met", "the press", actor="Orlo Industries", party="Norway")
    assert sides_of("a", first) == ("Orlo Industries",)
    assert sides_of("a", first, later) == ()


def sides_of(key: str, *texts: Text) -> tuple[str, ...]:
    source = InMemory([text.report() for text in texts], [one for text in texts for one in text.claims])
    return Belonging(source, Ledger()).in_report[key]

"""The name lists: sound, complete where it matters, extendable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo.errors import InputError
from tracktwo.reading.names import empty_roster, load_gazetteer, recognise
from tracktwo.reading.names.lexicon import Entry, Lexicon, Sort
from tracktwo.reading.names.tokens import tokenise
from tracktwo.reading.names.words import load_words


def test_all_states_have_an_entry_of_their_own() -> None:
    states = {e.canonical for e in load_gazetteer().entries() if e.sort is Sort.STATE}
    assert len(states) >= 193 + 2
    assert {"United States", "Russia", "South Korea", "Palestine", "Holy See", "Timor-Leste"} <= states


def test_a_user_folder_wins_over_the_lists(tmp_path: Path) -> None:
    (tmp_path / "organisations.tsv").write_text("organisation\tUnited Teachers\tUT|EU\n", encoding="utf-8")
    (tmp_path / "given_names.txt").write_text("# own\nZorblat\n", encoding="utf-8")
    (tmp_path / "words.toml").write_text('organisation_nouns = ["junta"]\n', encoding="utf-8")
    roster = empty_roster(tmp_path)
    names = [m.canonical for m in recognise("The EU met Zorblat Vinn and the Kolvar Junta.", roster)]
    assert names == ["United Teachers", "Zorblat Vinn", "Kolvar Junta"]
    assert [m.canonical for m in recognise("The EU met Zorblat.")] == ["European Union"]


@pytest.mark.parametrize(
    ("name", "line"),
    [("states.tsv", "Peru"), ("bodies.tsv", "emperor\tX\tY"), ("people.tsv", "unnamed\t-")],
)
def test_a_broken_line_is_reported_with_its_place(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / name).write_text(f"# heading\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"{name}:2: "):
        load_gazetteer(tmp_path)


@pytest.mark.parametrize("content", ["organisation_nouns = [", 'no_such_list = ["a"]'])
def test_a_broken_word_file_is_reported(tmp_path: Path, content: str) -> None:
    (tmp_path / "words.toml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"words\.toml"):
        load_words(tmp_path)


def test_letter_case_of_an_alias_binds_the_text() -> None:
    lexicon = Lexicon()
    for alias in ("US", "Peru", "security cabinet", "Trinidad and Tobago"):
        lexicon.add(alias, Entry(Sort.STATE, alias))

    def find(text: str) -> str | None:
        found = lexicon.match(tokenise(text), 0)
        return found[1].canonical if found else None

    assert [find(t) for t in ("US", "us", "Us")] == ["US", None, None]
    assert [find(t) for t in ("Peru", "PERU", "peru")] == ["Peru", "Peru", None]
    assert find("Security Cabinet") == "security cabinet"
    assert find("TRINIDAD and TOBAGO") == find("TRINIDAD AND TOBAGO") == "Trinidad and Tobago"


def test_the_longest_alias_wins_and_never_runs_past_the_end() -> None:
    lexicon = Lexicon()
    lexicon.add("New Guinea", Entry(Sort.STATE, "short"))
    lexicon.add("New Guinea East", Entry(Sort.STATE, "long"))
    assert lexicon.match(tokenise("New Guinea East"), 0) == (3, Entry(Sort.STATE, "long"))
    assert lexicon.match(tokenise("New Guinea"), 0) == (2, Entry(Sort.STATE, "short"))
    assert lexicon.match(tokenise("New"), 0) is None

"""Masking: what single words stand for, and the exact way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.masking import ActorGroup, Masked, mask
from tracktwo.reading.names import learn, recognise


def masked(sentence: str) -> Masked:
    return mask(sentence, recognise(sentence))


def names(group: ActorGroup) -> dict[str, list[str]]:
    fields = ("speakers", "on_behalf_of", "supported_by", "opposed_by", "joined_by")
    found = {field: [m.canonical or m.text for m in getattr(group, field)] for field in fields}
    return {field: value for field, value in found.items() if value}


@pytest.mark.parametrize(
    ("sentence", "text", "groups"),
    [
        (
            "The EU, supported by NORWAY and opposed by SAUDI ARABIA, proposed a deletion.",
            "Canada proposed a deletion.",
            {"speakers": ["European Union"], "supported_by": ["Norway"], "opposed_by": ["Saudi Arabia"]},
        ),
        (
            "Peru, on behalf of the G-77/CHINA, objected.",
            "Canada objected.",
            {"speakers": ["Peru"], "on_behalf_of": ["Group of 77", "China"]},
        ),
        (
            "FIJI, for AOSIS, objected.",
            "Canada objected.",
            {"speakers": ["Fiji"], "on_behalf_of": ["Alliance of Small Island States"]},
        ),
        (
            "KENYA (AFRICAN GROUP) objected.",
            "Canada objected.",
            {"speakers": ["Kenya"], "on_behalf_of": ["African Group"]},
        ),
        (
            "The EU, with NORWAY, CHILE and JAPAN, objected.",
            "Canada objected.",
            {"speakers": ["European Union"], "joined_by": ["Norway", "Chile", "Japan"]},
        ),
        (
            "The EU, with SAUDI ARABIA opposing, objected.",
            "Canada objected.",
            {"speakers": ["European Union"], "opposed_by": ["Saudi Arabia"]},
        ),
        (
            "NORWAY, CHILE, and the US objected.",
            "Canadians objected.",
            {"speakers": ["Norway", "Chile", "United States"]},
        ),
        (
            "Supported by NORWAY and CHILE, the EU objected.",
            "Canada objected.",
            {"speakers": ["European Union"], "supported_by": ["Norway", "Chile"]},
        ),
        (
            "Opposed by NORWAY, the EU and US objected.",
            "Canadians objected.",
            {"speakers": ["European Union", "United States"], "opposed_by": ["Norway"]},
        ),
        (
            "On behalf of the LDCs, NEPAL objected.",
            "Canada objected.",
            {"speakers": ["Nepal"], "on_behalf_of": ["Least Developed Countries"]},
        ),
        (
            "Envoy Kari Lund, Norway, for the EU, objected.",
            "Smith objected.",
            {"speakers": ["Kari Lund"], "on_behalf_of": ["European Union"]},
        ),
        (
            "Peru, for AOSIS, Chile, for the LDCs, and Kenya objected.",
            "Canadians objected.",
            {
                "speakers": ["Peru", "Chile", "Kenya"],
                "on_behalf_of": ["Alliance of Small Island States", "Least Developed Countries"],
            },
        ),
    ],
)
def test_lists_and_their_relations_become_one_word(
    sentence: str, text: str, groups: dict[str, list[str]]
) -> None:
    result = masked(sentence)
    assert result.text == text
    assert [names(group) for group in result.groups] == [groups]


def test_relations_before_a_pronoun_belong_to_it() -> None:
    result = masked("With the support of JAPAN and the US, and opposed by CHINA, she proposed a text.")
    assert result.text == "she proposed a text."
    (group,) = result.groups
    assert group.pronoun == "she"
    assert names(group) == {"supported_by": ["Japan", "United States"], "opposed_by": ["China"]}


@pytest.mark.parametrize(
    ("sentence", "text", "speakers", "collective"),
    [
        (
            "A number of countries, including CHILE and JAPAN, objected.",
            "countries objected.",
            ["Chile", "Japan"],
            "A number of countries",
        ),
        (
            "More hardline ministers, such as David Ben Haim and Omar Faris, objected.",
            "ministers objected.",
            ["David Ben Haim", "Omar Faris"],
            "More hardline ministers",
        ),
        ("Chile and others objected.", "Canadians objected.", ["Chile"], "others"),
    ],
)
def test_open_sets_keep_their_words(sentence: str, text: str, speakers: list[str], collective: str) -> None:
    result = masked(sentence)
    assert result.text == text
    (group,) = result.groups
    assert group.others_unnamed
    assert group.collective_text == collective
    assert [m.canonical for m in group.speakers] == speakers


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Japan backed Chile and Peru opposed it.", "Canada backed Canada and Canada opposed it."),
        ("Japan supported Chile, and Peru objected.", "Canada supported Canada, and Canada objected."),
        ("Talks between Chile and Peru resumed.", "Talks between Canadians resumed."),
        ("Peru said Chile, with Kari Lund set to visit Lima, objected.", None),
    ],
)
def test_clauses_are_not_merged_into_lists(sentence: str, text: str | None) -> None:
    result = masked(sentence)
    if text is not None:
        assert result.text == text
    else:
        assert all(not group.joined_by for group in result.groups)


def test_appositions_are_dropped_with_their_commas() -> None:
    sentence = "Clara Stein, who chairs the bargaining committee, met Omar Faris, union president, on Friday."
    result = masked(sentence)
    assert result.text == "Smith met Smith on Friday."
    first = result.to_original(0, 5)
    assert sentence[slice(*first)] == "Clara Stein, who chairs the bargaining committee"


def test_modifiers_keep_their_words_and_possessives_their_noun() -> None:
    assert masked("The Peruvian initiative failed.").text == "The Peruvian initiative failed."
    assert masked("Peru’s proposal failed.").text == "Canada’s proposal failed."
    assert masked("Peru's military left.").text == "the military left."
    assert masked("The Peruvian security cabinet met.").text == "The cabinet met."


def test_masked_words_are_found_by_offset() -> None:
    result = masked("The EU met Chile and Peru in Lima.")
    assert result.text == "Canada met Canadians in Canada."
    assert [result.group_at(at) for at in (0, 5)] == [result.groups[0]] * 2
    assert result.group_at(6) is None
    assert result.group_at(11) == result.groups[1]
    assert result.group_at(len(result.text)) is None


def test_offsets_outside_are_refused() -> None:
    result = masked("The EU met.")
    for start, end in ((-1, 2), (3, 2), (0, len(result.text) + 1)):
        with pytest.raises(ValueError, match="offsets"):
            result.to_original(start, end)
    for start, end in ((-1, 2), (3, 2), (0, 99)):
        with pytest.raises(ValueError, match="offsets"):
            result.to_masked(start, end)


WORDS = [
    "The",
    "the",
    "U.S.",
    "EU",
    "G-77/CHINA",
    ",",
    ",",
    "and",
    "and",
    "or",
    "of",
    "'",
    "’s",
    "(",
    ")",
    ".",
    "with",
    "others,",
    "supported",
    "by",
    "opposed",
    "by",
    "such",
    "as",
    "including",
    "for",
    "on",
    "behalf",
    "of",
    "Maria",
    "Stein",
    "Omar",
    "Faris",
    "(Norway)",
    "Prime",
    "Minister",
    "union",
    "president",
    "who",
    "chairs",
    "Peruvian",
    "officials",
    "cabinet",
    "countries,",
    "he",
    "said",
    "rejected",
    "Peru's",
    "NORWAY,",
    "CHILE",
    "JAPAN",
    "and",
]
SENTENCES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.text(max_size=80))
ROSTER = learn(["Union president Maria Stein met Omar Faris, Minister of Water, Norway, in Lima."])


@given(SENTENCES)
def test_offsets_map_exactly_both_ways(sentence: str) -> None:
    result = mask(sentence, recognise(sentence, ROSTER))
    at = masked_at = 0
    for piece in result.pieces:
        assert (piece.start, piece.masked_start) == (at, masked_at)
        at, masked_at = piece.end, piece.masked_end
        if piece.kept:
            written = result.text[piece.masked_start : piece.masked_end]
            assert written == sentence[piece.start : piece.end]
    assert (at, masked_at) == (len(sentence), len(result.text))
    for offset in range(len(result.text)):
        start, end = result.to_original(offset, offset + 1)
        piece = next(p for p in result.pieces if p.masked_start <= offset < p.masked_end)
        if piece.kept:
            assert sentence[start:end] == result.text[offset]
            assert result.to_masked(start, end) == (offset, offset + 1)
        else:
            assert (start, end) == (piece.start, piece.end)


@given(SENTENCES)
def test_every_mention_is_in_exactly_one_group(sentence: str) -> None:
    mentions = recognise(sentence, ROSTER)
    result = mask(sentence, mentions)
    grouped = [mention for group in result.groups for mention in group.mentions]
    assert sorted(m.start for m in grouped) == [m.start for m in mentions]
    for group in result.groups:
        assert group.masked_start < group.masked_end
        assert group.speakers or group.pronoun
        start, end = result.to_original(group.masked_start, group.masked_end)
        assert start <= min((m.start for m in group.mentions), default=start)
        assert result.group_at(group.masked_start) == group
        assert end >= max((m.end for m in group.mentions), default=end)


def test_others_alone_are_one_group_with_a_speaker() -> None:
    result = masked("Others, others, and others, said so.")
    assert [bool(group.speakers) for group in result.groups] == [True]


def test_a_sentence_without_names_stays_as_it_is() -> None:
    result = masked("Nothing was agreed.")
    assert (result.text, result.groups) == ("Nothing was agreed.", ())
    assert result.to_original(0, 7) == (0, 7)
    assert masked("").text == ""
    assert masked("").to_original(0, 0) == (0, 0)


def test_a_page_of_bare_names_takes_time_in_proportion() -> None:
    import time

    sentence = "Norway, " * 4000
    mentions = recognise(sentence)
    began = time.process_time()
    result = mask(sentence, mentions)
    assert time.process_time() - began < 5
    assert len(result.groups) == 4000

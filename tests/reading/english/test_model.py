"""The shipped English model: what it must be able to do, and how it treats offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import ModelError, TracktwoError
from tracktwo.reading.english import UNREAD, load_parser, model_path, parse_sentences

MEGABYTE = 1_000_000
ODD_BLANKS = "\n\t\r\x0b\x0c\x85\xa0\u2003\u2028\u3000 "


def one(sentence: str) -> Any:
    (doc,) = parse_sentences([sentence])
    return doc


def arcs(doc: Any, relation: str) -> set[tuple[str, str]]:
    """Return (dependent, head's lemma) of every arc with that relation."""
    return {(t.text, t.head.lemma_) for t in doc if t.dep_ == relation}


def check_layout(doc: Any, sentence: str) -> None:
    """Assert what holds of every parsed sentence, whatever it says."""
    assert len(doc.text) == len(sentence)
    for token in doc:
        given_text = sentence[token.idx : token.idx + len(token)]
        if token.is_space:
            assert token.head.i == token.i or not token.head.is_space or not sentence.strip()
        elif "\u200b" not in sentence and "\ufeff" not in sentence:
            assert given_text == token.text
        assert not token.head.is_space or token.is_space
    words = [t for t in doc if not t.is_space]
    if words:
        assert len([t for t in words if t.head.i == t.i]) == 1
        assert len(list(doc.sents)) == 1


def test_loads_once_with_all_five_components() -> None:
    nlp = load_parser()
    assert nlp is load_parser()
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser"]
    assert nlp.lang == "en"


def test_model_folder_is_small_and_says_what_it_is() -> None:
    folder = model_path()
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    assert size <= 12 * MEGABYTE
    licence = (folder / "LICENSE").read_text(encoding="utf-8")
    for needed in ("CC BY-SA 4.0", "English Web Treebank", "GUM"):
        assert needed in licence
    assert "LAS" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_measured_scores_reach_what_the_readers_rely_on() -> None:
    scores = json.loads((model_path() / "scores.json").read_text(encoding="utf-8"))
    assert scores["sentence_splitter"] == "syntok"
    assert scores["ewt_test"]["las"] >= 79
    assert scores["pud"]["las"] >= 82
    assert scores["model_sha256"] == _weights_digest()


def _weights_digest() -> str:
    import hashlib

    return hashlib.sha256((model_path() / "parser" / "model").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("sentence", "subject", "verb", "thing"),
    [
        ("The mediator rejected the proposal on Tuesday.", "mediator", "reject", "proposal"),
        ("Norway supported the amendment.", "Norway", "support", "amendment"),
        ("NORWAY supported the amendment.", "NORWAY", "support", "amendment"),
        ("The union’s leaders accepted a shorter contract.", "leaders", "accept", "contract"),
        ("“The company must raise wages,” the union said.", "company", "raise", "wages"),
        ("Halvorsen has not signed the agreement.", "Halvorsen", "sign", "agreement"),
    ],
)
def test_subject_and_object_of_plain_clauses(sentence: str, subject: str, verb: str, thing: str) -> None:
    doc = one(sentence)
    assert (subject, verb) in arcs(doc, "nsubj")
    assert (thing, verb) in arcs(doc, "obj")


def test_passive_negation_and_clitics() -> None:
    doc = one("The offer wasn't accepted by the guild.")
    assert [t.text for t in doc] == ["The", "offer", "was", "n't", "accepted", "by", "the", "guild", "."]
    assert ("offer", "accept") in arcs(doc, "nsubj:pass")
    assert ("n't", "accept") in arcs(doc, "advmod")
    assert ("guild", "accept") in arcs(doc, "obl:agent")


def test_curly_and_straight_apostrophes_are_split_alike() -> None:
    straight, curly = parse_sentences(["It doesn't bind us.", "It doesn’t bind us."])
    assert [t.text.replace("’", "'") for t in curly] == [t.text for t in straight]
    assert [t.lemma_ for t in curly] == [t.lemma_ for t in straight]


def test_words_are_cut_as_the_treebanks_cut_them() -> None:
    doc = one("The six-hour pre-meeting of co-chairs and/or deputies ended?!")
    assert [t.text for t in doc] == [
        *("The", "six", "-", "hour", "pre-meeting", "of", "co-chairs"),
        *("and", "/", "or", "deputies", "ended", "?!"),
    ]


def test_line_breaks_do_not_change_the_parse() -> None:
    plain, broken = parse_sentences(
        ["The mediator rejected the offer.", "The mediator\nrejected the\toffer."]
    )
    assert [(t.idx, t.text, t.dep_, t.head.i) for t in plain] == [
        (t.idx, t.text, t.dep_, t.head.i) for t in broken
    ]


def test_runs_of_blanks_are_put_back_after_the_parse() -> None:
    plain, spread = parse_sentences(["The mediator rejected it.", "  The mediator \n\n rejected\xa0 it. \n"])
    words = [t for t in spread if not t.is_space]
    assert [(t.text, t.dep_, t.lemma_, t.head.text) for t in words] == [
        (t.text, t.dep_, t.lemma_, t.head.text) for t in plain
    ]
    check_layout(spread, "  The mediator \n\n rejected\xa0 it. \n")


@pytest.mark.parametrize("sentence", ["", " ", "\n", " \n\t ", "\xa0\xa0"])
def test_empty_and_blank_sentences_give_documents_without_words(sentence: str) -> None:
    doc = one(sentence)
    assert len(doc.text) == len(sentence)
    assert [t for t in doc if not t.is_space] == []


def test_two_sentences_given_as_one_stay_one() -> None:
    sentence = "They met. They left. Nothing was signed! Was it? (See above.)"
    doc = one(sentence)
    assert len(list(doc.sents)) == 1
    check_layout(doc, sentence)


def test_stray_root_is_tied_to_the_first() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from tracktwo.reading.english.parsing import _finished

    words = ["They", "met", "nobody", "signed"]
    relations = {"heads": [1, 1, 3, 3], "deps": ["nsubj", "ROOT", "nsubj", "ROOT"]}
    vocab = Vocab()
    doc = _finished(Doc(vocab, words=words), Doc(vocab, words=words, **relations))
    assert [t.head.i for t in doc] == [1, 1, 3, 1]
    assert [t.dep_ for t in doc] == ["nsubj", "ROOT", "nsubj", "parataxis"]
    assert len(list(doc.sents)) == 1


def test_order_is_kept_across_batches_and_empty_sentences() -> None:
    sentences = ["One.", "", "Two three.", " ", "Four five six.", "\n"]
    docs = list(parse_sentences(sentences, batch_size=2))
    assert [d.text for d in docs] == ["One.", "", "Two three.", " ", "Four five six.", " "]


def test_same_sentence_same_parse() -> None:
    sentence = "The guild, backed by two towns, offered the owners a truce."
    first, second = (
        [(t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph)) for t in one(sentence)] for _ in range(2)
    )
    assert first == second


def test_parts_left_out_change_nothing_else() -> None:
    sentences = ["The guild rejected  the offer.", "It doesn't bind us. They left.", " ", "Norway agreed."]
    whole, lean = parse_sentences(sentences), parse_sentences(sentences, without=UNREAD)
    for one_way, other in zip(whole, lean, strict=True):
        seen = [[(t.idx, t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in (one_way, other)]
        assert seen[0] == seen[1]


def test_batch_size_must_be_positive() -> None:
    with pytest.raises(ValueError, match="batch_size"):
        list(parse_sentences(["One."], batch_size=0))


def test_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"missing: config\.cfg") as caught:
        load_parser(tmp_path)
    assert isinstance(caught.value, TracktwoError)
    assert str(tmp_path) in str(caught.value)


def test_damaged_model_is_named(tmp_path: Path) -> None:
    import shutil

    damaged = tmp_path / "model"
    shutil.copytree(model_path(), damaged)
    weights = damaged / "tok2vec" / "model"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(ModelError, match="cannot be read"):
        load_parser(damaged)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_any_text_keeps_its_offsets(sentence: str) -> None:
    check_layout(one(sentence), sentence)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["The", "EU’s", "don't", "(a)", "G-77", "U.S.", "offers,", "“Yes”", "40%", "—", "?!", "e.g."]
        ),
        max_size=12,
    ),
    st.lists(st.text(alphabet=ODD_BLANKS, min_size=1, max_size=3), min_size=12, max_size=12),
)
def test_any_blanks_between_words_keep_the_words(words: list[str], blanks: list[str]) -> None:
    sentence = "".join(word + blank for word, blank in zip(words, blanks, strict=False))
    doc = one(sentence)
    check_layout(doc, sentence)
    assert "".join(t.text for t in doc if not t.is_space) == "".join(words)

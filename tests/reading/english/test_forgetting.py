"""Forgetting words: bounded memory, the same parse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tracktwo.reading.english import forgetting, load_parser, parse_sentences

SENTENCES = [
    f"{name} of Harbour Line  rejected {n} percent, said the {trade}s\u200b, and they didn't sign."
    for n, (name, trade) in enumerate(
        (a + b, a.lower() + c)
        for a in ("Mar", "Ott", "In", "Pav")
        for b, c in zip(("ella", "okar", "uno"), ("ing", "er", "ish"), strict=True)
    )
]


@pytest.fixture
def few_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    nlp = load_parser()
    before = nlp.tokenizer
    monkeypatch.setattr(forgetting, "MOST_WORDS", 1)
    yield
    nlp.tokenizer = before


def parsed() -> list[list[tuple[object, ...]]]:
    return [
        [(t.text, t.idx, t.tag_, t.dep_, t.head.i, t.lemma_, str(t.morph), t.norm_, t.is_space) for t in doc]
        for doc in parse_sentences(SENTENCES, batch_size=4)
    ]


def test_nothing_is_read_otherwise_for_what_was_forgotten(request: pytest.FixtureRequest) -> None:
    whole = parsed()
    request.getfixturevalue("few_words")
    assert parsed() == whole


def test_documents_made_before_keep_their_words(few_words: None) -> None:
    docs = list(parse_sentences(SENTENCES, batch_size=1))
    assert len({id(doc.vocab) for doc in docs}) == len(docs)
    assert [doc[0].text for doc in docs] == [text.split()[0] for text in SENTENCES]


def test_words_are_let_go(few_words: None) -> None:
    def unheard() -> Iterator[str]:
        for n in range(40):
            yield " ".join(f"{n}x{k}" for k in range(100)) + " rejected it."

    assert max(len(doc.vocab) for doc in parse_sentences(unheard(), batch_size=4)) < 2_000

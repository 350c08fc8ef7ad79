"""Measure the English model on treebanks, from raw text.

    python tools/parser/evaluate.py --treebanks DIR --model MODEL_DIR --out scores.json

The text of each document is put together from the treebank, split into sentences
with syntok and into words with the model's own tokenizer, and parsed as tracktwo
parses reports. With ``--gold-sentences`` the treebank's sentences are used.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from attachment import RELATIONS, Parsed, Tally, add_sentences, add_words  # noqa: E402
from treebank import Sentence, read_treebank  # noqa: E402

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEST_FILES = {
    "ewt_test": "ewt-test.conllu",
    "pud": "pud-test.conllu",
    "gum_free_test": "gum-free-test.conllu",
}
MEASURES = ("tokens", "sentences", "upos", "lemma", "uas", "las", "las_subtypes")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Raw text with the sentences and words the treebank finds in it."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    words: tuple[Parsed, ...]


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    options = argparse.ArgumentParser(description="Measure the English model from raw text.")
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--out", type=Path, help="where the scores go (default: beside the model)")
    options.add_argument("--files", nargs="*", help="files to try; then scores are only printed")
    options.add_argument("--gold-sentences", action="store_true", help="likewise only printed")
    chosen = options.parse_args(argv)
    import spacy

    nlp = spacy.load(chosen.model)
    names = {file: name for name, file in TEST_FILES.items()}
    result: dict[str, object] = {
        "method": "F1 in percent over words, from raw text (CoNLL 2018); las ignores subtypes",
        "sentence_splitter": "treebank" if chosen.gold_sentences else "syntok",
        "spacy": spacy.__version__,
        "model_sha256": hashlib.sha256((chosen.model / "parser" / "model").read_bytes()).hexdigest(),
        "model_bytes": sum(f.stat().st_size for f in chosen.model.rglob("*") if f.is_file()),
    }
    for file in chosen.files or TEST_FILES.values():
        scores = evaluate(nlp, chosen.treebanks / file, chosen.gold_sentences)
        result[names.get(file, Path(file).stem)] = scores
        print(file, json.dumps(scores), flush=True)
    trial = chosen.files or chosen.gold_sentences
    target = chosen.out or (None if trial else chosen.model / "scores.json")
    if target:
        target.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def evaluate(
    nlp: Language, path: Path, gold_sentences: bool = False, limit: int | None = None
) -> dict[str, object]:
    """Return the scores on one treebank file, or on its first `limit` paragraphs.

    ``relations`` are F1 scores of arcs with that plain relation; ``words_per_second``
    is the pace of tokenising, tagging and parsing, on one core.
    """
    from tracktwo.reading.english.parsing import parse_with

    paragraphs = list(paragraphs_of(path))[:limit]
    cuts = [p.sentences if gold_sentences else tuple(split(p.text)) for p in paragraphs]
    texts = [p.text[a:b] for p, spans in zip(paragraphs, cuts, strict=True) for a, b in spans]
    started = time.process_time()
    docs = list(parse_with(nlp, texts))
    seconds = time.process_time() - started
    tally, position = Tally(), iter(docs)
    for paragraph, spans in zip(paragraphs, cuts, strict=True):
        system = [word for a, _ in spans for word in words_of(next(position), a)]
        add_sentences(tally, spans, paragraph.sentences)
        add_words(tally, system, list(paragraph.words))
    return {
        **{name: round(tally.f1(name), 2) for name in MEASURES},
        "relations": {name: round(tally.f1(name), 1) for name in RELATIONS},
        "words": tally.gold["tokens"],
        "words_per_second": round(sum(map(len, docs)) / seconds, -2),
    }


def paragraphs_of(path: Path) -> Iterator[Paragraph]:
    """Yield the paragraphs of a treebank as raw text with gold spans.

    The text is made of the words and the blanks the treebank notes, which is its
    ``# text`` save in one sentence in thousands where a multiword token is
    respelled. A file without paragraph marks gives one paragraph per document.
    """
    for _, group in groupby(read_treebank(path), key=lambda s: (s.document, s.paragraph)):
        yield as_paragraph(list(group))


def as_paragraph(sentences: list[Sentence]) -> Paragraph:
    """Join sentences into raw text; offsets count from its first character."""
    text, bounds, words = "", [], []
    for sentence in sentences:
        spans, at = [], len(text)
        for word in sentence.words:
            spans.append((at, at + len(word.form)))
            at += len(word.form) + word.space
        text += "".join(word.form + " " * word.space for word in sentence.words)
        bounds.append((spans[0][0], spans[-1][1]))
        for i, word in enumerate(sentence.words):
            head = None if word.head == i else spans[word.head]
            words.append(Parsed(spans[i], head, word.deprel, word.upos, word.lemma))
    return Paragraph(text, tuple(bounds), tuple(words))


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the character spans of the sentences syntok finds."""
    from syntok import segmenter

    for paragraph in segmenter.analyze(text):
        for sentence in paragraph:
            tokens = list(sentence)
            yield tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)


def words_of(doc: Doc, offset: int) -> Iterator[Parsed]:
    """Yield the words of a parsed sentence that starts at `offset` of its paragraph."""
    for token in doc:
        if not token.is_space:
            start = offset + token.idx
            head_start = offset + token.head.idx
            root = token.head.i == token.i
            yield Parsed(
                (start, start + len(token)),
                None if root else (head_start, head_start + len(token.head)),
                "root" if root else token.dep_,
                token.pos_,
                token.lemma_,
            )


if __name__ == "__main__":
    sys.exit(main())

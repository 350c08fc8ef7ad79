"""Reading CoNLL-U and putting raw text together from it."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLE = """\
# newdoc id = a
# newpar id = a-1
# sent_id = 1
# text = They don't talk.
1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\ttalk\ttalk\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tghost\tghost\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# text = Go!
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar
# sent_id = 3
# text = Why
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\t_

# newdoc id = b
# sent_id = 4
# text = Stop
1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank_file(tmp_path: Path) -> Path:
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_words_heads_and_blanks(treebank_file: Path) -> None:
    from treebank import read_treebank

    first, *rest = read_treebank(treebank_file)
    assert [w.form for w in first.words] == ["They", "do", "n't", "talk", "."]
    assert [w.head for w in first.words] == [3, 3, 3, 3, 3]
    assert [w.space for w in first.words] == [True, False, True, False, True]
    assert first.words[0].feats == "Number=Plur"
    assert first.words[1].feats == ""
    assert [(s.document, s.paragraph) for s in (first, *rest)] == [(0, 0), (0, 0), (0, 1), (1, 2)]


def test_file_without_final_blank_line_keeps_its_last_sentence(tmp_path: Path) -> None:
    from treebank import read_treebank

    path = tmp_path / "cut.conllu"
    path.write_text(SAMPLE.rstrip("\n"), encoding="utf-8")
    assert [s.text for s in read_treebank(path)] == ["They don't talk.", "Go!", "Why", "Stop"]


def test_line_with_missing_columns_is_named(tmp_path: Path) -> None:
    from treebank import TreebankError, read_treebank

    path = tmp_path / "bad.conllu"
    path.write_text("# text = x\n1\tx\tx\n\n", encoding="utf-8")
    with pytest.raises(TreebankError, match=r"bad\.conllu:2: 3 columns"):
        list(read_treebank(path))


def test_paragraphs_carry_text_and_gold_spans(treebank_file: Path) -> None:
    from evaluate import paragraphs_of

    first, second, third = paragraphs_of(treebank_file)
    assert first.text == "They don't talk. Go! "
    assert [first.text[a:b] for a, b in first.sentences] == ["They don't talk.", "Go!"]
    assert [first.text[slice(*w.span)] for w in first.words] == ["They", "do", "n't", "talk", ".", "Go", "!"]
    assert first.words[0].head == first.words[3].span
    assert first.words[3].head is None
    assert (second.text, third.text) == ("Why ", "Stop ")


def test_split_gives_spans_of_sentences() -> None:
    from evaluate import split

    text = "  The talks ended.  Nobody signed anything. "
    assert [text[a:b] for a, b in split(text)] == ["The talks ended.", "Nobody signed anything."]

"""The gold standard's files, and reports of the project from file to figures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scored import claim, span

import annotations as gold
import collect
import show
import stances
import texts
from tracktwo.vocabulary import Claim, Reading, Report, Segment, SegmentKind
from tracktwo.vocabulary.claims import Act

ROOT = Path(__file__).resolve().parents[2]


def test_bad_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "dev.jsonl"
    base = {"doc": "r", "start": 0, "end": 9, "annotator": "a", "props": []}
    for change in ({"start": 9}, {"extra": 1}, {"props": [{"actor": "Norland"}]}):
        path.write_text(json.dumps(base) + "\n" + json.dumps(base | change) + "\n", encoding="utf-8")
        with pytest.raises(gold.BadLineError, match=r"dev\.jsonl:2"):
            gold.read_sentences(path)
    assert gold.read_sentences(tmp_path / "absent.jsonl") == ()


def test_the_gold_standard_is_whole_and_split_by_document() -> None:
    dev = gold.read_sentences(texts.GOLD / "bulletin" / "dev.jsonl")
    test = gold.read_sentences(texts.GOLD / "bulletin" / "test.jsonl")
    second = gold.read_sentences(texts.GOLD / "bulletin" / "second.jsonl")
    assert len(dev) + len(test) >= 300
    assert not {s.doc for s in dev} & {s.doc for s in test}
    assert sum(bool(s.props) for s in (*dev, *test)) >= 0.85 * (len(dev) + len(test))
    assert len(second) >= (len(dev) + len(test)) // 10
    assert {(s.doc, s.start) for s in second} <= {(s.doc, s.start) for s in (*dev, *test)}
    again = gold.read_sentences(texts.GOLD / "bulletin" / "second-test.jsonl")
    assert [(s.doc, s.start, s.end) for s in again] == [(s.doc, s.start, s.end) for s in test]
    for name in ("dev", "test", "second"):
        gold.read_passages(texts.GOLD / "news" / f"{name}.jsonl")
    gold.read_passages(texts.GOLD / "reports" / "annotations.jsonl")


def test_spans_of_bulletin_annotations_are_words_of_their_sentence(shared_data: Path) -> None:
    del shared_data
    for one in gold.read_sentences(texts.GOLD / "bulletin" / "dev.jsonl")[::12]:
        source = texts.bulletin(one.doc)
        assert source is not None
        for each in one.props:
            for a, b in (each.actor_span, each.pred_span, *each.message):
                assert one.start <= a < b <= one.end
                assert source.text[a:b] == source.text[a:b].strip(" \n.,;")
            start, end = each.pred_span
            assert each.predicate.removeprefix("not ") == source.text[start:end].lower()


def test_absent_texts_are_skipped_and_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import importlib.util

    monkeypatch.setattr(texts, "SHARED", tmp_path)
    spec = importlib.util.spec_from_file_location("gold_score", ROOT / "tools" / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    entry = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(entry)
    collect._text.cache_clear()
    assert entry.main(["--split", "dev", "--part", "bulletin"]) == 2
    assert "skipped: " in capsys.readouterr().out
    with pytest.raises(SystemExit):
        entry.main(["--split", "test", "--errors"])


def test_a_neighbourhood_keeps_segments_around_annotated_sentences() -> None:
    parts = tuple(Segment(i * 10, i * 10 + 9, SegmentKind.SENTENCE) for i in range(9))
    source = Report("r", "x" * 90, "hash", parts)
    wanted = gold.Sentence("r", 40, 49, "a", ())
    assert collect.neighbourhood(source, [wanted], 1).segments == parts[3:6]
    assert collect.neighbourhood(source, [wanted], 0).segments == parts[4:5]


def test_own_reports_from_file_to_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "Norland proposed a fund. Elbonia rejected the fund."
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "trade-01.txt").write_text(text, encoding="utf-8")
    line = {
        "doc": "trade-01", "kind": "trade", "annotator": "a", "split": "dev", "attributions": [],
        "claims": [
            {"actor": "Norland", "actor_start": 0, "actor_end": 7, "act": "propose", "modality": "asserted",
             "pred_start": 8, "pred_end": 16, "obj_start": 17, "obj_end": 23},
            {"actor": "Elbonia", "actor_start": 25, "actor_end": 32, "act": "reject", "modality": "asserted",
             "pred_start": 33, "pred_end": 41, "obj_start": 42, "obj_end": 50},
        ],
        "proposals": [{"key": "p1", "mentions": [[17, 23], [42, 50]], "by": ["Norland"], "terms": []}],
        "stances": [{"actor": "Elbonia", "proposal": "p1", "act": "reject", "modality": "asserted"}],
    }  # fmt: skip
    (folder / "annotations.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.setattr(texts, "GOLD", tmp_path)
    monkeypatch.setattr(collect, "GOLD", tmp_path)
    monkeypatch.setattr(collect, "_seen", {})
    claims = (
        claim("Norland", Act.PROPOSE, "proposed", "a fund", text, report="trade-01", party="Norland"),
        claim("Elbonia", Act.REJECT, "rejected", "the fund", text, report="trade-01", party="Elbonia"),
    )
    monkeypatch.setattr(collect.reading, "read", lambda one: Reading(one.key, claims, ()))
    results = collect.gather("dev", ("reports",))
    found = show.as_json(results, "dev")
    assert found["figures"]["reports"]["actor_act"]["f1"] == 1
    assert found["bad_quotes"] == found["wrong_signs"] == 0
    assert all(one.right for one in results.shown)
    assert collect.gather("test", ("reports",)).own == []
    assert "reports (1 reports)" in show.tables(results, "dev")
    passage, source = results.own[0][0], texts.own("trade-01")
    assert source is not None
    for act, right in (("reject", True), ("support", False)):
        stance = replace(passage.stances[0], act=Act(act))
        judged = stances.shown_positions(replace(passage, stances=(stance,)), source, claims)
        assert [one.right for one in judged if one.actor == "Elbonia"] == [right]


def test_stances_that_positions_show_of_a_bulletin() -> None:
    """Of two parties shown for one proposal, the one whose sentence says otherwise is wrong."""
    text = "Norland proposed a fund. Elbonia supported the said fund. Ruritania opposed the new fund."
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    spans = list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))
    parts = tuple(Segment(a, b, SegmentKind.SENTENCE) for a, b in spans)
    source = Report(key="r", text=text, hash="h", segments=parts)

    def told(actor: str, act: Act, word: str, at: int) -> Claim:
        about = (text.index("the", spans[at][0]), spans[at][1] - 1)
        made = claim(actor, act, word, None, text, start=spans[at][0], end=spans[at][1])
        return replace(made, object="the fund", object_start=about[0], object_end=about[1], party=actor)

    claims = [
        claim("Norland", Act.PROPOSE, "proposed", "a fund", text, end=spans[0][1], party="Norland"),
        told("Elbonia", Act.SUPPORT, "supported", 1),
        told("Ruritania", Act.SUPPORT, "opposed", 2),
    ]
    rows = [
        gold.Sentence(
            "r", *spans[at], "a", (gold.Prop(actor, span(actor, text), word, span(word, text), (), act),)
        )
        for at, actor, word, act in (
            (1, "Elbonia", "supported", Act.SUPPORT),
            (2, "Ruritania", "opposed", Act.OPPOSE),
        )
    ]
    judged = stances.shown_of_bulletin(rows, source, claims)
    assert [(one.actor, one.right) for one in judged] == [("Elbonia", True), ("Ruritania", False)]

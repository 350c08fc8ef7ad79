"""The scorer gives the figures one gets by hand."""

from __future__ import annotations

import json
import math
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tracktwo.reading import Proposition
from tracktwo.vocabulary import Claim, Modality, Reading, Report, Segment, SegmentKind, Source, Voice
from tracktwo.vocabulary.claims import Act, Basis

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tools" / "score"))

import agreement  # noqa: E402
import annotations as gold  # noqa: E402
import bulletins  # noqa: E402
import collect  # noqa: E402
import passages  # noqa: E402
import reliability  # noqa: E402
import show  # noqa: E402
import stances  # noqa: E402
import texts  # noqa: E402
from measures import Counts, figure, kappa, overlap, rates, span_overlap, words  # noqa: E402
from naming import same_name  # noqa: E402
from pairing import pair  # noqa: E402

TEXT = "Norland, backed by Elbonia, proposed a fund. On fees, the EU did not support the fund."
SPLIT = TEXT.index("On fees")


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    assert text.count(part) == 1, part
    return text.index(part), text.index(part) + len(part)


def claim(actor: str | None, act: Act, predicate: str, about: str | None, text: str = TEXT, **more) -> Claim:  # type: ignore[no-untyped-def]
    p = span(predicate, text)
    o = (None, None) if about is None else span(about, text)
    who = more.pop("actor_text", actor)
    a = (None, None) if who is None else span(who, text)
    made = Claim(
        id=f"{actor}{p[0]}{act}", report="r", start=0, end=len(text), quote=text, actor=actor, role=None,
        party=None, actor_text=who, actor_start=a[0], actor_end=a[1], others_unnamed=False, voice=Voice.OWN,
        unnamed=False, act=act, predicate=predicate, predicate_start=p[0], predicate_end=p[1], object=about,
        object_start=o[0], object_end=o[1], terms=(), toward=None, attribution=(), modality=Modality.ASSERTED,
        condition=None, event_text=None, event_from=None, event_to=None, event_basis=Basis.UNKNOWN,
        report_date=None, recorded_at=None, flags=(), confidence=0.8, method="test",
    )  # fmt: skip
    return replace(made, **more)


def prop(actor: str, predicate: str, message: str, act: Act, written: str | None = None, **more) -> gold.Prop:  # type: ignore[no-untyped-def]
    name = more.pop("name", actor)
    return gold.Prop(name, span(actor), predicate, span(written or predicate), (span(message),), act, **more)


def report(text: str = TEXT, cut: int = SPLIT) -> Report:
    parts = (Segment(0, cut - 1, SegmentKind.SENTENCE), Segment(cut, len(text), SegmentKind.SENTENCE))
    return Report("r", text, "hash", parts)


FIRST = gold.Sentence(
    "r",
    0,
    SPLIT - 1,
    "a",
    (
        prop("Norland", "proposed", "a fund", Act.PROPOSE),
        prop("Elbonia", "proposed", "a fund", Act.SUPPORT, relation="supporter"),
    ),
)
SECOND = gold.Sentence(
    "r",
    SPLIT,
    len(TEXT),
    "a",
    (
        gold.Prop(
            "European Union",
            span("EU"),
            "not support",
            (TEXT.index("support the"), TEXT.index("support the") + 7),
            (span("On fees"), (TEXT.index("the fund."), TEXT.index("the fund.") + 8)),
            Act.SUPPORT,
            modality=Modality.NEGATED,
        ),
    ),
)


# Words, spans, rates


def test_words_have_no_order_case_or_punctuation() -> None:
    assert words("On fees, the EU-wide Fund.") == words("(the) eu wide fund ON fees")
    assert words("a a b") != words("a b b")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [("a b c", "a b c", 1.0), ("a b c", "b c d", 0.5), ("a a", "a", 0.5), ("a", "b", 0.0), ("", "", 1.0)],
)
def test_overlap_is_jaccard_over_repeated_words(one: str, two: str, expected: float) -> None:
    assert overlap(words(one), words(two)) == expected


def test_span_overlap_is_over_the_longer() -> None:
    assert span_overlap([(0, 10)], [(5, 10)]) == 0.5
    assert span_overlap([(0, 4), (6, 10)], [(0, 10)]) == 0.8
    assert span_overlap([(0, 4)], [(4, 8)]) == 0
    assert span_overlap([], []) == 0


def test_rates_and_undefined_ones() -> None:
    assert rates(Counts(3, 1, 2)) == (0.75, 0.6, 2 * 3 / 9)
    assert all(math.isnan(rate) for rate in rates(Counts()))
    precision, recall, f1 = rates(Counts(0, 2, 0))
    assert (precision, f1) == (0, 0)
    assert math.isnan(recall)


def test_bootstrap_is_seeded_and_has_no_width_where_all_sentences_are_alike() -> None:
    alike = figure([Counts(2, 1, 1)] * 5)
    assert (alike.low, alike.high) == (alike.f1, alike.f1) == (2 / 3, 2 / 3)
    mixed = [Counts(1, 0, 0)] * 10 + [Counts(0, 1, 1)] * 10
    one, two = figure(mixed), figure(mixed)
    assert one == two
    assert one.f1 == 0.5
    assert 0.25 <= one.low < 0.5 < one.high <= 0.75
    assert figure(mixed, seed=3) != one


def test_kappa_of_a_known_table() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, chance 0.5.
    labels = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(labels) == pytest.approx(0.4)
    assert kappa([("y", "y")]) == 1
    assert math.isnan(kappa([]))


def test_pairs_are_one_to_one_best_first() -> None:
    weights = {("a", "x"): 1.0, ("a", "y"): 2.0, ("b", "y"): 3.0}
    assert pair("ab", "xy", lambda g, r: weights.get((g, r), 0.0)) == [(0, 0), (1, 1)]
    assert pair("ab", "y", lambda g, r: weights.get((g, r), 0.0)) == [(1, 0)]
    assert pair("a", "z", lambda g, r: weights.get((g, r), 0.0)) == []


@pytest.mark.parametrize(
    ("one", "two", "person", "expected"),
    [
        ("European Union", "the EU", False, True),
        ("Côte d’Ivoire", "COTE D'IVOIRE", False, True),
        ("Ana Tuvan", "Tuvan", True, True),
        ("Ana Tuvan", "Tuvan", False, False),
        ("Ana Tuvan", "Ana Berga", True, False),
        ("Guinea", "Papua New Guinea", False, False),
    ],
)
def test_names(one: str, two: str, person: bool, expected: bool) -> None:
    assert same_name(one, two, person=person) is expected


# Bulletins


def row(actor: str, predicate: str, message: str, **more: bool) -> bulletins.Row:
    return bulletins.Row(actor, predicate, words(message), **more)


def test_three_measures_of_the_same_rows() -> None:
    expected = [
        row("Norland", "proposed", "a fund for all"),
        row("Elbonia", "said", "it will wait in Port Sel"),
    ]
    given = [
        row("Norland", "proposed", "for all a fund"),
        row("Elbonia", "said", "it will wait"),
        row("Elbonia", "noted", "it will wait in Port Sel"),
    ]
    counts, missed, extra = bulletins.compare(expected, given)
    assert counts["exact"] == Counts(1, 2, 1)
    assert counts["overlap"] == Counts(1, 2, 1)  # three of six words
    assert counts["actor_predicate"] == Counts(2, 1, 0)
    assert missed == [expected[1]]
    assert extra == given[1:]
    nearer = [replace(expected[1], bag=words("it will wait in Port"))]
    assert bulletins.compare(expected[1:], nearer)[0]["overlap"] == Counts(1, 0, 0)  # five of six


def test_denied_predicates_are_others() -> None:
    counts, _, _ = bulletins.compare([row("Norland", "not support", "it")], [row("Norland", "support", "it")])
    assert counts["actor_predicate"] == Counts(0, 1, 1)


def test_optional_rows_and_servants_of_the_meeting_count_neither_way() -> None:
    expected = [row("Norland", "objected", "", optional=True), row("Norland", "said", "no")]
    silent, _, _ = bulletins.compare(expected, [row("Norland", "said", "no")])
    given = [
        row("Norland", "objected", "to it"),
        row("Norland", "said", "no"),
        row("Secretariat", "said", "yes"),
    ]
    spoken, _, _ = bulletins.compare(expected, given)
    assert silent["exact"] == spoken["exact"] == Counts(1, 0, 0)


def test_message_joins_spans_and_drops_asides() -> None:
    assert bulletins.message_of(SECOND.props[0], TEXT) == "On fees the fund"
    text = "Norland said, on Monday, yes."
    dropped = gold.Prop("Norland", (0, 7), "said", (8, 12), ((8, 28),), Act.STATE, drop=((12, 24),))
    assert bulletins.message_of(dropped, text).split() == ["said", "yes"]


def test_rows_go_to_the_sentence_of_their_number() -> None:
    rows = [Proposition("r", 1, "Norland", "Proposed", "a fund"), Proposition("r", 2, "EU", "said", "x")]
    odd = [Proposition("r", 0, "EU", "said", "x"), Proposition("r", 9, "EU", "said", "x")]
    assert bulletins.given_rows(FIRST, report(), [*rows, *odd]) == [row("Norland", "proposed", "a fund")]
    assert [one.actor for one in bulletins.given_rows(SECOND, report(), rows)] == ["EU"]


def test_a_sentence_is_scored_by_rows_acts_and_confidence() -> None:
    claims = [
        claim("Norland", Act.PROPOSE, "proposed", "a fund", confidence=0.9),
        claim("Elbonia", Act.OPPOSE, "backed", "a fund", confidence=0.6),
        claim("Elbonia", Act.MEET, "backed", None),
    ]
    rows = [Proposition("r", 1, "Norland", "proposed", "a fund")]
    result = bulletins.score(FIRST, report(), claims, rows)
    assert result.rows["exact"] == Counts(1, 0, 1)
    assert result.acts == {Act.PROPOSE: Counts(1), Act.SUPPORT: Counts(fn=1), Act.OPPOSE: Counts(fp=1)}
    assert result.wrong_sign == 1
    assert [(c.confidence, right) for c, right in result.judged] == [(0.9, True), (0.6, False)]


def test_other_right_acts_count_as_the_first() -> None:
    wanted = replace(FIRST, props=(prop("Norland", "proposed", "a fund", Act.DEMAND, also=(Act.PROPOSE,)),))
    result = bulletins.score(wanted, report(), [claim("Norland", Act.PROPOSE, "proposed", "a fund")], [])
    assert result.acts == {Act.DEMAND: Counts(1)}


# Stances


def test_signs_turn_round_with_denial() -> None:
    assert stances.sign((Act.SUPPORT,), Modality.ASSERTED) == 1
    assert stances.sign((Act.SUPPORT,), Modality.NEGATED) == -1
    assert stances.sign((Act.AGREE, Act.REJECT), Modality.ASSERTED) == -1
    assert stances.sign((Act.STATE,), Modality.ASSERTED) == 0


def test_wrong_sign_is_held_against_the_same_predicate() -> None:
    text = "Norland supported the fund and opposed the levy."
    sided = [
        ("Norland", False, span("supported", text), [span("the fund", text)], 1),
        ("Norland", False, span("opposed", text), [span("the levy", text)], -1),
    ]
    right = claim("Norland", Act.OPPOSE, "opposed", "the levy", text)
    wrong = claim("Norland", Act.OPPOSE, "supported", "the fund", text)
    denied = replace(wrong, act=Act.SUPPORT, modality=Modality.NEGATED)
    assert stances.wrong_signs(sided, [right]) == 0
    assert stances.wrong_signs(sided, [wrong, denied, right]) == 2
    assert stances.wrong_signs(sided, [replace(wrong, actor="Elbonia")]) == 0


# Passages


def gold_claim(
    actor: str | None, words_: str | None, act: Act, predicate: str, text: str, **more
) -> gold.GoldClaim:  # type: ignore[no-untyped-def]
    at = None if words_ is None else span(words_, text)
    return gold.GoldClaim(actor, at, act, Modality.ASSERTED, span(predicate, text), None, **more)


NEWS = "Two envoys said the truce had failed. They shelled Port Sel, Defence Minister Ana Tuvan warned."


def test_right_actor() -> None:
    envoys = gold_claim(None, "Two envoys", Act.STATE, "said", NEWS, unnamed=True)
    nobody = claim(None, Act.STATE, "said", None, NEWS)
    same = claim(None, Act.STATE, "said", None, NEWS, actor_text="Two envoys", unnamed=True)
    named = replace(same, actor="Norland", unnamed=False)
    assert passages.same_actor(envoys, same, NEWS)
    assert not passages.same_actor(envoys, nobody, NEWS)
    assert not passages.same_actor(envoys, named, NEWS)
    assert passages.same_actor(replace(envoys, actor_span=None), nobody, NEWS)
    assert passages.same_actor(envoys, replace(same, actor_text="envoys", actor_start=4), NEWS)
    tuvan = gold_claim("Ana Tuvan", "Ana Tuvan", Act.WARN, "warned", NEWS, person=True)
    assert passages.same_actor(tuvan, claim("Tuvan", Act.WARN, "warned", None, NEWS), NEWS)
    they = gold_claim("Norland Army", "They", Act.USE_FORCE, "shelled", NEWS)
    other = claim("Elbonia Army", Act.USE_FORCE, "shelled", None, NEWS, actor_text="They")
    assert not passages.same_actor(they, other, NEWS)


def test_attributions_need_half_of_source_cue_and_content() -> None:
    wanted = gold.GoldAttribution((0, 10), (11, 15), ((16, 36),))
    assert passages.attribution_weight(wanted, replace(wanted, content=((26, 36),))) > 0
    assert passages.attribution_weight(wanted, replace(wanted, content=((27, 36),))) == 0
    assert passages.attribution_weight(wanted, replace(wanted, source=(0, 4))) == 0
    assert passages.attribution_weight(wanted, replace(wanted, source=None)) == 0


def test_articles_of_sources_do_not_count() -> None:
    one = gold.GoldAttribution((0, 6), (7, 11), ((12, 20),))
    assert passages.bare(one, "The UN said it waits.").source == (4, 6)
    assert passages.bare(replace(one, source=None), "The UN").source is None
    assert passages.bare(replace(one, source=(0, 3)), "The").source == (0, 3)


def test_attributions_are_claims_of_saying_quotes_and_chains() -> None:
    text = "Norland said it waits. Elbonia urged that all go. Ruritania urged peace."
    said = claim("Norland", Act.STATE, "said", "it waits", text)
    urged = claim("Elbonia", Act.URGE, "urged that", "that all go", text, predicate_end=text.index(" that"))
    plain = claim("Ruritania", Act.URGE, "urged peace", "peace", text)
    found = passages.given_attributions([said, urged, plain], text)
    assert [one.source for one in found] == [span("Norland", text), span("Elbonia", text)]
    link = Source("Ruritania", "Ruritania", *span("Ruritania", text), cue="urged")
    chained = replace(said, attribution=(link,))
    assert len(passages.given_attributions([chained, urged, plain], text)) == 3
    whole = replace(link, name="Norland", start=0, end=12, cue="said")
    full = passages.given_attributions([said, replace(plain, attribution=(whole,))], text)
    assert full[0].source == (0, 12)


def test_passages_are_scored_by_sentence() -> None:
    cut = NEWS.index("They")
    source = report(NEWS, cut)
    content = span("the truce had failed", NEWS)
    passage = gold.Passage(
        "r",
        0,
        len(NEWS),
        "a",
        (
            gold_claim(None, "Two envoys", Act.STATE, "said", NEWS, unnamed=True),
            gold_claim("Norland", "They", Act.USE_FORCE, "shelled", NEWS),
        ),
        (gold.GoldAttribution(span("Two envoys", NEWS), span("said", NEWS), (content,)),),
    )
    claims = [
        claim(None, Act.STATE, "said", "the truce had failed", NEWS, actor_text="Two envoys", unnamed=True),
        claim("Ana Tuvan", Act.WARN, "warned", None, NEWS),
    ]
    first, second = passages.score(passage, source, claims)
    assert (first.claims, first.attributions) == (Counts(1), Counts(1))
    assert (second.claims, second.attributions) == (Counts(0, 1, 1), Counts())
    assert second.acts == {Act.USE_FORCE: Counts(fn=1), Act.WARN: Counts(fp=1)}


# Confidence, agreement, quotes


def test_reliability_bins() -> None:
    given = [(0.8, True), (0.85, True), (0.8, False), (0.8, True), (1.0, True), (0.3, False)]
    low, high, top = reliability.table(given)
    assert (low.low, low.count, low.right) == (0.3, 1, 0)
    assert (high.low, high.high, high.count, high.right) == (0.8, 0.9, 4, 0.75)
    assert top.count == 1
    assert reliability.calibration_error([(0.8, True), (0.8, False)]) == pytest.approx(0.3)
    assert math.isnan(reliability.calibration_error([]))


def test_agreement_of_two_annotations() -> None:
    other = replace(FIRST, props=(FIRST.props[0], replace(FIRST.props[1], act=Act.PROPOSE)))
    shorter = replace(SECOND, props=(replace(SECOND.props[0], message=SECOND.props[0].message[1:]),))
    found = agreement.bulletins([(FIRST, other, report()), (SECOND, shorter, report())])
    assert found.f1["exact"] == pytest.approx(2 / 3)  # of three rows each, one differs in its topic
    assert found.f1["actor_predicate"] == 1
    # Acts propose, support, support against propose, propose, support: observed 2/3, chance 4/9.
    assert found.kappa == pytest.approx((2 / 3 - 4 / 9) / (1 - 4 / 9))
    assert found.matched == 3


def test_the_whole_second_annotation_counts_with_its_split_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(collect, "GOLD", tmp_path)
    (tmp_path / "news").mkdir()
    said = {"actor": "Norland", "actor_start": 0, "actor_end": 7, "act": "reject", "modality": "asserted"}
    first = said | {"pred_start": 8, "pred_end": 16, "obj_start": None, "obj_end": None}
    line = {"doc": "own/1", "start": 0, "end": 20, "annotator": "a", "attributions": []}
    for name, act in (("test", "reject"), ("second", "reject"), ("second-test", "accept")):
        row = line | {"claims": [first | {"act": act}]}
        (tmp_path / "news" / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert list(collect.agreements("news", "dev")) == ["news"]
    found = collect.agreements("news", "test")
    assert [(name, one.units, one.f1["actor_act"]) for name, one in found.items()] == [
        ("news", 1, 1.0),
        ("news, whole frozen half, settled", 1, 0.0),
    ]


def test_quotes_that_differ_are_counted() -> None:
    good = claim("Norland", Act.PROPOSE, "proposed", "a fund")
    assert collect.bad_spans([good], TEXT) == 0
    for wrong in ({"quote": "x"}, {"object_end": 5}, {"predicate": "said"}, {"actor_start": None}):
        assert collect.bad_spans([good, replace(good, **wrong)], TEXT) == 1, wrong


# Files


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

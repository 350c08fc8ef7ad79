"""Claims and attributions of passages are scored as one would by hand."""

from __future__ import annotations

from dataclasses import replace

from scored import claim, report, span

import annotations as gold
import passages
from measures import Counts
from tracktwo.vocabulary import Modality, Source
from tracktwo.vocabulary.claims import Act


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

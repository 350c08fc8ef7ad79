"""The page: self-contained, escaped, well-formed, the same every time."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.brief import onda
from tracktwo.brief import Brief, compose, html
from tracktwo.brief.html import assets
from tracktwo.brief.html.page import environment
from tracktwo.brief.naming import Names

LIMIT = 2_500_000
VOID = {"meta", "br", "link", "img", "input", "hr", "col"}


class Page(HTMLParser):
    """Tags with their attributes, and what was left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.scripts: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside == "script":
            self.scripts.append(data)
        elif inside != "style":
            self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.fixture(scope="module")
def text(brief: Brief) -> str:
    return html.render(brief)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def hostile() -> Brief:
    """A brief in which every word a report could choose tries to be markup."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)> \"' &amp;"
    report = onda.report("a-first-round", f"Arvania and Bolesk opened talks {bad} in Corvo.")
    claim = onda.claim(report, "talks", "opened talks", actor="Arvania", object=bad)
    picture = onda.picture()
    first = picture.proposals[0]
    term = dataclasses.replace(first.terms["quota"], option=bad, texts=(bad,))
    picture = dataclasses.replace(
        picture,
        title=f"Onda {bad}",
        proposals=(dataclasses.replace(first, name=bad, terms={"quota": term}), *picture.proposals[1:]),
        issues=tuple(dataclasses.replace(i, name=f"{bad} {i.key}") for i in picture.issues),
        tracks=tuple(dataclasses.replace(t, name=bad, venue=bad) for t in picture.tracks),
        events=tuple(dataclasses.replace(e, text=f"{bad} {e.key}", event_text=bad) for e in picture.events),
        assumptions=(bad,),
    )
    return compose(picture, (report, *onda.reports()[1:]), (claim, *onda.claims()[5:]), onda.coverage())


def test_markup_is_well_formed(page: Page) -> None:
    assert page.wrong == []
    assert page.open == []


def test_nothing_is_loaded_from_anywhere(page: Page, text: str) -> None:
    for name in ("src", "srcset", "action", "data", "poster", "ping", "background"):
        assert page.values(name) == []
    assert all(value.startswith("#") for value in page.values("href"))
    assert not {"link", "iframe", "object", "embed", "base", "img"} & {tag for tag, _ in page.tags}
    style = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in text
    assert not re.search(r"https?://", " ".join(page.words))


def test_the_policy_allows_the_scripts_inside_and_no_others(page: Page) -> None:
    (policy,) = [a["content"] for t, a in page.tags if t == "meta" and "http-equiv" in a]
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy
    assert "script-src 'unsafe-inline'" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [s for s, (_, a) in zip(page.scripts, [t for t in page.tags if t[0] == "script"], strict=True)]
    hashes = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in run}
    assert len(run) == 5
    assert allowed < hashes
    assert len(hashes - allowed) == 1  # the chart's data, which is not run


def test_report_text_never_becomes_markup() -> None:
    text = html.render(hostile())
    made = Page(text)
    assert made.wrong == []
    assert "img" not in {tag for tag, _ in made.tags}
    assert len([tag for tag, _ in made.tags if tag == "script"]) == 5
    assert not [name for _, attributes in made.tags for name in attributes if name.startswith("on")]
    assert "alert(1)" in "".join(made.words)
    data = next(s for s in made.scripts if s.startswith("{"))
    assert "<" not in data


def test_the_same_brief_gives_the_same_bytes(brief: Brief, text: str) -> None:
    assert html.render(brief) == text
    assert html.render(onda.brief()) == text


def test_size(text: str) -> None:
    assert len(text.encode()) < LIMIT


def test_every_link_and_quote_button_has_its_target(page: Page) -> None:
    ids = Counter(page.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    for value in page.values("href"):
        assert value[1:] in ids, value
    assert page.values("popovertarget")
    for value in page.values("popovertarget"):
        assert value in ids, value
    for value in page.values("aria-labelledby"):
        assert value in ids, value


def test_every_claim_is_in_the_annex_and_every_sentence(brief: Brief, page: Page) -> None:
    ids = set(page.values("id"))
    words = " ".join(page.words)
    for number, claim in enumerate(brief.claims, 1):
        assert f"c{number}" in ids
        assert claim.id in words
    for row in brief.coverage:
        assert row.text in words


def test_accessible_structure(page: Page) -> None:
    tags = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en"}) in page.tags
    assert tags.count("h1") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(a.get("scope") in ("col", "row") for t, a in page.tags if t == "th")
    assert tags.count("table") == tags.count("caption")
    assert all(a.get("type") == "button" for t, a in page.tags if t == "button")
    assert {"header", "nav", "main", "footer"} <= set(tags)


def test_differences_and_silences_are_words_not_only_colours(page: Page) -> None:
    words = " ".join(" ".join(page.words).split())
    assert "differs" in words
    assert "no position reported" in words
    assert "not estimable" in words
    assert "0 of 15" in words


def test_without_moments_no_bundle_is_carried() -> None:
    text = html.render(compose((), (), (), ()))
    assert "<script" not in text
    assert "script-src 'none'" in Page(text).values("content")[0]
    assert len(text) < 60_000


def test_many_proposals_are_split_into_tables_that_fit() -> None:
    picture = onda.picture()
    many = tuple(dataclasses.replace(picture.proposals[0], key=f"p{n}", name=f"Plan {n}") for n in range(11))
    made = compose(
        dataclasses.replace(picture, proposals=many), onda.reports(), onda.claims(), onda.coverage()
    )
    text = html.render(made)
    assert "Proposals, part 3 of 3" in text
    assert "Positions, part 3 of 3" in text


def test_write_leaves_one_file(brief: Brief, tmp_path: Path, text: str) -> None:
    html.write(brief, tmp_path / "brief.html")
    assert [p.name for p in tmp_path.iterdir()] == ["brief.html"]
    assert (tmp_path / "brief.html").read_bytes() == text.encode()


def test_a_failed_write_keeps_the_old_page(
    brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.html"
    target.write_text("old")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError):
        html.write(brief, target)
    assert target.read_text() == "old"


def test_chart_data_cannot_leave_its_element() -> None:
    assert "</script>" not in assets.chart_data({"a": "</script><!--"})


def test_a_large_record_gives_a_page_within_the_limit() -> None:
    sentence = "Arvania and Bolesk opened talks in Corvo on sharing the water of the Onda river. "
    report = onda.report("z-long", sentence * 4)
    first = onda.claim(report, "n0", "opened talks", actor="Arvania", party="Arvania")
    many = tuple(dataclasses.replace(first, id=f"n{n}") for n in range(7000))
    made = compose(onda.picture(), (*onda.reports(), report), (*onda.claims(), *many), onda.coverage())
    text = html.render(made)
    assert len(text.encode()) < LIMIT
    page = Page(text)
    assert "only the sentences cited above" in " ".join(page.words)
    ids = set(page.values("id"))
    assert all(value in ids for value in page.values("popovertarget"))
    assert all(value[1:] in ids for value in page.values("href"))


def test_namesakes_are_told_apart() -> None:
    picture = onda.picture()
    twins = tuple(dataclasses.replace(p, name="Joint plan") for p in picture.proposals[:2])
    made = compose(
        dataclasses.replace(picture, proposals=twins), onda.reports(), onda.claims(), onda.coverage()
    )
    text = html.render(made)
    assert "Joint plan (1)" in text
    assert "Joint plan (2)" in text


def test_what_a_number_of_more_stands_for_has_no_note() -> None:
    made = onda.brief()
    names, used = Names.of(made), set[int]()
    ids = [claim.id for claim in made.claims][:9]
    words = '{% from "macros.html.j2" import cite with context %}{{ cite(ids) }}'
    text = environment(names, used).from_string(words).render(ids=ids)
    assert len(ids) == 9
    assert text.count("<button") == len(used) == 6
    assert "+3" in text

"""Domain files as they are found: defects that are read over, and those refused with where and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracktwo import deals
from tracktwo.errors import DomainError
from tracktwo.interop import domains

ISSUES = """<objective index="0" name="camp">
 <issue index="1" name="Tents &amp; huts" type="discrete">
  <item index="1" value="tents"/><item index="2" value="huts"/></issue>
 <issue index="2" name="Days" type="integer" lowerbound="2" upperbound="4"/>
</objective>"""
OPEN, CLOSE = (
    "<negotiation_template><utility_space number_of_issues='0'>",
    "</utility_space></negotiation_template>",
)
DOMAIN = OPEN + ISSUES + CLOSE


def profile(first: str = "4", second: str = "2", tail: str = "", slope: str = "0.5") -> str:
    return f"""<utility_space><objective index="0" name="camp">
 <issue index="1" name="Tents &amp; huts" type="discrete">
  <item index="1" value="tents" evaluation="{first}"/>
  <item index="2" value="huts" evaluation="{second}"/></issue>
 <issue index="2" name="Days" type="integer" lowerbound="2" upperbound="4">
  <evaluator ftype="linear" slope="{slope}" offset="0"/></issue>
 <weight index="1" value="0.6"/><weight index="2" value="0.4"/>
</objective>{tail}</utility_space>"""


def folder(where: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = where / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return where


def worths(where: Path, *profiles: str) -> list[list[float]]:
    return domains.read(where, profiles).utilities.part_worths[0].tolist()


GOOD = [0.6, 0.3, 0.0, 0.2, 0.4]


def test_a_plain_domain_divides_by_the_largest_and_starts_integers_at_their_lower_bound(
    tmp_path: Path,
) -> None:
    domain = domains.read(folder(tmp_path, camp__xml=DOMAIN, a__xml=profile(), b__xml=profile("1", "5")))
    assert domain.format == "GENIUS XML"
    assert domain.utilities.actors == ("a", "b")
    assert [issue.options for issue in domain.utilities.space.issues] == [("tents", "huts"), ("2", "3", "4")]
    assert domain.utilities.space.issues[0].name == "Tents & huts"
    assert domain.utilities.part_worths[0].tolist() == [GOOD, [0.12, 0.6, 0.0, 0.2, 0.4]]
    assert domain.skipped == domain.notes == ()


DEFECTS = {
    "a comment and text before the declaration": lambda p: f"<!-- mine --> hello\n<?xml version='1.0'?>\n{p}",
    "a bare ampersand": lambda p: p.replace("&amp;", "&"),
    "glued attributes": lambda p: p.replace('" value=', '"value=').replace('" evaluation', '"evaluation'),
    "trailing spaces": lambda p: p.replace('"tents"', '"tents  "').replace('"huts"', '" huts "'),
    "duplicate items": lambda p: p.replace(
        '<item index="2"', '<item index="1" value="tents" evaluation="4"/><item index="2"'
    ),
    "a repeated attribute": lambda p: p.replace(
        'index="1" value="tents"', 'index="1" index="9" value="tents"'
    ),
    "single quotes": lambda p: p.replace('"', "'"),
    "a byte-order mark": lambda p: "\ufeff" + p,
    "indices that start elsewhere": lambda p: p.replace('index="2"', 'index="3"').replace(
        'index="1"', 'index="2"'
    ),
    "unclosed levels": lambda p: p.replace("</objective>", ""),
    "a strange discount": lambda p: p.replace(
        "</utility_space>", '<discount_factor value="s"/></utility_space>'
    ),
    "a reservation that is no number": lambda p: p.replace(
        "</utility_space>", '<reservation value="low"/></utility_space>'
    ),
    "a decimal comma": lambda p: p.replace('"0.6"', '"0,6"'),
    "other capitals": lambda p: p.replace('"tents"', '"Tents"'),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_defects_in_the_wild_are_read_over(tmp_path: Path, defect: str) -> None:
    broken = DEFECTS[defect](profile())
    if defect != "indices that start elsewhere":
        assert broken != profile()
    assert worths(folder(tmp_path, camp__xml=DOMAIN, a__xml=broken))[0] == GOOD


def test_cp1252_bytes_are_read_under_a_utf8_declaration(tmp_path: Path) -> None:
    text = "<?xml version='1.0' encoding='utf-8'?>" + DOMAIN.replace(
        "tents", "tentes d\u00e9pli\u00e9es \u20ac"
    )
    owner = profile().replace("tents", "tentes d\u00e9pli\u00e9es \u20ac")
    domain = domains.read(folder(tmp_path, camp__xml=text.encode("cp1252"), a__xml=owner.encode("cp1252")))
    assert domain.utilities.space.issues[0].options[0] == "tentes d\u00e9pli\u00e9es \u20ac"


def test_real_issues_are_looked_at_on_21_values(tmp_path: Path) -> None:
    issue = '<issue index="1" name="price" type="real"><range lowerbound="0" upperbound="10"/>{}</issue>'
    shapes = {
        "a": ('<evaluator ftype="linear" parameter0="0" parameter1="0.1"/>', 0.5, 1.0),
        "b": ('<evaluator ftype="triangular" parameter0="0" parameter1="10" parameter2="5"/>', 1.0, 0.0),
        "c": ('<evaluator ftype="constant" parameter0="0.25"/>', 0.25, 0.25),
    }
    files = {
        f"{name}__xml": "<utility_space><objective>"
        + issue.format(shape)
        + '<weight index="1" value="1"/></objective>'
        "</utility_space>"
        for name, (shape, _, _) in shapes.items()
    }
    domain = domains.read(folder(tmp_path, **files))
    assert domain.utilities.space.sizes == (21,)
    found = domain.utilities.part_worths[0]
    for row, (_, middle, end) in zip(found, shapes.values(), strict=True):
        assert (row[10], row[20]) == (middle, end)


def test_nested_objectives_come_before_the_issues_of_their_level(tmp_path: Path) -> None:
    nested = """<utility_space><objective index="0">
     <issue index="3" name="last"><item index="1" value="x" evaluation="1"/></issue>
     <objective index="1"><issue index="2" name="first"><item index="1" value="y" evaluation="1"/></issue>
      <weight index="2" value="0.3"/></objective>
     <weight index="1" value="0.9"/><weight index="3" value="0.7"/></objective></utility_space>"""
    domain = domains.read(folder(tmp_path, a__xml=nested))
    assert [issue.name for issue in domain.utilities.space.issues] == ["first", "last"]
    assert domain.utilities.part_worths[0, 0].tolist() == [0.3, 0.7]


def test_utilities_above_one_are_capped_after_merging(tmp_path: Path) -> None:
    heavy = profile().replace('value="0.6"', 'value="0.9"')
    domain = domains.read(
        folder(tmp_path, camp__xml=DOMAIN, a__xml=heavy, b__xml=profile("1", "1", slope="-0.5"))
    )
    assert any("weights sum to 1.3" in note for note in domain.notes)
    ours = deals.analyse(domain.utilities)
    assert ours.frontier is not None
    assert max(deal.utilities[0] for deal in ours.frontier) == 1.0


REFUSED = {
    "entities": (
        '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + profile(),
        "a.xml:1: the file declares entities",
    ),
    "a value without an evaluation": (
        profile().replace(' evaluation="2"', ""),
        "a.xml:4: the evaluation of 'huts'",
    ),
    "an evaluation that is no number": (profile("many"), "is not a number"),
    "a value the domain has not heard of": (profile().replace('"huts"', '"caves"'), "no evaluation"),
    "an open quote": (profile().replace('"0.4"/>', '"0.4'), "a tag is not closed"),
    "infinity": (profile("inf"), "is not a number"),
    "an exponent that would fill the memory": (profile("1e999999999"), "is not a number"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_read_is_refused_with_where_and_why(tmp_path: Path, why: str) -> None:
    text, message = REFUSED[why]
    where = folder(tmp_path, camp__xml=DOMAIN, a__xml=text, b__xml=profile())
    with pytest.raises(DomainError) as refused:
        domains.read(where, ["a.xml", "b.xml"])
    assert message in str(refused.value)
    others = domains.read(where)
    assert others.utilities.actors == ("b",)
    assert any(message in line for line in others.skipped)


def test_entities_are_never_expanded_or_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("4", encoding="utf-8")
    bomb = profile("&x;").replace(
        "<utility_space>", f'<!DOCTYPE u [<!ENTITY x SYSTEM "{secret}">]><utility_space>'
    )
    with pytest.raises(DomainError, match="entities"):
        domains.read(folder(tmp_path, camp__xml=DOMAIN, a__xml=bomb), ["a.xml"])
    bare = folder(
        tmp_path, a__xml=profile().replace("tents", "&x;"), camp__xml=DOMAIN.replace("tents", "&x;")
    )
    assert domains.read(bare, ["a.xml"]).utilities.space.issues[0].options[0] == "&x;"


def test_a_folder_of_two_domains_asks_for_profiles(tmp_path: Path) -> None:
    other = "<issue index='7' name='Rent'><item index='1' value='low'{}/></issue>"
    said = other.format(" evaluation='1'")
    folder(
        tmp_path,
        camp__xml=DOMAIN,
        a__xml=profile(),
        rent__xml=f"<negotiation_template><utility_space><objective>{other.format('')}</objective></utility_space>"
        "</negotiation_template>",
        tenant__xml=f"<utility_space><objective>{said}<weight index='7' value='1'/>"
        "</objective></utility_space>",
    )
    with pytest.raises(DomainError, match=r"several domains.*--profile"):
        domains.read(tmp_path)
    assert domains.read(tmp_path, ["tenant.xml"]).utilities.space.size == 1
    assert domains.read(tmp_path, ["a"]).utilities.space.size == 6
    with pytest.raises(DomainError, match="several domains"):
        domains.read(tmp_path, ["a.xml", "tenant.xml"])


def test_owners_answers_beside_the_profiles_are_passed_over(tmp_path: Path) -> None:
    domain = domains.read(
        folder(
            tmp_path,
            camp__xml=DOMAIN,
            a__xml=profile(),
            b__xml=profile(),
            pareto__xml="0.1, 0.9\n0.5, 0.5\n",
            specials__json='{"nash": 1}',
            picture__png=b"\x89PNG",
        )
    )
    assert domain.utilities.actors == ("a", "b")
    assert domain.skipped == ()


def test_profiles_are_parties_in_the_order_named_and_in_natural_order_otherwise(tmp_path: Path) -> None:
    folder(tmp_path, camp__xml=DOMAIN, **{f"u{n}__xml": profile(str(n + 1), "1") for n in (10, 2, 1)})
    assert domains.read(tmp_path).utilities.actors == ("u1", "u2", "u10")
    assert domains.read(tmp_path, ["u10.xml", "u1"]).utilities.actors == ("u10", "u1")
    with pytest.raises(DomainError, match="no such profile"):
        domains.read(tmp_path, ["u3.xml"])


@pytest.mark.parametrize("content", [{}, {"note__txt": "x"}, {"camp__xml": DOMAIN}])
def test_a_folder_without_a_domain_or_a_profile_says_so(tmp_path: Path, content: dict[str, str]) -> None:
    with pytest.raises(DomainError, match="there is"):
        domains.read(folder(tmp_path, **content))
    with pytest.raises(DomainError, match="no folder"):
        domains.read(tmp_path / "nowhere")


def test_profiles_may_lie_one_folder_deeper_or_the_whole_domain_may(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    folder(inner, camp__xml=DOMAIN, north__xml=profile(), south__xml=profile(first="1"))
    assert worths(tmp_path)[0] == GOOD
    assert worths(tmp_path, "north.xml") == [GOOD]
    (inner / "camp.xml").rename(tmp_path / "camp.xml")
    assert len(worths(tmp_path)) == 2
    (tmp_path / "another").mkdir()
    with pytest.raises(DomainError, match="no profile that fits"):
        domains.read(tmp_path)


def test_preferences_written_as_a_domain_are_read_where_they_are_named_or_there_are_no_others(
    tmp_path: Path,
) -> None:
    written = f"<negotiation_template>{profile()}</negotiation_template>"
    folder(tmp_path, camp__xml=DOMAIN, north__xml=written)
    assert worths(tmp_path) == [GOOD]
    folder(tmp_path, south__xml=profile(first="1"))
    assert len(worths(tmp_path)) == 1
    assert worths(tmp_path, "north.xml", "south.xml")[0] == GOOD

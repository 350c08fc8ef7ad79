"""Turn the marked reports into texts and annotations with offsets: python gold/reports/convert.py [--check].

A marked report (``marks/<key>.marks``, second annotations ``marks/<key>.b.marks``) has one ``>`` line a
sentence (``>>`` opens a paragraph), each followed by what is annotated in it, by its words:

    c ACTOR | act/also | modality | predicate | object [| optional]    a claim
    a source | cue | content + content                                  an attribution ("-" for no source)
    m key words ; words                                                 mentions of a proposal
    p key | by ; by | head : theme : extent ; ...                       a proposal (anywhere)
    s ACTOR | act/also | key | modality [| over=key] [| if=words]       a stance at the end

ACTOR is ``Name`` or ``Name = words``; ``@Name`` is a person, ``? words`` unnamed, ``* words`` a proposal or
the talks, ``-`` nobody. ``first .. last`` stands for all words between,
``words#2`` for the second occurrence.
Words that are not found, or found twice without a number, stop the conversion.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
MODALITY = {
    "a": "asserted", "n": "negated", "pl": "planned", "in": "intended", "co": "conditional",
    "po": "possible", "re": "required", "de": "denied",
}  # fmt: skip
Row = dict[str, Any]


class NotFoundError(ValueError):
    """Words of a mark do not stand in their sentence exactly once."""


@dataclass(slots=True)
class Marked:
    """One marked report: its text and its sentences with their marks."""

    key: str
    options: dict[str, str]
    text: str = ""
    sentences: list[tuple[int, int, list[str]]] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)


def parse(key: str, source: str) -> Marked:
    """Read one ``.marks`` file into text, sentences and marks."""
    lines = [line.rstrip() for line in source.splitlines() if line.strip()]
    report = Marked(key, dict(pair.split("=", 1) for pair in lines[0].lstrip("= ").split()))
    if "date" in report.options:
        report.text = f"---\ndate: {report.options['date']}\n---\n"
    fresh = True
    for line in lines[1:]:
        mark, _, rest = line.partition(" ")
        if mark in (">", ">>"):
            report.text += "" if fresh else ("\n\n" if mark == ">>" else " ")
            fresh = False
            start = len(report.text)
            report.text += rest
            report.sentences.append((start, len(report.text), []))
        elif mark in ("p", "s"):
            report.whole.append(line)
        else:
            report.sentences[-1][2].append(line)
    report.text += "\n"
    return report


def find(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the words in ``text[start:end]``; ``a .. b`` runs from the one to the other."""
    if " .. " in words:
        first, last = words.split(" .. ")
        begin = find(first, text, start, end)
        return begin[0], find(last, text, begin[1], end)[1]
    words, _, number = words.partition("#")
    edge = (
        (r"(?<!\w)" if words[0].isalnum() else "")
        + re.escape(words)
        + (r"(?!\w)" if words[-1].isalnum() else "")
    )
    found = [m.span() for m in re.compile(edge).finditer(text, start, end)]
    if not found or (not number and len(found) > 1) or (number and len(found) < int(number)):
        raise NotFoundError(f"{words!r} stands {len(found)} times in {text[start:end]!r}")
    return found[int(number or 1) - 1]


def annotate(report: Marked, annotator: str) -> Row:
    """The annotation of one report as a line of ``annotations.jsonl``."""
    row: Row = {"doc": report.key, "kind": report.key.split("-")[0], "annotator": annotator, "claims": []}
    row["attributions"] = []
    mentions: dict[str, list[list[int]]] = {}
    for start, end, marks in report.sentences:
        for line in marks:
            mark, _, rest = line.partition(" ")
            cells = [cell.strip() for cell in rest.split("|")]

            def at(words: str, a: int = start, b: int = end) -> tuple[int, int]:
                return find(words, report.text, a, b)

            if mark == "c":
                row["claims"].append(_claim(cells, at))
            elif mark == "a":
                row["attributions"].append(_attribution(cells, at))
            elif mark == "m":
                key, _, words = rest.partition(" ")
                mentions.setdefault(key, []).extend(list(at(w.strip())) for w in words.split(" ; "))
            else:
                raise ValueError(f"unknown mark: {line}")
    row["proposals"] = [_proposal(line[2:], mentions) for line in report.whole if line[0] == "p"]
    row["stances"] = [_stance(line[2:]) for line in report.whole if line[0] == "s"]
    known = {p["key"] for p in row["proposals"]}
    if set(mentions) - known or {s["proposal"] for s in row["stances"]} - known:
        raise ValueError(f"{report.key}: a mention or stance of no proposal")
    return row


def _actor(cell: str) -> tuple[Row, str | None]:
    if cell == "-":
        return {"actor": None}, None
    if cell[0] in "?*":
        return {"actor": None, {"?": "unnamed", "*": "about"}[cell[0]]: True}, cell[1:].strip()
    name, _, words = (part.strip() for part in cell.partition(" = "))
    plain = name.lstrip("@")
    return {"actor": plain, **({"person": True} if name != plain else {})}, words or plain


def _acts(cell: str) -> Row:
    act, *also = cell.split("/")
    return {"act": act, **({"also": also} if also else {})}


def _claim(cells: list[str], at: Any) -> Row:
    actor, act, modality, predicate, about, *more = cells
    row, words = _actor(actor)
    row["actor_start"], row["actor_end"] = at(words) if words else (None, None)
    row |= _acts(act) | {"modality": MODALITY[modality]}
    row["pred_start"], row["pred_end"] = at(predicate)
    row["obj_start"], row["obj_end"] = (None, None) if about == "-" else at(about)
    return row | ({"optional": True} if more else {})


def _attribution(cells: list[str], at: Any) -> Row:
    source, cue, content = cells
    row: Row = {}
    row["source_start"], row["source_end"] = (None, None) if source == "-" else at(source)
    row["cue_start"], row["cue_end"] = at(cue)
    row["content"] = [list(at(piece.strip())) for piece in content.split(" + ")]
    return row


def _proposal(line: str, mentions: dict[str, list[list[int]]]) -> Row:
    key, by, terms = (cell.strip() for cell in line.split("|"))
    read = [[part.strip() for part in term.split(":")] for term in terms.split(";") if term.strip()]
    return {
        "key": key,
        "mentions": sorted(mentions[key]),
        "by": [name.strip() for name in by.split(";") if name.strip() not in ("", "-")],
        "terms": [{"head": h, "theme": t or None, "extent": e or None} for h, t, e in read],
    }


def _stance(line: str) -> Row:
    actor, act, key, modality, *more = (cell.strip() for cell in line.split("|"))
    row, _ = _actor(actor)
    row |= {"proposal": key} | _acts(act) | {"modality": MODALITY[modality]}
    names = {"over": "over", "if": "condition"}
    return row | {names[name]: value for name, _, value in (cell.partition("=") for cell in more)}


def main(check: bool) -> int:
    """Write (or compare) texts and annotations; the number of complaints."""
    splits = json.loads((HERE / "split.json").read_text()) if (HERE / "split.json").is_file() else {}
    out: dict[str, str] = {}
    rows: dict[str, list[Row]] = {file: [] for file in ("annotations", "annotations-2", "second")}
    bad = 0
    for path in sorted((HERE / "marks").glob("*.marks")):
        key, annotator = path.name.split(".")[0], "b" if path.name.endswith(".b.marks") else "a"
        try:
            report = parse(key, path.read_text(encoding="utf-8"))
            row = annotate(report, annotator)
        except (ValueError, KeyError) as error:
            print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
            bad += 1
            continue
        name = f"{key}.{'md' if 'date' in report.options else 'txt'}"
        if out.setdefault(name, report.text) != report.text:
            print(f"{path.name}: the two annotations differ in their text", file=sys.stderr)
            bad += 1
        # Reports written after the split was drawn are for development.
        first = "annotations" if key in splits else "annotations-2"
        rows["second" if annotator == "b" else first].append(row | {"split": splits.get(key, "dev")})
    for file, several in rows.items():
        out[f"{file}.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in several)
    for name, text in out.items():
        path = HERE / name
        if check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            print(f"{name} is not what its marks say", file=sys.stderr)
            bad += 1
        elif not check and not bad:
            path.write_text(text, encoding="utf-8")
    return bad


if __name__ == "__main__":
    sys.exit(1 if main("--check" in sys.argv[1:]) else 0)

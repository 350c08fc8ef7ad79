"""The codebook page: every field, act, value and flag of a claim, from the code and schemas/codebook.toml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tracktwo.brief.model import CitedClaim
from tracktwo.vocabulary import Act, Basis, CoverageKind, Modality, Source, Status, Term, Voice

INTRODUCTION = """\
# Codebook

What every field, act, value and flag of a claim means. `tracktwo read FILE --format jsonl` prints one claim a
line; the record, the Python API and the CSV use the same names. The schema is
`tracktwo/schemas/claim.schema.json`.

Written by `make schemas` from the code and `src/tracktwo/schemas/codebook.toml`; every example sentence is
invented, and a test reads each of them.

## Rules of coding

1. One claim is one report saying that one actor did one act. Coordinated actors give one claim each; every
   attribution is also a claim of its own.
2. No quote, no claim: quote, predicate, object and actor are found again in the stored text at their offsets.
3. Silence beats a wrong stance: an actor that cannot be told is null.
4. What one side says of another is never that other side's position (`voice`).
5. Our words stay neutral; loaded words of a report stay inside quotes.
"""

STRENGTH = """\
`strength` says how firmly the act commits or opposes in plain words: 1 weak, 2 plain, 3 strong. The
reporting word can move it ("welcomed" is weaker than "endorsed"), and the positions matrix shows the
words themselves. How the acts are meant, and what the PLOVER column says, is told in [the
theory](../theory/acts.md).
"""

ENUMS: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("Voice: whose word it is", "voice", Voice),
    ("Modality: how the act is presented", "modality", Modality),
    ("Basis of a date", "basis", Basis),
    ("Status: what reviewers made of it", "status", Status),
    ("Coverage: what became of a sentence", "coverage", CoverageKind),
)


def page(codebook: dict[str, Any]) -> str:
    """Return the page as Markdown."""
    parts = [
        INTRODUCTION,
        "## Fields\n\n" + fields_table(CitedClaim, codebook["field"]),
        "## Terms\n\n" + fields_table(Term, codebook["term"]),
        "## Sources\n\nOne link of `attribution`, nearest first.\n\n"
        + fields_table(Source, codebook["source"]),
        "## Acts\n\n" + STRENGTH + "\n" + acts_table(codebook["act"]),
    ]
    for title, section, enum in ENUMS:
        rows = ((f"`{member.value}`", codebook[section][member.value]) for member in enum)
        parts.append(f"## {title}\n\n" + table(("value", "means"), rows))
    flags = ((f"`{code}`", meaning) for code, meaning in sorted(codebook["flag"].items()))
    parts.append("## Flags\n\nA flag asks a reviewer to look.\n\n" + table(("code", "means"), flags))
    return "\n".join(parts)


def fields_table(cls: Any, meanings: dict[str, str]) -> str:
    """Return the fields of a class with their types."""
    hints = get_type_hints(cls)
    rows = ((f"`{field.name}`", kind(hints[field.name]), meanings[field.name]) for field in fields(cls))
    return table(("field", "type", "means"), rows)


def kind(hint: Any) -> str:
    """Return a type hint in words."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join("null" if arg is NoneType else kind(arg) for arg in args)
    if origin is tuple:
        return f"list of {kind(args[0])}"
    plain = {str: "text", int: "integer", float: "number", bool: "true or false"}
    return plain.get(hint, hint.__name__.lower())


def acts_table(acts: dict[str, dict[str, Any]]) -> str:
    """Return the acts in the order of the code."""
    rows = []
    for act in Act:
        entry = acts[act.value]
        note = f" ({entry['note']})" if "note" in entry else ""
        meaning = f"{entry['definition']} *{entry['example']}*"
        rows.append((f"`{act.value}`", meaning, str(entry["strength"]), entry["plover"] + note))
    return table(("act", "means, and an example", "strength", "PLOVER"), rows)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)

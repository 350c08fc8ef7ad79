"""Write the JSON Schemas (Draft 2020-12) and the codebook page from the code and schemas/codebook.toml.

python tools/schemas.py            write them
python tools/schemas.py --check    exit code 1 if what is written is not what the code says
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from codebook import page

from tracktwo.brief.model import Brief, CitedClaim
from tracktwo.case.model import Case
from tracktwo.case.rules import SIMPLE
from tracktwo.case.shape import WORDS, Field, Kind, Type, fields_of, has_key
from tracktwo.vocabulary import Claim

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "src" / "tracktwo" / "schemas"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
DERIVED = ("issue", "option", "proposal", "event")
CODEBOOK: dict[str, Any] = tomllib.loads((SCHEMAS / "codebook.toml").read_text(encoding="utf-8"))
# Codebook sections that describe the fields of a class.
DESCRIBED = {"Claim": "field", "CitedClaim": "field", "Term": "term", "Source": "source"}
TITLES = {"claim": "tracktwo claim", "case": "tracktwo case file", "brief": "tracktwo brief"}


class Printed:
    """Schemas of dataclasses as ``vocabulary.plain`` prints them; classes become ``$defs``."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}

    def reference(self, cls: Any) -> dict[str, Any]:
        """Return a reference to a class, defining it once."""
        if cls.__name__ not in self.defs:
            self.defs[cls.__name__] = {}
            self.defs[cls.__name__] = self.described(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def described(self, cls: Any) -> dict[str, Any]:
        """Return the schema of a dataclass: every key is always printed."""
        hints = get_type_hints(cls)
        told = CODEBOOK.get(DESCRIBED.get(cls.__name__, ""), {})
        properties = {}
        for field in fields(cls):
            name = field.name.rstrip("_")
            schema = self.value(hints[field.name], name)
            if name in told and "$ref" not in schema:
                schema = {**schema, "description": told[name]}
            properties[name] = schema
        return closed(properties, list(properties), first_paragraph(cls))

    def value(self, hint: Any, name: str) -> dict[str, Any]:
        """Return the schema of a type hint's printed values."""
        origin, args = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            schemas = [self.value(arg, name) for arg in args if arg is not NoneType]
            schemas += [{"type": "null"}] if NoneType in args else []
            return {"anyOf": schemas} if len(schemas) > 1 else schemas[0]
        if hint is NoneType:
            return {"type": "null"}
        if origin is tuple:
            pair = len(args) == 2 and args[1] is not Ellipsis
            return {"type": "array", "items": self.value(args[0], "") if not pair else {"type": "string"}}
        if origin is not None and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.value(args[1], "")}
        if is_dataclass(hint):
            return self.reference(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"enum": [member.value for member in hint]}
        return simple(hint, name)


def simple(hint: Any, name: str) -> dict[str, Any]:
    """Return the schema of text, numbers and truth values, with what their names say about them."""
    if hint is bool:
        return {"type": "boolean"}
    if hint is int:
        return {"type": "integer", "minimum": 0} if name != "age_days" else {"type": "integer"}
    if hint is float:
        bounded = name in (
            "confidence",
            "p",
            "low",
            "high",
            "prior",
            "weight",
            "p_zopa",
            "p_zopa_no_evidence",
        )
        return {"type": "number", "minimum": 0, "maximum": 1} if bounded else {"type": "number"}
    dated = name in ("date", "as_of", "report_date", "event_from", "event_to")
    return {"type": "string", "pattern": DATE} if dated else {"type": "string"}


def closed(properties: dict[str, Any], required: list[str], description: str | None) -> dict[str, Any]:
    """Return an object with these keys and no others."""
    about = {"description": description} if description else {}
    return {
        **about,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def first_paragraph(cls: Any) -> str | None:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join(cls.__doc__.split("\n\n")[0].split()).replace("``", "") if cls.__doc__ else None


class Written:
    """Schemas of the case file: what ``case.decode`` accepts."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {"Rule": RULE}

    def entry(self, cls: Any) -> dict[str, Any]:
        """Return a reference to an entry of a class, with its one-word form where it has one."""
        name = cls.__name__
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = self.described(cls)
        reference = {"$ref": f"#/$defs/{name}"}
        if name in ("Role", "PackageTerm"):
            return {"anyOf": [{"type": ["string", "number"]}, reference]}
        return {"anyOf": [reference, {"type": "null"}]} if has_key(cls) else reference

    def described(self, cls: Any) -> dict[str, Any]:
        """Return the schema of an entry."""
        specs = fields_of(cls).values()
        properties = {spec.key: self.field(cls, spec) for spec in specs}
        return closed(properties, [spec.key for spec in specs if spec.required], first_paragraph(cls))

    def field(self, cls: Any, spec: Field) -> dict[str, Any]:
        """Return the schema of one key."""
        words = WORDS.get((cls.__name__, spec.key))
        schema = self.value(spec.type)
        if words and spec.type.inner is not None and spec.type.inner.kind is Kind.TEXT:
            return {"type": "object", "additionalProperties": {"enum": list(words)}}
        if spec.type.kind is Kind.DATE and "event_text" in fields_of(cls):
            schema = {"anyOf": [{"type": "string", "pattern": r'^unresolved "[\s\S]*"$'}, schema]}
        return {"anyOf": [schema, {"const": "unknown"}, {"type": "null"}]} if spec.type.optional else schema

    def value(self, kind: Type) -> dict[str, Any]:
        """Return the schema of a type, apart from what may stand for nothing known."""
        if kind.kind is Kind.RECORD:
            return self.entry(kind.of)
        if kind.kind is Kind.LIST and kind.inner is not None:
            return {"type": ["array", "null"], "items": self.value(kind.inner)}
        if kind.kind is Kind.MAP and kind.inner is not None:
            inner = {"type": ["object", "null"], "additionalProperties": self.value(kind.inner)}
            keyed = kind.inner.kind is Kind.RECORD and has_key(kind.inner.of)
            return (
                {"anyOf": [inner, {"type": "array", "items": {"type": ["string", "number"]}}]}
                if keyed
                else inner
            )
        return {
            Kind.RULE: {"$ref": "#/$defs/Rule"},
            Kind.SPAN: SPAN,
            Kind.TEXT: {"type": ["string", "number"]},
            Kind.DATE: {"type": ["string", "number"], "pattern": DATE},
            Kind.INT: {"type": "integer", "minimum": 0},
            Kind.FLOAT: {"type": "number"},
            Kind.BOOL: {"type": "boolean"},
            Kind.ENUM: {"enum": [member.value for member in kind.of] if kind.of else []},
        }[kind.kind]


SPAN = {
    "description": "A number, or a range [low, high].",
    "anyOf": [
        {"type": "number"},
        {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 2},
    ],
}
_RULE = {"$ref": "#/$defs/Rule"}
_RULES = {"type": "array", "items": _RULE, "minItems": 1}
RULE = {
    "description": "Who must say yes, in what number; nested as deep as needed.",
    "anyOf": [
        {"enum": [kind.value for kind in SIMPLE]},
        closed({"quota": {"type": ["string", "number"]}}, ["quota"], "A share: 2/3, 60%, 61 of 120, 0.6."),
        closed({"all": _RULES}, ["all"], "Every one of these."),
        closed({"any": _RULES}, ["any"], "At least one of these."),
        closed(
            {"body": {"type": ["string", "number"]}, "rule": _RULE}, ["body"], "The rule of another body."
        ),
    ],
}


def claim_schema() -> dict[str, Any]:
    """Return the schema of a claim, with or without its derived links."""
    printed = Printed()
    schema = printed.described(CitedClaim)
    schema["description"] = first_paragraph(Claim)
    schema["required"] = [name for name in schema["required"] if name not in DERIVED]
    return headed("claim", schema, printed.defs)


def case_schema() -> dict[str, Any]:
    """Return the schema of ``case.yaml``."""
    written = Written()
    schema = written.described(Case)
    return headed("case", schema, written.defs)


def brief_schema() -> dict[str, Any]:
    """Return the schema of ``brief --format json``."""
    printed = Printed()
    schema = printed.described(Brief)
    return headed("brief", schema, printed.defs)


def headed(name: str, schema: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with its head and definitions."""
    return {"$schema": DRAFT, "$id": f"{name}.schema.json", "title": TITLES[name], **schema, "$defs": defs}


def outputs() -> dict[Path, str]:
    """Return every file this writes, with its text."""
    made = {"claim": claim_schema(), "case": case_schema(), "brief": brief_schema()}
    texts = {
        SCHEMAS / f"{name}.schema.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in made.items()
    }
    texts[ROOT / "docs" / "reference" / "codebook.md"] = page(CODEBOOK)
    return texts


def main(arguments: list[str]) -> int:
    """Write the files, or say which are out of date."""
    stale = [
        path for path, text in outputs().items() if not path.is_file() or path.read_text("utf-8") != text
    ]
    for path in stale:
        print(path.relative_to(ROOT), "is out of date" if "--check" in arguments else "written")
        if "--check" not in arguments:
            path.write_text(outputs()[path], encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

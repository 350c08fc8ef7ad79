"""The example case with every name, option, reason and rule turned hostile, and every way to ask about it."""

from __future__ import annotations

import json
from typing import Any

from ruamel.yaml import YAML

from tests.outputs.hostile import EVIL, Way
from tracktwo.examples import case_folder

BLOCKS = "{% set x = 6 * 7 %}{% for x in range(3) %}loop{% endfor %}{# gone #}</textarea></style></script>"
LONG = "long name " * 1000
# What a case says of a thing in words of its own.
_TOLD = frozenset({"name", "title", "text", "note", "reason", "rests_on", "texts", "role", "roles"})


def hostile_case(*, keys: bool = False, more: str = "", plain: bool = False) -> str:
    """Return the example as a case file; with ``keys`` also the keys of its parts are hostile.

    ``more`` is added to what is told of things in words; ``plain`` leaves out what no domain format knows.
    """
    told = YAML(typ="safe").load((case_folder() / "case.yaml").read_text(encoding="utf-8"))
    for part in ("combinations", "phases", "red_lines", "money") if plain else ():
        told.pop(part, None)
    for values in told["values"].values() if plain else ():
        for worths in values["options"].values():
            worths.update((option, place / 1000) for place, option in enumerate(worths, 1))
        values |= {"reservation": 0, "conditions": []}
    words = {option for issue in told["issues"].values() for option in issue["options"]} - {"no change"}
    if keys:
        words |= {key for part in told.values() if isinstance(part, dict) for key in part}
        words |= {key for party in told["parties"].values() for key in party.get("members", {})}
        words -= {"no change"}
    # JSON is YAML, with every character that steers written as an escape; a quoted "unknown" is a name.
    return json.dumps(_turned(told, words, more)).replace('"unknown"', "unknown")


def _turned(value: Any, words: set[str], more: str, told: bool = False) -> Any:
    if isinstance(value, dict):
        return {
            _turned(key, words, more): _turned(one, words, more, key in _TOLD) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_turned(one, words, more, told) for one in value]
    if not isinstance(value, str) or not (told or value in words):
        return value
    return f"{EVIL} {BLOCKS} {more if told else ''}{value}"


def ways_of_a_case() -> list[Way]:
    """Every command that looks at a case, in every format it has."""
    asked = (("deals",), ("offers",), ("offers", "--from", "new-offer"), ("blockers", "amsel-package"))
    found = [Way((*words, "--format", style)) for words in asked for style in ("table", "json", "csv")]
    found += [Way(("check", "--format", style)) for style in ("table", "json", "csv")]
    also = ("--also", "docx", "--also", "xlsx")
    found += [Way(("brief", "CASE", "--explore", "--names", *also), out="brief")]
    found += [Way(("brief", "CASE", "--explore", "--redact"), out="brief")]
    found += [Way(("brief", "CASE", "--explore", "--format", "json")), Way(("draft",))]
    return found

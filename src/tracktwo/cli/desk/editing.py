"""Correcting the fields of a claim, on the command line and at the desk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracktwo.cli.desk.keys import END
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.cli.desk.keys import Keyboard
    from tracktwo.cli.desk.screen import Screen
    from tracktwo.record import Record
    from tracktwo.vocabulary import Claim

# In the order of the keys 1, 2, ... of the editor.
FIELDS = ("actor", "act", "modality", "object", "party", "role", "voice", "toward", "condition")
_YES, _NO, _NULL = ("yes", "true"), ("no", "false"), ("", "-", "null")
_FLAGS = ("unnamed", "others_unnamed")


def changes_of(pairs: Sequence[str]) -> dict[str, Any]:
    """Return what ``field=value`` pairs say; an empty value, ``-`` or ``null`` is null, terms are JSON.

    Raises
    ------
    UsageError
        When a pair has no ``=``, or a value is not of its field's kind.
    """
    changes: dict[str, Any] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"--set {pair!r} names no field", fix="Write it as --set actor=NAME")
        changes[name.strip()] = value_of(name.strip(), text)
    if not changes:
        raise UsageError(
            "there is nothing to change", fix="Say what with --set field=value, e.g. --set act=reject"
        )
    return changes


def value_of(field: str, text: str) -> Any:
    """Return the value that typed text is for a field.

    Raises
    ------
    UsageError
        When it is none.
    """
    text = text.strip()
    if field == "terms":
        try:
            terms = json.loads(text or "[]")
        except ValueError as error:
            raise UsageError("terms are a JSON list", why=str(error)) from error
        if not isinstance(terms, list) or not all(isinstance(term, dict) for term in terms):
            raise UsageError("terms are a JSON list of objects")
        return terms
    if field in _FLAGS:
        if text.lower() not in _YES + _NO:
            raise UsageError(f"{field} is yes or no, not {text!r}")
        return text.lower() in _YES
    if text.lower() in _NULL:
        return None
    choices = choices_of(field)
    if choices:
        # "cond" will do for "conditional", as long as it can be nothing else.
        begins = [choice for choice in choices if choice.startswith(text.lower().replace(" ", "_"))]
        return text.lower() if text.lower() in choices else begins[0] if len(begins) == 1 else text
    return text


def choices_of(field: str) -> tuple[str, ...]:
    """Return the words a field can hold; none where any will do."""
    from tracktwo.vocabulary import Act, Modality, Voice

    kinds = {"act": Act, "modality": Modality, "voice": Voice}
    return tuple(item.value for item in kinds[field]) if field in kinds else ()


def edit(record: Record, claim: Claim, by: str, keyboard: Keyboard, screen: Screen) -> int:
    """Let the user correct one field after the other, each saved at once; return how many were."""
    done = 0
    while True:
        screen.say("")
        screen.fields((f"{n}  {name}", _shown(claim, name)) for n, name in enumerate(FIELDS, 1))
        screen.say("A number edits that field; Enter goes back.")
        key = keyboard.key()
        if key in (END, "\r", "\n", "q", "\x1b"):
            return done
        if not key.isdigit() or not 1 <= int(key) <= len(FIELDS):
            continue
        name = FIELDS[int(key) - 1]
        corrected = _field(record, claim, name, (by, keyboard, screen))
        if corrected is not None:
            claim, done = corrected, done + 1


def _field(record: Record, claim: Claim, name: str, at: tuple[str, Keyboard, Screen]) -> Claim | None:
    by, keyboard, screen = at
    choices = choices_of(name)
    if choices:
        screen.say(f"One of: {', '.join(choices)}")
    elif name == "object":
        screen.say("Words of the quote, exactly as they stand there; empty for none.")
    before = _shown(claim, name)
    text = keyboard.line(f"{name}: ", before, choices)
    if text is None or text.strip() == before:
        screen.say("Left as it was.")
        return None
    try:
        return record.decide(claim.id, "edit", by=by, changes={name: value_of(name, text)})
    except UsageError as error:
        screen.say(f"Not saved: {error}")
        return None


def _shown(claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    return "" if value is None else str(value)

"""A team's own coding: claims from CSV or JSONL, each quote found in a stored report."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from tracktwo.errors import InputError, Where
from tracktwo.interop.cells import visible
from tracktwo.reports.locating import places
from tracktwo.vocabulary import Act, Basis, Claim, Flag, Modality, Report, Source, Status, Term, Voice

E = TypeVar("E", bound=StrEnum)
Span = tuple[int, int]

NEEDED = ("report", "quote", "act")
# Columns of our own exports that say nothing a coder decides.
IGNORED = frozenset(
    {"id", "method", "status", "report_date", "recorded_at", "event_basis", "label"}
) | frozenset(
    {"issue", "option", "proposal", "event", "actor_start", "actor_end", "predicate_start", "predicate_end"}
    | {"object_start", "object_end"}
)
KNOWN = frozenset(field.name for field in fields(Claim)) | IGNORED
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0", ""})
_TERM = ("head", "theme", "extent", "giver", "getter", "place")


class Coder:
    """Turns one row of a coding into a claim.

    Parameters
    ----------
    report : Report
        The stored report the row names.
    row : mapping
        Field name to value; null or empty where there is none.
    where : Where
        The row's place in its file.
    """

    def __init__(self, report: Report, row: Mapping[str, Any], where: Where) -> None:
        self.report = report
        self.row = {name: None if value in ("", None) else value for name, value in row.items()}
        self.where = where

    def claim(self) -> Claim:
        """Return the claim.

        Raises
        ------
        InputError
            With the file and line, when a value is none of its kind or words do not stand in the text.
        """
        start, end = self._quote()
        actor, predicate = self._text("actor"), self._predicate(start, end)
        object_ = self._inside("object", start, end)
        actor_span = self._actor(actor, start, end)
        act = self._one_of("act", Act, None)
        text = self.report.text
        return Claim(
            id=self._id((start, end), predicate, object_, (actor or "", act.value)),
            report=self.report.key,
            start=start,
            end=end,
            quote=text[start:end],
            actor=actor,
            role=self._text("role"),
            party=self._text("party"),
            actor_text=_words(text, actor_span),
            actor_start=actor_span[0] if actor_span else None,
            actor_end=actor_span[1] if actor_span else None,
            others_unnamed=self._yes("others_unnamed"),
            voice=self._one_of("voice", Voice, Voice.OWN if actor else Voice.REPORTER),
            unnamed=self._yes("unnamed"),
            act=act,
            predicate=text[predicate[0] : predicate[1]],
            predicate_start=predicate[0],
            predicate_end=predicate[1],
            object=_words(text, object_),
            object_start=object_[0] if object_ else None,
            object_end=object_[1] if object_ else None,
            terms=tuple(self._term(item, start, end) for item in self._list("terms")),
            toward=self._text("toward"),
            attribution=tuple(self._source(item) for item in self._list("attribution")),
            modality=self._one_of("modality", Modality, Modality.ASSERTED),
            condition=self._text("condition"),
            event_text=self._text("event_text"),
            event_from=self._day("event_from"),
            event_to=self._day("event_to"),
            event_basis=Basis.EXPLICIT if self.row.get("event_from") else Basis.UNKNOWN,
            report_date=None,
            recorded_at=None,
            flags=tuple(self._flag(item) for item in self._list("flags")),
            confidence=self._confidence(),
            method=f"import:{self.where.file.replace(chr(92), '/').rpartition('/')[2]}",
            status=Status.PROPOSED,
        )

    def _wrong(self, what: str, why: str | None = None, fix: str | None = None) -> InputError:
        return InputError(what, where=self.where, why=why, fix=fix)

    def _quote(self) -> Span:
        text, quote = self.report.text, self._text("quote")
        start, end = self._number("start"), self._number("end")
        if quote is None:
            raise self._wrong("a claim needs its quote")
        if start is not None and end is not None:
            if (start, end) in places(quote, text, start, end):
                return start, end
            raise self._wrong(
                f"the quote does not stand at {start}-{end} of {self.report.key}", why=_short(quote)
            )
        found = places(quote, text)
        if not found:
            raise self._wrong(f"the quote does not stand in {self.report.key}", why=_short(quote))
        if len(found) > 1:
            raise self._wrong(
                f"the quote stands {len(found)} times in {self.report.key}",
                why=_short(quote),
                fix="Give start and end",
            )
        return found[0]

    def _inside(self, name: str, start: int, end: int) -> Span | None:
        words = self._text(name)
        if words is None:
            return None
        found = places(words, self.report.text, start, end)
        if not found:
            raise self._wrong(f"the {name} does not stand in the quote", why=_short(words))
        return found[0]

    def _predicate(self, start: int, end: int) -> Span:
        given = self._inside("predicate", start, end)
        if given is not None:
            return given
        # The act's own word where the quote has it ("rejected"); else the quote itself carries the act.
        word = str(self.row.get("act") or "").partition("_")[0].casefold()
        stem = word[: max(4, len(word) - 1)]
        match = re.compile(rf"\b{re.escape(stem)}\w*", re.IGNORECASE).search(self.report.text, start, end)
        return match.span() if match and stem else (start, end)

    def _actor(self, actor: str | None, start: int, end: int) -> Span | None:
        given = self._inside("actor_text", start, end)
        if given is not None or actor is None:
            return given
        found = places(actor, self.report.text, start, end)
        return found[0] if found else None

    def _text(self, name: str) -> str | None:
        value = self.row.get(name)
        if value is not None and not isinstance(value, str):
            raise self._wrong(f"{name} is text, not {value!r}")
        return value.strip() or None if value else None

    def _number(self, name: str) -> int | None:
        value = self.row.get(name)
        try:
            return None if value is None else int(value)
        except (TypeError, ValueError, OverflowError):
            raise self._wrong(f"{name} is a whole number, not {value!r}") from None

    def _confidence(self) -> float | None:
        value = self.row.get("confidence")
        if value is None and any(flag.get("code") == "unmeasured" for flag in self._list("flags")):
            return None  # a model's claim that was exported and comes back: nobody coded it
        try:
            number = 1.0 if value is None else float(value)
        except (TypeError, ValueError):
            number = -1.0
        if not 0 <= number <= 1:
            raise self._wrong(f"confidence lies between 0 and 1, {value!r} does not")
        return number

    def _yes(self, name: str) -> bool:
        word = str(self.row.get(name) or "").casefold()
        if word not in _YES | _NO:
            raise self._wrong(f"{name} is yes or no, not {word!r}")
        return word in _YES

    def _one_of(self, name: str, kind: type[E], default: E | None) -> E:
        value = self.row.get(name)
        if value is None and default is not None:
            return default
        try:
            return kind(str(value or "").strip().casefold().replace(" ", "_"))
        except ValueError:
            known = ", ".join(item.value for item in kind)
            raise self._wrong(f"{value!r} is no {name}", fix=f"Known: {known}") from None

    def _day(self, name: str) -> str | None:
        value = self._text(name)
        try:
            return dt.date.fromisoformat(value).isoformat() if value else None
        except ValueError:
            raise self._wrong(f"{name} {value!r} is no date", fix="Write it as YYYY-MM-DD") from None

    def _list(self, name: str) -> list[Mapping[str, Any]]:
        value = self.row.get(name) or []
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self._wrong(f"{name} is a list of objects")
        return value

    def _term(self, item: Mapping[str, Any], start: int, end: int) -> Term:
        found = places(str(item.get("text") or ""), self.report.text, start, end)
        values = {name: item.get(name) for name in _TERM}
        if (
            not found
            or not values["head"]
            or not all(v is None or isinstance(v, str) for v in values.values())
        ):
            raise self._wrong(
                "a term needs head and text, and its text must stand in the quote", why=str(dict(item))
            )
        return Term(**values, text=self.report.text[slice(*found[0])], start=found[0][0], end=found[0][1])  # type: ignore[arg-type]

    def _source(self, item: Mapping[str, Any]) -> Source:
        found = places(str(item.get("text") or item.get("name") or ""), self.report.text)
        name, party = item.get("name"), item.get("party")
        if not found or not all(v is None or isinstance(v, str) for v in (name, party)):
            raise self._wrong("a source's text must stand in the report", why=str(dict(item)))
        at = found[0]
        words = self.report.text[slice(*at)]
        return Source(name, words, *at, str(item.get("cue") or ""), party, bool(item.get("unnamed")))

    def _flag(self, item: Mapping[str, Any]) -> Flag:
        readings = item.get("readings") or []
        if not isinstance(item.get("code"), str) or not isinstance(readings, list):
            raise self._wrong("a flag needs a code", why=str(dict(item)))
        return Flag(item["code"], str(item.get("note") or ""), tuple(map(str, readings)))

    def _id(self, quote: Span, predicate: Span, object_: Span | None, what: tuple[str, str]) -> str:
        words = repr((self.report.hash, quote, predicate, object_, what, "import"))
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()[:16]


def _words(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _short(words: str) -> str:
    # The file came from elsewhere, and this is shown on a terminal.
    shown = visible(words)
    return shown if len(shown) <= 80 else f"{shown[:77]}..."

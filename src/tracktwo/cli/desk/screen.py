"""What the reviewer sees: the quote lit up in its paragraph, what was read from it, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracktwo.cli.output import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from tracktwo.record.review import Shown
    from tracktwo.vocabulary import Claim

KEYS = (
    ("a", "accept", "the claim is read right"),
    ("e", "edit", "correct a field; the words of the report stay as they are"),
    ("r", "reject", "the claim is read wrong, or is none"),
    ("d", "dispute", "somebody else should look; it stays in the tables, marked"),
    ("m", "merge", "the same act as another claim"),
    ("u", "undo", "take the last decision back"),
    ("o", "open", "the report at the quote, in $PAGER or $EDITOR"),
    ("s", "skip", "decide later"),
    ("q", "quit", "everything is saved already"),
    ("?", "help", "this list"),
)
SECOND = frozenset("aerduosq?")  # a second reviewer judges; merging is for the first


class Screen:
    """The terminal, written to through rich; report text is shown, never obeyed."""

    def __init__(self) -> None:
        from rich.console import Console

        self.console: Console = Console(highlight=False, soft_wrap=False)
        self._marks = self.console.is_dumb_terminal or self.console.no_color

    def claim(self, shown: Shown, progress: str, *, second: bool) -> None:
        """Draw one claim."""
        if not self.console.is_dumb_terminal:
            self.console.clear()
        where = f"{shown.report}, {shown.date or 'undated'}, line {shown.line}"
        self.console.rule(_text(progress), align="left")
        self.console.print(_text(where + (f": {shown.title}" if shown.title else ""), "bold"))
        self.console.print()
        self.console.print(self._paragraph(shown))
        self.console.print()
        self.fields([*_fields(shown.claim), *((("label", shown.label),) if shown.label else ())])
        for decided in () if second else shown.history:
            why = f": {decided.why}" if decided.why else ""
            told = f"{decided.recorded_at[:16]} {decided.by}: {decided.decision.value}{why}"
            self.console.print(_text(told, "dim"))

    def hangs(self, reasons: Iterable[str]) -> None:
        """Say what would change without the claim, most first."""
        for number, reason in enumerate(reasons):
            self.console.print(_text(f"{'on it hangs:' if not number else '            '} {reason}", "dim"))

    def keys(self, *, second: bool) -> None:
        """Name the keys in one line or two."""
        known = [f"{key} {name}" for key, name, _ in KEYS if not second or key in SECOND]
        self.console.print()
        self.console.print(_text("  ".join(known), "dim"))

    def help(self, *, second: bool) -> None:
        """Say what each key does."""
        self.console.print()
        self.fields((f"{k}  {name}", told) for k, name, told in KEYS if not second or k in SECOND)

    def fields(self, rows: Iterable[tuple[str, str]]) -> None:
        """Draw names and values in two columns."""
        from rich.table import Table

        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        for name, value in rows:
            table.add_row(_text(name), _text(value))
        self.console.print(table)

    def say(self, message: str) -> None:
        """Tell the user something."""
        self.console.print(_text(message))

    def _paragraph(self, shown: Shown) -> Text:
        claim, quote = shown.claim, _text("")
        at = 0
        for start, end in _lit(claim):
            quote.append(printable(shown.quote[at:start]), "underline")
            quote.append(printable(shown.quote[start:end]), "bold reverse")
            at = end
        quote.append(printable(shown.quote[at:]), "underline")
        # Without colours or on a dumb terminal the eye still needs to find the quote.
        opening, closing = (">>> ", " <<<") if self._marks else ("", "")
        return _text(shown.before).append(opening).append(quote).append(closing).append(_text(shown.after))


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(printable(words), style)


def _lit(claim: Claim) -> list[tuple[int, int]]:
    """Return where actor, predicate and object stand in the quote, in order and without overlap."""
    spans = sorted(
        (start - claim.start, end - claim.start)
        for start, end in (
            (claim.predicate_start, claim.predicate_end),
            (claim.actor_start, claim.actor_end),
        )
        if start is not None and end is not None and claim.start <= start < end <= claim.end
    )
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _fields(claim: Claim) -> list[tuple[str, str]]:
    actor = claim.actor or (f"“{claim.actor_text}”" if claim.actor_text else "not stated")
    said_by = " < ".join(source.name or f"“{source.text}”" for source in claim.attribution)
    flags = (
        f"{flag.code}{': ' + ' | '.join(flag.readings) if flag.readings else ''}" for flag in claim.flags
    )
    rows = (
        ("actor", actor + (f" ({claim.role})" if claim.role else "")),
        ("party", claim.party),
        ("act", f"{claim.act.value} (“{claim.predicate}”), {claim.modality.value}"),
        ("about", claim.object),
        ("toward", claim.toward),
        ("condition", claim.condition),
        ("terms", "; ".join(term.text for term in claim.terms)),
        ("said by", said_by),
        ("voice", claim.voice.value.replace("_", " ")),
        ("when", " ".join(word for word in (claim.event_from, claim.event_text) if word)),
        ("flags", "; ".join(flags)),
        ("status", f"{claim.status.value}, read by {claim.method}, {claim.how_sure}"),
        ("claim", claim.id),
    )
    return [(name, value) for name, value in rows if value]

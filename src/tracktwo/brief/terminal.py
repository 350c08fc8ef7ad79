"""The brief on a terminal: plain where it is not one, readable from 40 columns up."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from tracktwo.brief import header, prose
from tracktwo.brief.exploring import LABEL, has_figures
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Cited, Names
from tracktwo.brief.process import agenda, when_of, who_meets
from tracktwo.brief.safe import safe
from tracktwo.brief.tables.acceptance import draws_of, package_rows, share
from tracktwo.brief.tables.changes import change_words
from tracktwo.brief.tables.gaps import gaps_by_kind
from tracktwo.brief.tables.packages import package_lines
from tracktwo.brief.tables.positions import PositionLine, positions_matrix
from tracktwo.brief.tables.timeline import moments
from tracktwo.brief.words import capital, day_words, listed, noted, quoted, verb_phrase
from tracktwo.record.questions.positions import PositionRow

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Row = TypeVar("Row")

WIDEST = 110
MOST_GAPS = 4
# A screen is not searched like a page: what is longer is cut, and says where the rest is.
MOST_ROWS = 40
MOST_QUOTES = 150
MOST_STANDS = 8
LONGEST_GAP = 240


def show(brief: Brief, *, explore: bool = False, console: Console | None = None) -> None:
    """Print the brief.

    Parameters
    ----------
    brief : Brief
    explore : bool
        Whether the model sections are shown, where the brief was explored (``brief.exploring``).
    console : rich.console.Console, optional
        Default: standard output; colours follow the terminal and NO_COLOR.
    """
    Page(brief, console or _console()).print(explore=explore)


def _console() -> Console:
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=False)
    return Console(highlight=False, width=min(console.width, WIDEST))


class Page:
    """One printing of one brief: the console, the brief and its look-ups; ``cut`` where long lists are."""

    cut = True

    def __init__(self, brief: Brief, console: Console) -> None:
        self.brief = brief
        self.console = console
        self.names = Names.of(brief)

    def print(self, *, explore: bool) -> None:
        """Go through all sections."""
        self.header()
        self.stands()
        self.next_steps()
        self.people()
        self.tracks_and_meetings()
        self.packages()
        self.positions()
        self.timeline()
        self.changes_and_conflicts()
        self.outlook(explore)
        self.gaps()
        self.evidence()

    def text(self, text: str, claims: Iterable[str] = (), *, style: str = "", indent: int = 0) -> None:
        """Print one paragraph with its citations."""
        self.put(self.cited(text, claims, style), " " * indent, " " * indent)

    def item(self, text: str, claims: Iterable[str] = ()) -> None:
        """Print one list item."""
        self.put(self.cited(text, claims), "- ", "  ")

    def cited(self, text: str, claims: Iterable[str], style: str = "") -> Text:
        """Return made-safe text with its citation numbers."""
        from rich.text import Text

        line = Text(safe(text), style=style)
        numbers = "".join(f"[{n}]" for n in self.names.cites(claims))
        if numbers:
            line.append(f" {numbers}", style="cyan")
        return line

    def put(self, text: Text, first: str = "", rest: str = "") -> None:
        """Print ``text`` wrapped, with its first and further lines indented; no trailing blanks."""
        width = max(self.console.width - len(rest), 10)
        for n, line in enumerate(text.wrap(self.console, width)):
            line.rstrip()
            self.console.print((first if n == 0 else rest), line, sep="", end="\n", soft_wrap=True)

    def heading(self, text: str) -> None:
        """Print the heading of a section."""
        self.console.print()
        self.console.print(safe(text).upper(), style="bold", markup=False)

    def some(self, rows: Sequence[Row], where: str, most: int = MOST_ROWS) -> Iterator[Row]:
        """Yield the first of many rows, then say how many more there are and where they can be seen."""
        yield from rows[: most if self.cut else None]
        if self.cut and len(rows) > most:
            self.text(f"... and {len(rows) - most:,} more: in brief.html, or {where}.", style="dim")

    def header(self) -> None:
        """Print the title, and as of when and from what the brief is."""
        lines = header.lines(self.brief)
        self.console.print(safe(self.brief.title), style="bold", markup=False)
        for line in lines:
            self.text(line, style="dim")

    def stands(self) -> None:
        """Print half a page of cited prose."""
        self.heading("Where it stands")
        for n, paragraph in enumerate(prose.where_it_stands(self.brief)):
            if n:
                self.console.print()
            self.sentences(paragraph.sentences)

    def sentences(self, sentences: Sequence[Cited]) -> None:
        """Print one paragraph of cited sentences."""
        from rich.text import Text

        self.put(Text(" ").join(self.cited(s.text, s.claims) for s in sentences))

    def next_steps(self) -> None:
        """Print what each proposal would still need."""
        steps = prose.next_steps(self.brief)
        self.heading("What must happen next")
        if not steps:
            self.text("No proposal is reported.")
        for n, step in enumerate(steps):
            if n:
                self.console.print()
            self.text(step.lead, style="bold")
            for need in step.needs:
                self.item(need.text, need.claims)

    def people(self) -> None:
        """Print parties, third parties, bodies and the affected."""
        brief, names = self.brief, self.names
        self.heading("Who is in it")
        if not brief.parties:
            self.text("No party to a negotiation was found.")
        for party in self.some([*brief.parties.values()], "in --format json"):
            people = [m.name + (f", {noted(m.role)}" if m.role else "") for m in party.members]
            self.item(
                f"{party.name}, party. {'; '.join(people) if people else 'No person named'}.",
                party.claims[:2],
            )
        for third in self.some([*brief.third_parties.values()], "in --format json"):
            roles = listed([r.role for r in third.roles])
            self.item(f"{third.name}: {roles}.", [c for r in third.roles for c in r.claims[:2]])
        for body in self.some([*brief.bodies.values()], "in --format json"):
            whose = f" ({names.name(body.party)})" if body.party else ""
            unsure = [names.name(k) for k, v in body.same_as.items() if v == "unsure"]
            also = f"; whether it is the {listed(unsure, 'or')} is not known" if unsure else ""
            self.item(f"{body.name}{whose}, body{also}.", body.claims[:2])
        for one in self.some(brief.affected, "in --format json"):
            self.item(f"{capital(one.name)}: affected, at no reported table.", one.claims[:2])

    def tracks_and_meetings(self) -> None:
        """Print tracks and meetings."""
        brief, names = self.brief, self.names
        self.heading("Tracks and meetings")
        for track in self.some([*brief.tracks.values()], "in --format json"):
            parts = [
                f"place: {names.name(track.venue)}",
                f"convenor: {names.name(track.convenor)}",
                f"direct or indirect: {track.mode}",
            ]
            if track.parallel_to:
                parts.append(f"parallel to {listed([names.track(k) for k in track.parallel_to])}")
            self.item(f"{capital(track.name)}. {capital('; '.join(parts))}.", track.claims[:3])
        for meeting in self.some(brief.meetings, "tracktwo meetings"):
            items = agenda(meeting, 90)
            what = f": {items}" if items else ""
            claims = meeting.claims + tuple(c for i in meeting.items for c in i.claims)
            planned = ", planned" if meeting.modality.value == "planned" else ""
            self.item(
                f"Meeting{planned}, {who_meets(meeting, names)} "
                f"({when_of(meeting.date, meeting.event_text)}){what}.",
                claims,
            )
        if not brief.tracks and not brief.meetings:
            self.text("None reported.")

    def packages(self) -> None:
        """Print what each proposal says on each issue."""
        self.heading("Proposals by issue")
        lines = package_lines(self.brief, self.names)
        if not lines:
            self.text("No proposal with terms is reported.")
        for line in self.some(lines, "tracktwo proposals"):
            self.text(f"{capital(line.name)} ({line.mark}; status: {line.status})", style="bold")
            for key, cell in line.cells.items():
                sides = _sides(cell.giver, cell.getter, cell.giver_basis)
                said = "; ".join(quoted(t, 100) for t in cell.texts) or cell.option
                self.item(f"{self.names.proposal(key)}: {cell.option}. {said}{sides}", cell.claims)

    def positions(self) -> None:
        """Print who is reported to stand where."""
        self.heading("Positions as reported")
        matrix = positions_matrix(self.brief, self.names)
        columns = {column.key: column.name for column in matrix.columns}
        if not matrix.lines:
            self.text("No position is reported.")
        for line in self.some(matrix.lines, "tracktwo positions"):
            self.position_line(line, columns)

    def position_line(self, line: PositionLine, columns: dict[str, str]) -> None:
        """Print one actor's positions."""
        where = f" ({line.party})" if line.party and line.party != line.label else ""
        if not line.cells:
            self.item(f"{line.label}{where}: no position reported.")
            return
        cells = [(key, row) for key, rows in line.cells.items() for row in rows]
        rest = f"tracktwo positions --actor {shlex.quote(line.label)}"
        for key, row in self.some(cells, rest, MOST_STANDS):
            said = f", {noted(row.strength)}" if row.strength else ""
            self.item(
                f"{line.label}{where}: {position_words(row, columns.get(key, key))}{said}"
                f" ({', '.join(filter(None, (header.age_words(row), header.voice_words(row))))})",
                row.claims,
            )

    def timeline(self) -> None:
        """Print what happened when, what has no date last."""
        self.heading("Timeline")
        found = moments(self.brief, self.names)
        dated = [m for m in found if m.date]
        for moment in self.some(dated, "tracktwo timeline"):
            planned = " (planned)" if moment.planned else ""
            self.item(f"{day_words(moment.date)}, {moment.lane}: {moment.text}{planned}.", moment.claims)
        rest = [m for m in found if not m.date]
        if rest:
            self.text("Without a resolved date:", style="italic")
        for moment in self.some(rest, "tracktwo timeline"):
            words = f", {quoted(moment.words)}" if moment.words else ""
            planned = " (planned)" if moment.planned else ""
            self.item(f"{moment.lane}: {moment.text}{words}{planned}.", moment.claims)
        if not found:
            self.text("Nothing with a time is reported.")

    def changes_and_conflicts(self) -> None:
        """Print what changed and what contradicts what."""
        brief = self.brief
        self.heading("What changed")
        for change in self.some(brief.changes, "tracktwo changes"):
            day = f"{day_words(change.date)}: " if change.date else ""
            self.item(f"{day}{change_words(change, self.names)} ({change.kind}).", change.claims)
        if not brief.changes:
            self.text(header.no_changes(brief))
        self.heading("Contradictions and competing assessments")
        for conflict in self.some(brief.conflicts, "tracktwo conflicts"):
            self.item(f"{capital(conflict.text)}", conflict.claims)
            for side in conflict.sides:
                self.text(self.names.as_reported(side, conflict.claims), indent=4)
        if not brief.conflicts:
            self.text("None found.")

    def outlook(self, explore: bool) -> None:
        """Print what would have to hold for each proposal, and the model sections if asked for."""
        outlook = self.brief.outlook
        self.heading("Could it pass, and who blocks")
        for row in self.some(outlook.proposals, "in --format json"):
            if row.estimable and explore:
                continue
            self.item(f"{self.names.proposal(row.key)}: not estimable. {row.reason or ''}")
        if outlook.reason:
            self.text(outlook.reason)
        if explore and has_figures(outlook):
            if all(row.estimable for row in outlook.proposals):
                self.text("Explored below.")
            self.explored()
        self.heading("How it may go")
        self.text(self.brief.talks.reason)

    def explored(self) -> None:
        """Print the figures of the model sections in short; ``tracktwo deals`` has them whole."""
        outlook = self.brief.outlook
        assert outlook.made is not None
        self.heading("What could pass, explored")
        self.text(LABEL[outlook.made.basis], style="italic")
        for row in package_rows(self.brief, self.names):
            terms = "; ".join(f"{issue}: {option}" for issue, option in row.terms)
            against = f"; fails because of {row.blocker}" if row.blocker else ""
            by_rule = ", ".join(f"{rule} {p}" for rule, p in row.by_rule)
            rules = f" ({by_rule})" if by_rule else ""
            self.item(
                f"{capital(row.name)} ({terms or 'terms not known'}): passes {row.passes}{rules}{against}."
            )
        if outlook.p_zopa is not None:
            draws = draws_of(outlook)
            before = "" if outlook.p_zopa_no_evidence is None else share(outlook.p_zopa_no_evidence, 2)
            zopa = share(outlook.p_zopa, draws, outlook.p_zopa_low, outlook.p_zopa_high)
            self.item(
                f"Some package is preferred to no deal by every party itself: {zopa}"
                + (f" ({before} if nothing were known of anybody)." if before else ".")
            )
        if outlook.landscape is not None and outlook.landscape.given:
            given = "; ".join(outlook.landscape.given)
            self.item(f"Packages nobody is reported to have proposed take for granted: {given}.")
        for line in outlook.assumptions:
            self.item(f"Assumed: {line}.")
        self.text("Options with their risks, not advice. In full: tracktwo deals.", style="dim")

    def gaps(self) -> None:
        """Print what nobody reported."""
        self.heading("What to find out next")
        self.text(self.brief.ask_next.reason)
        for kind, rows in gaps_by_kind(self.brief).items():
            more = len(rows) - MOST_GAPS
            rest = f"; and {more} more (tracktwo gaps)" if more > 0 else ""
            told = [textwrap.shorten(row.text, LONGEST_GAP, placeholder=" …") for row in rows[:MOST_GAPS]]
            self.item(f"{capital(kind)}: {'; '.join(told)}{rest}.")
        if self.brief.assumptions:
            self.heading("Assumptions")
        for assumption in self.some(self.brief.assumptions, "in --format json"):
            self.item(assumption)

    def evidence(self) -> None:
        """Print the quotes behind the numbers."""
        self.heading("Evidence")
        for line in header.coverage_lines(self.brief):
            self.text(line, style="dim")
        quotes: dict[tuple[str, int, int], list[str]] = {}
        for claim in self.brief.claims:
            quotes.setdefault((claim.report, claim.start, claim.end), []).append(claim.id)
        shown = None
        for (report, _, _), ids in self.some([*quotes.items()], "tracktwo claims", MOST_QUOTES):
            if report != shown:
                shown = report
                self.text(header.report_line(self.brief, report), style="bold")
            claim = self.names.claims[ids[0]]
            numbers = "".join(f"[{n}]" for n in self.names.cites(ids))
            labels = sorted({label for one in ids if (label := self.names.claims[one].label)})
            mark = f" (labelled {', '.join(labels)})" if labels else ""
            self.text(f"{numbers} {quoted(claim.quote)}{mark}", indent=1)
        self.console.print()


def position_words(row: PositionRow, on: str) -> str:
    """Return the reported act with its hedge, what it is on, and its condition behind."""
    act = verb_phrase(row.act or "", row.modality, many=row.actor is None)
    named = row.option or row.about
    option = f" {quoted(named, 80)} on" if named else ""
    given = f", {quoted(row.condition, 80)}" if row.condition else ""
    return f"{act}{option} {quoted(on)}{given}"


def _sides(giver: str | None, getter: str | None, basis: str | None) -> str:
    parts = []
    if giver:
        inferred = f" ({basis.split()[0].strip(':')})" if basis and not basis.startswith("reported") else ""
        parts.append(f"from {giver}{inferred}")
    if getter:
        parts.append(f"to {getter}")
    return f" ({', '.join(parts)})" if parts else ""

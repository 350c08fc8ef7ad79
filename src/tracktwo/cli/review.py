"""``tracktwo review``: walk the queue in a terminal, or decide on claims by id."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import option
from tracktwo.cli.opened import opened
from tracktwo.cli.options import HERE, By, Case, Format, TableFormat

if TYPE_CHECKING:
    from tracktwo.record import Record

COLUMNS = {
    "id": "claim",
    "actor": "actor",
    "act": "act",
    "quote": "quote",
    "reasons": "on it hangs",
}
AGREEMENT_COLUMNS = {
    "first": "first",
    "second": "second",
    "judged": "judged by both",
    "alike": "alike",
    "kappa": "Cohen's kappa",
    "low": "95% from",
    "high": "to",
    "reason": "why none",
}
QUEUE_SHOWN = 20
Ids = list[str] | None


def review(
    accept: Annotated[Ids, option("--accept", metavar="ID", help="This claim is read right.")] = None,
    reject: Annotated[Ids, option("--reject", metavar="ID", help="This claim is read wrong.")] = None,
    dispute: Annotated[
        Ids, option("--dispute", metavar="ID", help="Somebody else should look; it stays, marked.")
    ] = None,
    undo: Annotated[Ids, option("--undo", metavar="ID", help="Take the last decision back.")] = None,
    edit: Annotated[
        str | None, option("--edit", metavar="ID", help="Correct this claim as --set says.")
    ] = None,
    split: Annotated[
        str | None,
        option("--split", metavar="ID", help="Its words say a second thing, too, as --set says."),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None,
        option("--merge", metavar="ID INTO", help="The first claim tells of the act the second does."),
    ] = None,
    changes: Annotated[
        list[str] | None,
        option("--set", metavar="FIELD=VALUE", help="What to correct; may be given several times."),
    ] = None,
    why: Annotated[str, option("--why", metavar="TEXT", help="The reason, kept with the decision.")] = "",
    by: By = "user",
    second: Annotated[
        bool, option("--second", help="Judge what others have decided, without seeing how.")
    ] = False,
    agreement: Annotated[
        bool, option("--agreement", help="How far first and second reviewers agree.")
    ] = False,
    listed: Annotated[bool, option("--list", help="List the queue, also in a terminal.")] = False,
    case: Case = HERE,
    style: Format = TableFormat.TABLE,
) -> None:
    """Review claims: in a terminal one key each, else a list; by id with --accept, --reject, --edit ...."""
    by_id = {"accept": accept or [], "reject": reject or [], "dispute": dispute or [], "undo": undo or []}
    with opened(case) as record:
        if any(by_id.values()) or edit or split or merge:
            _by_id(record, by_id, (edit, split, merge), changes or [], (by, why, second))
        elif agreement:
            _agreement(record, style)
        elif second:
            _second(record, by, why, style)
        elif style is TableFormat.TABLE and not listed and _terminal():
            _walk(record, by, why)
        else:
            _list(record, style)


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _by_id(
    record: Record,
    choices: dict[str, list[str]],
    others: tuple[str | None, str | None, tuple[str, str] | None],
    pairs: list[str],
    said: tuple[str, str, bool],
) -> None:
    from tracktwo.cli.desk.editing import changes_of
    from tracktwo.errors import UsageError
    from tracktwo.record import review as desk

    edit, split, merge = others
    by, why, second = said
    if second:
        _opinions(record, choices, others, (by, why))
        return
    if pairs and not (edit or split):
        raise UsageError(
            "--set says what to correct, but not where", fix="Name a claim with --edit or --split"
        )
    changes = changes_of(pairs) if edit or split else {}
    done = list(desk.apply(record, choices, by=by, why=why)) if any(choices.values()) else []
    if edit:
        done.append(record.decide(edit, "edit", by=by, why=why, changes=changes))
    if merge:
        done.append(record.decide(merge[0], "merge", by=by, why=why, changes={"into": merge[1]}))
    if split:
        done.append(record.split(split, changes, by=by, why=why))
    for one in done:
        output.say(f"{one.id} is now {one.status}")
    output.hint("tracktwo positions")


def _opinions(
    record: Record,
    choices: dict[str, list[str]],
    others: tuple[str | None, str | None, tuple[str, str] | None],
    said: tuple[str, str],
) -> None:
    from tracktwo.errors import UsageError

    by, why = said
    edit, split, merge = others
    if split or merge:
        raise UsageError("a second reviewer judges; splitting and merging are for the first")
    verdicts = {**choices, "edit": [edit] if edit else []}
    for verdict, ids in verdicts.items():
        for one in ids:
            record.give_opinion(one, verdict, by=by, why=why)
    output.say(f"{sum(map(len, verdicts.values()))} second opinions by {by} kept; no table changes")
    output.hint("tracktwo review --agreement")


def _walk(record: Record, by: str, why: str) -> None:
    from tracktwo.cli.desk.walk import Walk

    waiting = {one.claim: one.reasons for one in record.waiting()}
    if not waiting:
        output.say("Every claim has been reviewed.")
        return
    walk = Walk(record, by, why)
    walk.through([*waiting], waiting)
    _say_what_was_done(walk.counts)
    output.hint("tracktwo positions")


def _second(record: Record, by: str, why: str, style: TableFormat) -> None:
    from tracktwo.cli.desk.walk import Walk
    from tracktwo.record import review as desk

    claims = record.claims(include_rejected=True)
    ids = desk.second_queue(claims, record.decisions(), record.opinions(), by)
    if not ids:
        output.say(
            f"Nothing that others have decided waits for {by}. (A second reviewer needs a name: --by NAME.)"
        )
    elif style is TableFormat.TABLE and _terminal():
        walk = Walk(record, by, why, second=True)
        walk.through(ids)
        _say_what_was_done(walk.counts)
        _agreement(record, style)
    else:
        rows = [claim for claim in claims if claim.id in set(ids)]
        output.emit(
            rows, style, columns=COLUMNS, next_step=f"tracktwo review --second --by {by} --accept {ids[0]}"
        )


def _say_what_was_done(counts: dict[str, int]) -> None:
    told = ", ".join(f"{number} {decision}" for decision, number in counts.items() if number)
    output.say(f"\nSaved: {told or 'nothing new'}.")


def _agreement(record: Record, style: TableFormat) -> None:
    from tracktwo.record import review as desk

    rows = desk.agreements(record.decisions(), record.opinions())
    output.emit(
        rows,
        style,
        columns=AGREEMENT_COLUMNS,
        empty="Nothing has been judged by two reviewers.",
        next_step="tracktwo review --second --by NAME" if not rows else None,
    )
    if style is TableFormat.TABLE:
        for row in rows:
            for claim, one, other in row.differing:
                output.say(f"{claim}: {row.first} {one}, {row.second} {other}")


def _list(record: Record, style: TableFormat) -> None:
    if style is not TableFormat.TABLE:
        output.emit(record.queue(), style)
        return
    # The first reason says why it stands where it does; the walk has room for more.
    rows = tuple(replace(row, reasons=row.reasons[:1]) for row in record.queue(QUEUE_SHOWN))
    step = (
        f"tracktwo review --accept {rows[0].id}   (look first: tracktwo show {rows[0].id})" if rows else None
    )
    output.emit(rows, style, columns=COLUMNS, empty="Every claim has been reviewed.", next_step=step)

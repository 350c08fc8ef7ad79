"""Which comment belongs to which entry, so that it can move with it.

A comment beside an entry belongs to that entry; lines above an entry belong to it, unless they are indented
deeper than it, in which case they belong below the entry before. Lines that begin with ``#:`` are ours: they
give reasons, and every draft writes them anew.
"""

from __future__ import annotations

from bisect import bisect_right

from tracktwo.case.tree import Node

OURS = "#:"


def find_comments(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int, str, bool]]:
    """Return line (from 1), column (from 1), text and *stands alone* of every comment outside scalars."""
    starts = sorted(spans)
    firsts = [start for start, _ in starts]
    found, offset = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        at = line.find("#")
        while at >= 0:
            free = at == 0 or line[at - 1] in " \t"
            place = bisect_right(firsts, offset + at) - 1
            inside = place >= 0 and starts[place][0] <= offset + at < starts[place][1]
            if free and not inside:
                found.append((number, at + 1, line[at:].rstrip(), not line[:at].strip()))
                break
            at = line.find("#", at + 1)
        offset += len(line) + 1
    return found


def attach(text: str, spans: list[tuple[int, int]], blocks: list[Node], root: Node) -> None:
    """Give every comment of ``text`` to a node of the tree.

    ``blocks`` are the nodes that are entries of block mappings and lists, in any order; inside ``[...]`` and
    ``{...}`` comments go to the entry around them.
    """
    entries = sorted(blocks, key=lambda node: (node.key_line, node.key_column))
    lines = [entry.key_line for entry in entries]
    _blank_lines(text, entries)
    for line, column, comment, alone in find_comments(text, spans):
        if comment.startswith(OURS):
            continue
        if not alone:
            at = bisect_right(lines, line) - 1
            _beside(entries[at] if at >= 0 else root, comment)
            continue
        at = bisect_right(lines, line)
        following = entries[at] if at < len(entries) else None
        previous = entries[at - 1] if at else None
        if following is None or column > following.key_column:
            _below(entries[:at], column, previous or root, comment)
        else:
            following.before.append(comment)


def _beside(entry: Node, comment: str) -> None:
    if entry.after is None:
        entry.after = comment
    else:
        entry.before.append(comment)


def _below(earlier: list[Node], column: int, otherwise: Node, comment: str) -> None:
    """Put a comment below the last entry that begins at its column, or left of it."""
    for entry in reversed(earlier):
        if entry.key_column <= column:
            entry.foot.append(comment)
            return
    otherwise.before.append(comment)


def _blank_lines(text: str, entries: list[Node]) -> None:
    """Note which entries have an empty line above them (above their comments, if there are any)."""
    lines = text.split("\n")
    for entry in entries:
        at = entry.key_line - 2
        while at >= 0 and lines[at].lstrip().startswith("#"):
            at -= 1
        entry.blank = at >= 0 and not lines[at].strip()

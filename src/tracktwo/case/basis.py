"""What the last draft said, kept beside the case file so that a user's edits can be told from it.

``.case.draft.json`` holds the last draft's content; the case file's ``#: draft ...`` line names which draft
it was made from. A new one is announced as ``.case.draft.next.json`` before the case file is replaced, so
that after a kill between the two the line in the case file tells which of them counts.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from tracktwo.case.tree import Node, data

_LINE = re.compile(r"^#: draft ([0-9a-f]{16})\s*$", re.MULTILINE)


def beside(path: Path, *, announced: bool = False) -> Path:
    """Return where the last draft of a case file is kept."""
    return path.with_name(f".{path.stem}.draft{'.next' if announced else ''}.json")


def packed(value: Any) -> str:
    """Return plain data as JSON that is the same for the same data."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def draft_line(draft: Node) -> str:
    """Return the comment by which a case file names the draft it was made from."""
    return f"#: draft {_name(data(draft))}"


def sealed(draft: Node) -> str:
    """Return the content of the file that keeps a draft."""
    what = "what the last draft said; tracktwo compares the case file with it to keep your edits"
    return packed({"about": what, "draft": data(draft)}) + "\n"


def last(path: Path, text: str) -> Any:
    """Return the content of the draft that a case file was made from, None where it is not kept.

    ``text`` is the case file as it is now. Without a draft to compare with, every entry of the case file
    counts as the user's own; that is also the answer where the kept drafts are not the one it names.
    """
    kept = [_read(beside(path, announced=announced)) for announced in (False, True)]
    named = _LINE.search(text)
    if named is None:
        return kept[0]
    return next((draft for draft in kept if draft is not None and _name(draft) == named[1]), None)


def _read(path: Path) -> Any:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    draft = held.get("draft") if isinstance(held, dict) else None
    return draft if isinstance(draft, dict) else None


def _name(draft: Any) -> str:
    return hashlib.sha256(packed(draft).encode()).hexdigest()[:16]

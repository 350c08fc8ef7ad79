"""What changed, one line a change."""

from __future__ import annotations

from tracktwo.brief.naming import Names
from tracktwo.brief.words import capital, verb_phrase
from tracktwo.record.questions.changes import ChangeRow


def change_words(row: ChangeRow, names: Names) -> str:
    """Return a change as a sentence that names what it is about."""
    if row.kind == "new" and row.after:
        who = names.holder(row.actor, row.claims, row.party)
        return capital(
            f"{who} {verb_phrase(row.after, row.modality, many=row.actor is None)} {names.name(row.about)}"
        )
    about = names.name(row.about)
    return capital(row.text if about.lower() in row.text.lower() else f"{about}: {row.text}")
